package no.rodtraad.process;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets what already runs in a case follow other deadlines. */
public interface OpenDeadlines {

    /**
     * Gives the open tasks their due dates anew, and the timers whose time the diagram asks of {@code decisionPoint}
     * theirs.
     *
     * @return how many tasks got another due date
     */
    int recompute(CaseId caseId, DueDay rule);

    /** The last day in time of a task. */
    interface DueDay {

        /**
         * @param step BPMN id of the task
         * @param created the day the task came
         * @param milestone what is reached when it is done, if anything
         * @return empty to leave the task as it is
         */
        Optional<LocalDate> of(String step, LocalDate created, @Nullable Milestone milestone);
    }
}
