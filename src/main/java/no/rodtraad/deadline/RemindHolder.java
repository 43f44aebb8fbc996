package no.rodtraad.deadline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.deadline.DeadlineWatch.Running;
import no.rodtraad.deadline.PointClocks.Level;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who hold the case's open tasks that a deadline comes near; HR where nobody holds any. */
@Component
class RemindHolder implements JavaDelegate {

    private final DeadlineWatch watch;
    private final People people;

    RemindHolder(DeadlineWatch watch, People people) {
        this.watch = watch;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.once(execution, Level.REMINDED, this::remind);
    }

    private List<String> remind(Running deadline) {
        Map<String, Set<String>> holders = people.withTasks(deadline.caseId());
        if (holders.isEmpty()) {
            List<String> owners = people.owners(deadline.caseId());
            owners.forEach(user -> watch.send(deadline, user, "S01", Map.of("nobodyHasTask", true)));
            return owners;
        }
        holders.forEach((user, tasks) -> watch.send(deadline, user, "S01", Map.of("steps", Words.quoted(tasks))));
        return List.copyOf(holders.keySet());
    }
}
