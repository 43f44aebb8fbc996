package no.rodtraad.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CurrentMunicipality;
import no.rodtraad.process.ForDiagrams;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.StepProperties;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What diagrams say about time, e.g. {@code ${deadline.workingDaysFromNow(2)}}. All arithmetic is in Europe/Oslo; a
 * deadline falls at the end of its day.
 */
@ForDiagrams
@Component("deadline")
public class Deadlines {

    private final WorkingCalendars calendars;
    private final DeadlineTable table;
    private final PlannedDates planned;
    private final Clock clock;

    Deadlines(WorkingCalendars calendars, DeadlineTable table, PlannedDates planned, Clock clock) {
        this.calendars = calendars;
        this.table = table;
        this.planned = planned;
        this.clock = clock;
    }

    /**
     * When the step that the process has come to is due: on the day the plan has for the milestone it reaches, and
     * otherwise by the decision table {@code deadlines}.
     *
     * @throws IllegalStateException when the table has no row for the step
     */
    @ForDiagrams
    public Date due(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        return OsloTime.endOf(plannedDay(execution, caseId)
                .orElseGet(() -> calendars
                        .of(caseId.tenantId())
                        .due(
                                today(),
                                table.of(caseId, execution.getCurrentActivityId())
                                        .target())));
    }

    private Optional<LocalDate> plannedDay(DelegateExecution execution, CaseId caseId) {
        return StepProperties.milestone(execution)
                .map(milestone -> planned.of(caseId).get(milestone))
                .filter(day -> !day.isBefore(today()));
    }

    /** The end of the day a number of working days from today. */
    @ForDiagrams
    public Date workingDaysFromNow(int days) {
        return OsloTime.endOf(calendar().after(today(), days));
    }

    /** The morning of the day a number of working days before another. */
    @ForDiagrams
    public Date workingDaysBefore(Date date, int days) {
        return OsloTime.morningOf(calendar().before(OsloTime.dayOf(date), days));
    }

    /** The morning a number of calendar days before another. */
    @ForDiagrams
    public Date daysBefore(Date date, int days) {
        return OsloTime.morningOf(OsloTime.dayOf(date).minusDays(days));
    }

    /** The morning a number of months after another day. */
    @ForDiagrams
    public Date monthsAfter(Date date, int months) {
        return OsloTime.morningOf(OsloTime.dayOf(date).plusMonths(months));
    }

    private WorkingDays calendar() {
        return CurrentMunicipality.find().map(calendars::of).orElseGet(calendars::ofTheCountry);
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }
}
