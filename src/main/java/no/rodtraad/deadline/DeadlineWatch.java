package no.rodtraad.deadline;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.ClockStore.Run;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.deadline.PointDays.Days;
import no.rodtraad.messaging.StaffMessages;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.OsloTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What the steps of the process {@code deadline-watch} have in common: they act only while the clock runs, and once per
 * level and round, also when the next phase watches the same point again.
 */
@Component
class DeadlineWatch {

    private final ClockStore store;
    private final PointDays days;
    private final WorkingCalendars calendars;
    private final StaffMessages messages;
    private final Clock clock;

    DeadlineWatch(ClockStore store, PointDays days, WorkingCalendars calendars, StaffMessages messages, Clock clock) {
        this.store = store;
        this.days = days;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    /** The deadline that the step is about, unless its point has been reached. */
    Optional<Running> running(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        DecisionPoint point = DecisionPoint.valueOf(HiringVariables.POINT.from(execution));
        return store.running(caseId, point).map(run -> read(caseId, run));
    }

    private Running read(CaseId caseId, Run run) {
        Days due = days.of(caseId, run.point(), run.started());
        int late = calendars.of(caseId.tenantId()).between(due.target(), OsloTime.dayOf(clock.instant()));
        return new Running(caseId, run, due, Math.max(0, late));
    }

    /** Does what belongs to the level, and remembers it. */
    void once(DelegateExecution execution, Level level, Work work) {
        running(execution)
                .filter(deadline ->
                        !store.levels(deadline.caseId(), deadline.run()).contains(level))
                .ifPresent(deadline -> store.record(
                        deadline.caseId(), deadline.run(), level, work.tell(deadline), deadline.workingDaysLate()));
    }

    /** Sends a message that goes to the employee once per round. */
    void send(Running deadline, String userId, String template, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("pointName", Words.toDo(deadline.run().point()));
        all.put("targetDay", OsloTime.longDate(deadline.days().target()));
        messages.send("%s:%s:%s".formatted(template, deadline.key(), userId), deadline.caseId(), userId, template, all);
    }

    /** @return user ids of those who got word */
    interface Work {
        List<String> tell(Running deadline);
    }

    /** @param workingDaysLate past the target; 0 before it */
    record Running(CaseId caseId, Run run, Days days, int workingDaysLate) {

        /** The same for every try of the same round. */
        String key() {
            return "%s:%s:%d".formatted(caseId, run.point(), run.round());
        }
    }
}
