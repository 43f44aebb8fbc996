package no.rodtraad.deadline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.deadline.DeadlineWatch.Running;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.process.TaskHands;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers the open tasks of the case to the deputies of those who have them, too. Nobody loses a task. */
@Component
class InvolveDeputy implements JavaDelegate {

    private final DeadlineWatch watch;
    private final People people;
    private final TaskHands hands;

    InvolveDeputy(DeadlineWatch watch, People people, TaskHands hands) {
        this.watch = watch;
        this.people = people;
        this.hands = hands;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.once(execution, Level.DEPUTY, this::involve);
    }

    private List<String> involve(Running deadline) {
        Map<String, Set<String>> tasks = new LinkedHashMap<>();
        people.deputies(deadline.caseId())
                .forEach((task, deputies) -> deputies.forEach(user -> {
                    hands.offerAlso(task.id(), user);
                    tasks.computeIfAbsent(user, none -> new LinkedHashSet<>()).add(task.name());
                }));
        tasks.forEach((user, names) -> watch.send(deadline, user, "S02", Map.of("steps", Words.quoted(names))));
        return List.copyOf(tasks.keySet());
    }
}
