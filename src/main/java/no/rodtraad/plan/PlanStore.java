package no.rodtraad.plan;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.PlannedDates;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What HR has set for a case: people and dates. */
@Repository
class PlanStore implements PlannedDates {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasPlan(CaseId caseId) {
        return jdbc.sql("select exists (select 1 from plan_roles where case_id = :case)")
                .param("case", caseId.value())
                .query(Boolean.class)
                .single();
    }

    /** Those that somebody holds. */
    List<PlannedRole> roles(CaseId caseId) {
        return jdbc.sql("select group_id, holder, deputy from plan_roles where case_id = :case order by group_id")
                .param("case", caseId.value())
                .query((row, number) ->
                        new PlannedRole(row.getString("group_id"), row.getString("holder"), row.getString("deputy")))
                .list();
    }

    Optional<PlannedRole> role(CaseId caseId, String groupId) {
        return roles(caseId).stream()
                .filter(role -> role.groupId().equals(groupId))
                .findFirst();
    }

    /** A role without a holder is removed; its tasks are offered to the whole group. */
    void set(CaseId caseId, PlannedRole role) {
        if (role.holder() == null) {
            jdbc.sql("delete from plan_roles where case_id = :case and group_id = :group")
                    .param("case", caseId.value())
                    .param("group", role.groupId())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into plan_roles (case_id, tenant_id, group_id, holder, deputy)
                        values (:case, :tenant, :group, :holder, :deputy)
                        on conflict (case_id, group_id) do update set holder = :holder, deputy = :deputy""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("group", role.groupId())
                .param("holder", role.holder())
                .param("deputy", role.deputy())
                .update();
    }

    @Override
    public Map<Milestone, LocalDate> of(CaseId caseId) {
        Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
        jdbc.sql("select milestone, day from planned_dates where case_id = :case")
                .param("case", caseId.value())
                .query((row, number) ->
                        dates.put(Milestone.valueOf(row.getString("milestone")), row.getObject("day", LocalDate.class)))
                .list();
        return dates;
    }

    void set(CaseId caseId, Milestone milestone, LocalDate day) {
        jdbc.sql("""
                        insert into planned_dates (case_id, tenant_id, milestone, day)
                        values (:case, :tenant, :milestone, :day)
                        on conflict (case_id, milestone) do update set day = :day""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("milestone", milestone.name())
                .param("day", day)
                .update();
    }
}
