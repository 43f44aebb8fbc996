package no.rodtraad.variant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps trials in the table {@code release_trials}. A version that is tried again has several; the newest counts. */
@Repository
class TrialStore {

    private static final String COLUMNS = """
            select deployment_id, tenant_id, purpose, last_day, conclusion, kept, concluded_by from release_trials
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TrialStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(String tenantId, String versionId, String purpose, LocalDate lastDay, String userId) {
        jdbc.sql("""
                        insert into release_trials (tenant_id, deployment_id, purpose, last_day, begun_at, begun_by)
                        values (:tenant, :version, :purpose, :last, :now, :by)""")
                .param("tenant", tenantId)
                .param("version", versionId)
                .param("purpose", purpose)
                .param("last", lastDay)
                .param("now", now())
                .param("by", userId)
                .update();
    }

    /** @return false when it was concluded already */
    boolean conclude(String versionId, String conclusion, boolean kept, String userId) {
        return jdbc.sql("""
                        update release_trials
                        set concluded_at = :now, concluded_by = :by, conclusion = :conclusion, kept = :kept
                        where deployment_id = :version and concluded_at is null""")
                        .param("now", now())
                        .param("by", userId)
                        .param("conclusion", conclusion)
                        .param("kept", kept)
                        .param("version", versionId)
                        .update()
                > 0;
    }

    /** Newest first. */
    List<Trial> ofTenant(String tenantId) {
        return jdbc.sql(COLUMNS + "where tenant_id = :tenant order by id desc")
                .param("tenant", tenantId)
                .query(TrialStore::trial)
                .list();
    }

    Optional<Trial> newestOf(String versionId) {
        return jdbc.sql(COLUMNS + "where deployment_id = :version order by id desc limit 1")
                .param("version", versionId)
                .query(TrialStore::trial)
                .optional();
    }

    /** Those that nobody has concluded although their last day was before this one; oldest first. */
    List<Trial> overdue(Collection<String> tenants, LocalDate today) {
        return tenants.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + """
                                where tenant_id in (:tenants) and concluded_at is null and last_day < :today
                                order by last_day, id""")
                        .param("tenants", tenants)
                        .param("today", today)
                        .query(TrialStore::trial)
                        .list();
    }

    private static Trial trial(ResultSet row, int number) throws SQLException {
        @Nullable String conclusion = row.getString("conclusion");
        return new Trial(
                row.getString("deployment_id"),
                row.getString("tenant_id"),
                row.getString("purpose"),
                row.getObject("last_day", LocalDate.class),
                conclusion == null
                        ? null
                        : new Trial.Conclusion(conclusion, row.getBoolean("kept"), row.getString("concluded_by")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
