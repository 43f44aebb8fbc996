package no.rodtraad.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Function;
import no.rodtraad.deadline.PointDays.Days;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.ForDiagrams;
import no.rodtraad.process.OsloTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When the watch over a decision point does something, e.g. {@code ${decisionPoint.warnAt(execution,'ADVERT')}}: always in
 * the morning, when people are at work. Where no clock runs at the point, the days are counted from now.
 */
@ForDiagrams
@Component("decisionPoint")
public class DecisionPointTimes {

    private final ClockStore store;
    private final PointDays days;
    private final WorkingCalendars calendars;
    private final Clock clock;

    DecisionPointTimes(ClockStore store, PointDays days, WorkingCalendars calendars, Clock clock) {
        this.store = store;
        this.days = days;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The morning of the day the holder is reminded. */
    @ForDiagrams
    public Date warnAt(DelegateExecution execution, String point) {
        return OsloTime.morningOf(day(execution, point, Days::warn));
    }

    /** The first working morning after the last day in time. */
    @ForDiagrams
    public Date targetPassedAt(DelegateExecution execution, String point) {
        return morningAfter(execution, point, Days::target);
    }

    /** The morning of the day a leader is told. */
    @ForDiagrams
    public Date escalateAt(DelegateExecution execution, String point) {
        return OsloTime.morningOf(day(execution, point, Days::escalate));
    }

    /** The first working morning after the last day before the deadline counts as broken. */
    @ForDiagrams
    public Date breachedAt(DelegateExecution execution, String point) {
        return morningAfter(execution, point, Days::breach);
    }

    private Date morningAfter(DelegateExecution execution, String point, Function<Days, LocalDate> which) {
        WorkingDays calendar = calendars.of(CaseId.of(execution).tenantId());
        return OsloTime.morningOf(calendar.after(day(execution, point, which), 1));
    }

    private LocalDate day(DelegateExecution execution, String pointName, Function<Days, LocalDate> which) {
        CaseId caseId = CaseId.of(execution);
        DecisionPoint point = DecisionPoint.valueOf(pointName);
        Instant started =
                store.running(caseId, point).map(ClockStore.Run::started).orElseGet(clock::instant);
        return which.apply(days.of(caseId, point, started));
    }
}
