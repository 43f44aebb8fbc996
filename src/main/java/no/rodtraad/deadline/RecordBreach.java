package no.rodtraad.deadline;

import no.rodtraad.deadline.PointClocks.Level;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down that a deadline is broken, and tells the leader the table {@code deadlines} names for that. */
@Component
class RecordBreach implements JavaDelegate {

    private final DeadlineWatch watch;
    private final LeaderMessages leaders;

    RecordBreach(DeadlineWatch watch, LeaderMessages leaders) {
        this.watch = watch;
        this.leaders = leaders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.once(execution, Level.BREACHED, deadline -> leaders.send(deadline, "S04", Deadline::breachTo));
    }
}
