package no.rodtraad.process.deployment;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentJournal;
import no.rodtraad.process.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which release each municipality's new cases follow, who deployed it, and which of its files are the municipality's own.
 * The files themselves lie with the engine.
 */
@Component
class Releases implements DeploymentJournal {

    /** What was deployed by hand before there were releases: the newest definition of each, when it is not ours. */
    private static final String DEPLOYED_BEFORE = """
            select b.name_, b.bytes_ from (
                select distinct on (kind, key_) deployment_id_, resource_name_ from (
                    select 'process' as kind, key_, version_, deployment_id_, resource_name_ from act_re_procdef
                    where tenant_id_ = :tenant
                    union all
                    select 'decision', key_, version_, deployment_id_, resource_name_ from act_re_decision_def
                    where tenant_id_ = :tenant
                    union all
                    select 'form', key_, version_, deployment_id_, resource_name_ from act_re_camformdef
                    where tenant_id_ = :tenant) d
                order by kind, key_, version_ desc) newest
            join act_re_deployment r on r.id_ = newest.deployment_id_ and r.source_ is distinct from :ours
            join act_ge_bytearray b on b.deployment_id_ = r.id_ and b.name_ = newest.resource_name_""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Bases bases;

    /** What has been deployed never changes, and reading all its files takes a while. */
    private final Map<String, Current> lastRead = new ConcurrentHashMap<>();

    Releases(JdbcClient jdbc, Clock clock, Bases bases) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.bases = bases;
    }

    /** What a municipality's new cases follow now. */
    record Current(String deploymentId, Release release) {}

    /** @return empty until the application has deployed once for the municipality */
    Optional<Current> current(String tenantId) {
        return newest(tenantId)
                .map(id -> lastRead.compute(
                        tenantId,
                        (tenant, last) -> last != null && last.deploymentId().equals(id) ? last : read(id)));
    }

    /**
     * The municipality's own files, by name.
     *
     * @param ours source of the deployments that the application made before there were releases
     */
    Map<String, String> own(String tenantId, String ours) {
        return current(tenantId)
                .map(current -> {
                    Map<String, String> own = new HashMap<>(current.release().texts());
                    own.keySet().retainAll(own(current.deploymentId()));
                    return own;
                })
                .orElseGet(() -> texts(jdbc.sql(DEPLOYED_BEFORE)
                        .param("tenant", tenantId)
                        .param("ours", ours)
                        .query(Releases::file)
                        .list()));
    }

    /** A municipality has gone back to the application's file, and follows it from now on. */
    void isNoLongerOwn(String tenantId, String name) {
        newest(tenantId)
                .ifPresent(id -> jdbc.sql(
                                "update release_files set own = false where deployment_id = :id and name = :name")
                        .param("id", id)
                        .param("name", name)
                        .update());
    }

    @Override
    public void deployed(DeploymentDraft draft, String deploymentId, List<Finding> warnings) {
        Set<String> own = new HashSet<>();
        newest(draft.tenantId()).ifPresent(before -> own.addAll(own(before)));
        own.addAll(draft.changed());
        bases.of(draft.tenantId()).forEach((name, base) -> {
            if (base.text().equals(draft.files().get(name))) {
                own.remove(name);
            }
        });
        jdbc.sql("""
                        insert into releases (deployment_id, tenant_id, deployed_at, deployed_by)
                        values (:id, :tenant, :at, :by)""")
                .param("id", deploymentId)
                .param("tenant", draft.tenantId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", draft.userId())
                .update();
        for (String name : draft.files().keySet()) {
            jdbc.sql("""
                            insert into release_files (deployment_id, name, own, changed)
                            values (:id, :name, :own, :changed)""")
                    .param("id", deploymentId)
                    .param("name", name)
                    .param("own", own.contains(name))
                    .param("changed", draft.changed().contains(name))
                    .update();
        }
    }

    /** Deployment id to the user id of whoever deployed it, without those of the application. */
    Map<String, String> deployers(String tenantId) {
        Map<String, String> deployers = new HashMap<>();
        jdbc.sql("""
                        select deployment_id, deployed_by from releases
                        where tenant_id = :tenant and deployed_by is not null""").param("tenant", tenantId).query(row -> {
            deployers.put(row.getString("deployment_id"), row.getString("deployed_by"));
        });
        return deployers;
    }

    /** An administrator may have deleted newer ones from the engine. */
    private Optional<String> newest(String tenantId) {
        return jdbc.sql("""
                        select deployment_id from releases
                        where tenant_id = :tenant and deployment_id in (select id_ from act_re_deployment)
                        order by number desc limit 1""").param("tenant", tenantId).query(String.class).optional();
    }

    private Current read(String deploymentId) {
        try {
            return new Current(
                    deploymentId,
                    Release.of(texts(jdbc.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = :id")
                            .param("id", deploymentId)
                            .query(Releases::file)
                            .list())));
        } catch (Unreadable e) {
            throw new IllegalStateException("Release %s cannot be read".formatted(deploymentId), e);
        }
    }

    private Set<String> own(String deploymentId) {
        return new HashSet<>(jdbc.sql("select name from release_files where deployment_id = :id and own")
                .param("id", deploymentId)
                .query(String.class)
                .list());
    }

    private static Map.Entry<String, String> file(ResultSet row, int number) throws SQLException {
        return Map.entry(row.getString("name_"), new String(row.getBytes("bytes_"), StandardCharsets.UTF_8));
    }

    private static Map<String, String> texts(List<Map.Entry<String, String>> files) {
        Map<String, String> texts = new HashMap<>();
        files.forEach(file -> texts.put(file.getKey(), file.getValue()));
        return texts;
    }
}
