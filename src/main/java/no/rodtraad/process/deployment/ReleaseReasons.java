package no.rodtraad.process.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.rodtraad.process.ProcessVersion.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps why releases were deployed, in the table {@code release_reasons}. */
@Component
class ReleaseReasons {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseReasons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody has written in the Modeler's only free field. The Modeler fills in the name of the file by itself, and
     * later what was written the time before; neither says why.
     *
     * @param name of the deployment
     * @param files names of the files that were sent
     */
    Optional<String> written(String tenantId, @Nullable String name, Collection<String> files) {
        return Optional.ofNullable(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .filter(text -> !isNameOf(text, files))
                .filter(text -> !isWrittenBefore(tenantId, text));
    }

    static boolean isNameOf(String text, Collection<String> files) {
        return files.stream().flatMap(ReleaseReasons::namesOf).anyMatch(text::equalsIgnoreCase);
    }

    private static Stream<String> namesOf(String file) {
        String plain = file.substring(file.lastIndexOf('/') + 1);
        int ending = plain.lastIndexOf('.');
        return Stream.of(file, plain, ending < 0 ? plain : plain.substring(0, ending));
    }

    private boolean isWrittenBefore(String tenantId, String text) {
        return jdbc.sql("""
                        select exists (select 1 from act_re_deployment
                        where tenant_id_ = :tenant and lower(name_) = :name)""")
                .param("tenant", tenantId)
                .param("name", text.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    void add(String tenantId, String deploymentId, String reason, String userId) {
        jdbc.sql("""
                        insert into release_reasons (tenant_id, deployment_id, reason, written_at, written_by)
                        values (:tenant, :id, :reason, :at, :by)""")
                .param("tenant", tenantId)
                .param("id", deploymentId)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", userId)
                .update();
    }

    /** Deployment id to reasons, newest first. */
    Map<String, List<Reason>> of(String tenantId) {
        Map<String, List<Reason>> reasons = new HashMap<>();
        jdbc.sql("""
                        select deployment_id, reason, written_at, written_by from release_reasons
                        where tenant_id = :tenant order by seq desc""").param("tenant", tenantId).query(row -> {
            reasons.computeIfAbsent(row.getString("deployment_id"), none -> new ArrayList<>())
                    .add(reason(row));
        });
        return reasons;
    }

    private static Reason reason(ResultSet row) throws SQLException {
        return new Reason(
                row.getString("reason"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }
}
