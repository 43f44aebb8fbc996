package no.rodtraad.process.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.process.BaseFiles.Base;
import no.rodtraad.process.BaseFiles.RegionChange;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentJournal;
import no.rodtraad.process.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each municipality's base, what its own files were made from, and the region's files. */
@Component
class Bases implements DeploymentJournal {

    /** The newest text that was not the municipality's own, for files that became own before bases were kept. */
    private static final String LAST_THAT_WAS_OURS = """
            insert into own_file_bases (tenant_id, name, text, since)
            select r.tenant_id, f.name, convert_from(b.bytes_, 'UTF8'), r.deployed_at
            from releases r
            join release_files f on f.deployment_id = r.deployment_id and f.name = :name and not f.own
            join act_ge_bytearray b on b.deployment_id_ = r.deployment_id and b.name_ = f.name
            where r.tenant_id = :tenant
            order by r.number desc limit 1
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Bases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. */
    Map<String, Base> of(String tenantId) {
        return bases("select name, text, since from base_files where tenant_id = :tenant", tenantId);
    }

    /** What own files were made from, by their names. */
    Map<String, Base> madeFrom(String tenantId) {
        return bases("select name, text, since from own_file_bases where tenant_id = :tenant", tenantId);
    }

    /**
     * The base is now this.
     *
     * @param own names of the municipality's own files
     */
    void are(String tenantId, Map<String, String> files, Collection<String> own) {
        own.forEach(name -> jdbc.sql(LAST_THAT_WAS_OURS)
                .param("tenant", tenantId)
                .param("name", name)
                .update());
        madeFrom(tenantId).keySet().stream()
                .filter(name -> !own.contains(name))
                .forEach(name -> isNotOwn(tenantId, name));
        Map<String, Base> before = of(tenantId);
        before.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .forEach(name -> jdbc.sql("delete from base_files where tenant_id = :tenant and name = :name")
                        .param("tenant", tenantId)
                        .param("name", name)
                        .update());
        files.forEach((name, text) -> {
            @Nullable Base old = before.get(name);
            if (old == null || !old.text().equals(text)) {
                jdbc.sql("""
                                insert into base_files (tenant_id, name, text, since) values (:tenant, :name, :text, :now)
                                on conflict (tenant_id, name) do update set text = excluded.text, since = excluded.since""")
                        .param("tenant", tenantId)
                        .param("name", name)
                        .param("text", text)
                        .param("now", now())
                        .update();
            }
        });
    }

    /** An own file holds the base as it is now, or its owners know of it. */
    void isSeen(String tenantId, String name) {
        jdbc.sql("""
                        insert into own_file_bases (tenant_id, name, text, since)
                        select tenant_id, name, text, since from base_files where tenant_id = :tenant and name = :name
                        on conflict (tenant_id, name) do update set text = excluded.text, since = excluded.since""").param("tenant", tenantId).param("name", name).update();
    }

    /** What was sent instead of a base file was made from it. */
    @Override
    public void deployed(DeploymentDraft draft, String deploymentId, List<Finding> warnings) {
        if (draft.userId() == null) {
            return;
        }
        Set<String> known = madeFrom(draft.tenantId()).keySet();
        of(draft.tenantId()).forEach((name, base) -> {
            if (base.text().equals(draft.files().get(name))) {
                isNotOwn(draft.tenantId(), name);
            } else if (draft.changed().contains(name) && !known.contains(name)) {
                isSeen(draft.tenantId(), name);
            }
        });
    }

    private void isNotOwn(String tenantId, String name) {
        jdbc.sql("delete from own_file_bases where tenant_id = :tenant and name = :name")
                .param("tenant", tenantId)
                .param("name", name)
                .update();
    }

    /** The region's files that count now, by name. */
    Map<String, String> region() {
        Map<String, String> files = new HashMap<>();
        regionHistory().stream().filter(RegionChange::isNow).forEach(change -> {
            if (change.text() != null) {
                files.put(change.name(), change.text());
            }
        });
        return files;
    }

    List<RegionChange> regionHistory() {
        return jdbc.sql("""
                        select name, text, since, set_by, why, id = max(id) over (partition by name) as is_now
                        from region_files order by id desc""").query(Bases::change).list();
    }

    /** @param text null when the application's file is to count again */
    void regionIs(String name, @Nullable String text, String why, String userId) {
        jdbc.sql("""
                        insert into region_files (name, text, since, set_by, why)
                        values (:name, :text, :now, :by, :why)""")
                .param("name", name)
                .param("text", text)
                .param("now", now())
                .param("by", userId)
                .param("why", why)
                .update();
    }

    private Map<String, Base> bases(String select, String tenantId) {
        Map<String, Base> bases = new HashMap<>();
        jdbc.sql(select)
                .param("tenant", tenantId)
                .query((row, number) -> bases.put(
                        row.getString("name"),
                        new Base(
                                row.getString("text"),
                                row.getObject("since", OffsetDateTime.class).toInstant())))
                .list();
        return bases;
    }

    private static RegionChange change(ResultSet row, int number) throws SQLException {
        return new RegionChange(
                row.getString("name"),
                row.getString("text"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("set_by"),
                row.getString("why"),
                row.getBoolean("is_now"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
