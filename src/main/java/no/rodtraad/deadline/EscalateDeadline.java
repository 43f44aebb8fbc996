package no.rodtraad.deadline;

import no.rodtraad.deadline.PointClocks.Level;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the leader that the table {@code deadlines} names for the point that its deadline has passed. */
@Component
class EscalateDeadline implements JavaDelegate {

    private final DeadlineWatch watch;
    private final LeaderMessages leaders;

    EscalateDeadline(DeadlineWatch watch, LeaderMessages leaders) {
        this.watch = watch;
        this.leaders = leaders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.once(execution, Level.ESCALATED, deadline -> leaders.send(deadline, "S03", Deadline::escalateTo));
    }
}
