package no.rodtraad.plan;

import java.sql.Timestamp;
import java.time.Clock;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes in the audit log who changed what in a plan. Ids, dates and names of steps only. */
@Repository
class PlanLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Action {
        PLAN_SET_UP,
        PLAN_ROLE_CHANGED,
        PLAN_DATE_CHANGED,
        MEETING_ADDED,
        MEETING_CHANGED,
        MEETING_CANCELLED,
        DEADLINES_RECOMPUTED,
        ABSENCE_REGISTERED,
        ABSENCE_ENDED,
        TASK_HANDED_OVER
    }

    void add(String actor, Action action, CaseId caseId, @Nullable String detail) {
        add(actor, action, caseId.tenantId(), caseId.value(), detail);
    }

    void add(String actor, Action action, String tenantId, @Nullable String caseId, @Nullable String detail) {
        jdbc.sql("""
                        insert into audit_log (tenant_id, case_id, actor, action, detail, at)
                        values (:tenant, :case, :actor, :action, :detail, :at)""")
                .param("tenant", tenantId)
                .param("case", caseId)
                .param("actor", actor)
                .param("action", action.name())
                .param("detail", detail)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
