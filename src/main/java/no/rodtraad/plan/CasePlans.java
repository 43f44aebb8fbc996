package no.rodtraad.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseWatcher;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of a case and how it goes. Each time a task has come or gone, the forecast is made anew and kept if it changed. */
@Component
class CasePlans implements Plans, CaseWatcher {

    private final PlanStore plan;
    private final PlanProposal proposal;
    private final CaseRoles roles;
    private final MeetingStore meetings;
    private final PointClocks clocks;
    private final HiringCases cases;
    private final Vacancies vacancies;
    private final WorkingCalendars calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    CasePlans(
            PlanStore plan,
            PlanProposal proposal,
            CaseRoles roles,
            MeetingStore meetings,
            PointClocks clocks,
            HiringCases cases,
            Vacancies vacancies,
            WorkingCalendars calendars,
            JdbcClient jdbc,
            Clock clock) {
        this.plan = plan;
        this.proposal = proposal;
        this.roles = roles;
        this.meetings = meetings;
        this.clocks = clocks;
        this.cases = cases;
        this.vacancies = vacancies;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<PlannedMilestone> milestones(CaseId caseId) {
        Map<Milestone, LocalDate> planned = plan.of(caseId);
        Map<Milestone, Instant> reached = clocks.reached(caseId);
        Map<Milestone, LocalDate> forecast = forecast(caseId, planned, reached);
        return forecast.entrySet().stream()
                .map(day -> new PlannedMilestone(
                        day.getKey(), planned.get(day.getKey()), day.getValue(), reached.get(day.getKey())))
                .toList();
    }

    /** What HR has set; the rest, and everything before there is a plan, as it would be proposed. */
    private Map<Milestone, LocalDate> forecast(
            CaseId caseId, Map<Milestone, LocalDate> planned, Map<Milestone, Instant> reached) {
        LocalDate started = OsloTime.dayOf(cases.get(caseId).reportedAt());
        Map<Milestone, LocalDate> base = proposal.of(caseId, reached, started);
        base.putAll(planned);
        Map<Milestone, LocalDate> done = new EnumMap<>(Milestone.class);
        reached.forEach((milestone, at) -> done.put(milestone, OsloTime.dayOf(at)));
        return Forecast.of(
                base, announced(caseId), done, OsloTime.dayOf(clock.instant()), calendars.of(caseId.tenantId()));
    }

    /** Applicants go by the deadline in the advert. */
    private Map<Milestone, LocalDate> announced(CaseId caseId) {
        return vacancies
                .find(caseId)
                .filter(vacancy -> vacancy.publishedAt() != null)
                .map(vacancy -> Map.of(Milestone.APPLICATION_DEADLINE, vacancy.applicationDeadline()))
                .orElseGet(Map::of);
    }

    @Override
    public List<PlannedRole> roles(CaseId caseId) {
        return roles.planned(caseId);
    }

    @Override
    public List<Meeting> meetings(CaseId caseId) {
        return meetings.of(caseId).stream().map(MeetingStore.Row::meeting).toList();
    }

    @Override
    public void taskChanged(CaseId caseId) {
        Map<Milestone, LocalDate> forecast = forecast(caseId, plan.of(caseId), clocks.reached(caseId));
        keep(
                caseId,
                Objects.requireNonNull(forecast.get(Milestone.FIRST_DAY)),
                Objects.requireNonNull(forecast.get(Milestone.PROBATION_COMPLETED)));
    }

    private void keep(CaseId caseId, LocalDate firstDay, LocalDate probationCompleted) {
        jdbc.sql("""
                        insert into forecasts (tenant_id, case_id, made_at, first_day, probation_completed)
                        select :tenant, :case, :now, :first, :completed
                        where not exists (
                          select 1 from (select * from forecasts where case_id = :case order by id desc limit 1) newest
                          where first_day = :first and probation_completed = :completed)""")
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("first", firstDay)
                .param("completed", probationCompleted)
                .update();
    }
}
