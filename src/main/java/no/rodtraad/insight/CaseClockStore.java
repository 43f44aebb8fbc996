package no.rodtraad.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.JourneyClock;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the clocks of cases in the table {@code case_clocks}, one row per case. The engine tells in its own transaction, so
 * that the row is never behind the journey.
 */
@Repository
class CaseClockStore implements JourneyClock {

    private final JdbcClient jdbc;
    private final HiringCases cases;
    private final Applications applications;
    private final Clock clock;

    CaseClockStore(JdbcClient jdbc, HiringCases cases, Applications applications, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public void started(CaseId caseId, DecisionPoint point) {
        jdbc.sql("""
                        insert into case_clocks (case_id, tenant_id, need_reported_at)
                        values (:case, :tenant, :reported) on conflict do nothing""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("reported", timestamp(cases.get(caseId).reportedAt()))
                .update();
    }

    @Override
    public void reached(CaseId caseId, DecisionPoint point) {
        reached(caseId, Milestone.of(point));
    }

    /** {@inheritDoc} One that is reached again, as with the next candidate, counts the last time. */
    @Override
    public void reached(CaseId caseId, Milestone milestone) {
        switch (milestone) {
            case POSITION_APPROVED -> set(caseId, "approved_at", clock.instant());
            case ADVERT_PUBLISHED -> set(caseId, "advert_published_at", clock.instant());
            case APPLICATION_DEADLINE -> set(caseId, "application_deadline_at", clock.instant());
            case CONTRACT_SIGNED -> {
                set(caseId, "signed_at", clock.instant());
                set(caseId, "application_received_at", hiredApplicationReceived(caseId));
            }
            case FIRST_DAY -> set(caseId, "first_day_at", clock.instant());
            case PROBATION_COMPLETED -> set(caseId, "probation_completed_at", clock.instant());
            default -> {
                // the others begin and end no duration
            }
        }
    }

    /** What the case has come to, it has come to. */
    @Override
    public void stopped(CaseId caseId) {}

    private void set(CaseId caseId, String column, @Nullable Instant at) {
        jdbc.sql("update case_clocks set %s = :at where case_id = :case".formatted(column))
                .param("at", at == null ? null : timestamp(at))
                .param("case", caseId.value())
                .update();
    }

    private @Nullable Instant hiredApplicationReceived(CaseId caseId) {
        return applications.ofCase(caseId).stream()
                .filter(application -> application.outcome() == Outcome.HIRED)
                .map(ApplicationInfo::receivedAt)
                .findFirst()
                .orElse(null);
    }

    Map<CaseId, CaseClocks> ofTenants(List<String> tenantIds) {
        Map<CaseId, CaseClocks> byCase = new HashMap<>();
        if (!tenantIds.isEmpty()) {
            jdbc.sql("select * from case_clocks where tenant_id in (:tenants)")
                    .param("tenants", tenantIds)
                    .query(row -> {
                        byCase.put(new CaseId(row.getString("case_id")), read(row));
                    });
        }
        return byCase;
    }

    private static CaseClocks read(ResultSet row) throws SQLException {
        return new CaseClocks(
                row.getObject("need_reported_at", OffsetDateTime.class).toInstant(),
                instant(row, "approved_at"),
                instant(row, "advert_published_at"),
                instant(row, "application_deadline_at"),
                instant(row, "application_received_at"),
                instant(row, "signed_at"),
                day(row, "first_day_at"),
                day(row, "probation_completed_at"));
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        @Nullable Instant at = instant(row, column);
        return at == null ? null : OsloTime.dayOf(at);
    }
}
