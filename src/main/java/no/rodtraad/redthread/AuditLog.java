package no.rodtraad.redthread;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did or opened what in a case, or changed what concerns a whole municipality. Holds ids only, so that people can be deleted without touching it. */
@Repository
class AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Action {
        APPLICATION_OPENED,
        DOCUMENT_OPENED,
        CONTRACT_OPENED,
        APPLICATION_ASSESSED,
        INTERVIEW_TIME_CHOSEN,
        LINKS_REVOKED,
        WITHDRAWAL_REPORTED,
        CASE_CANCELLED,
        VARIANT_CHANGED,
        CALENDAR_CHANGED,
        ARCHIVE_PACKAGE_OPENED,
        ARCHIVE_NUMBERS_WRITTEN
    }

    void add(Staff staff, Action action, CaseId caseId, @Nullable UUID about) {
        insert(staff, action, caseId.tenantId(), caseId.value(), about == null ? null : about.toString());
    }

    /** What concerns a whole municipality. */
    void addForMunicipality(Staff staff, Action action, String tenantId, String detail) {
        insert(staff, action, tenantId, null, detail);
    }

    private void insert(Staff staff, Action action, String tenantId, @Nullable String caseId, @Nullable String detail) {
        jdbc.sql("""
                        insert into audit_log (tenant_id, case_id, actor, action, detail, at)
                        values (:tenant, :case, :actor, :action, :detail, :at)
                        """)
                .param("tenant", tenantId)
                .param("case", caseId)
                .param("actor", staff.userId())
                .param("action", action.name())
                .param("detail", detail)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
