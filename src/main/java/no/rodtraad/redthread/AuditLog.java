package no.rodtraad.redthread;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did or opened what in a case. Holds ids only, so that people can be deleted without touching it. */
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
        CASE_CANCELLED
    }

    void add(Staff staff, Action action, CaseId caseId, @Nullable UUID about) {
        jdbc.sql("""
                        insert into audit_log (tenant_id, case_id, actor, action, detail, at)
                        values (:tenant, :case, :actor, :action, :detail, :at)
                        """)
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("actor", staff.userId())
                .param("action", action.name())
                .param("detail", about == null ? null : about.toString())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
