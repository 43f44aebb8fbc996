package no.rodtraad.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Decisions;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.OsloTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What diagrams say about time, e.g. {@code ${deadline.workingDaysFromNow(2)}}. All arithmetic is in Europe/Oslo; a
 * deadline falls at the end of its day.
 */
@Component("deadline")
public class Deadlines {

    private final WorkingDays workingDays;
    private final Decisions decisions;
    private final Clock clock;

    Deadlines(WorkingDays workingDays, Decisions decisions, Clock clock) {
        this.workingDays = workingDays;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * When the step that the process has come to is due, by the decision table {@code deadlines}.
     *
     * @throws IllegalStateException when the table has no row for the step
     */
    public Date due(DelegateExecution execution) {
        String step = execution.getCurrentActivityId();
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("step", step);
        inputs.put(
                "occupationalGroup",
                HiringVariables.OCCUPATIONAL_GROUP.find(execution).orElse("other"));
        List<Map<String, Object>> rows = decisions.evaluate(CaseId.of(execution).tenantId(), "deadlines", inputs);
        if (rows.isEmpty()) {
            noRow("row", step);
        }
        return workingDaysFromNow(
                rows.get(0).get("targetWorkingDays") instanceof Number days
                        ? days.intValue()
                        : noRow("'targetWorkingDays'", step));
    }

    private static int noRow(String what, String step) {
        throw new IllegalStateException("The decision table 'deadlines' has no %s for step '%s'".formatted(what, step));
    }

    /** The end of the day a number of working days from today. */
    public Date workingDaysFromNow(int days) {
        return OsloTime.endOf(workingDays.after(today(), days));
    }

    /** The morning of the day a number of working days before another. */
    public Date workingDaysBefore(Date date, int days) {
        return OsloTime.morningOf(workingDays.before(OsloTime.dayOf(date), days));
    }

    /** The morning a number of calendar days before another. */
    public Date daysBefore(Date date, int days) {
        return OsloTime.morningOf(OsloTime.dayOf(date).minusDays(days));
    }

    /** The morning a number of months after another day. */
    public Date monthsAfter(Date date, int months) {
        return OsloTime.morningOf(OsloTime.dayOf(date).plusMonths(months));
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }
}
