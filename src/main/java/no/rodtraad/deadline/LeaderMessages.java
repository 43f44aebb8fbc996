package no.rodtraad.deadline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.rodtraad.deadline.DeadlineWatch.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a leader how late the case is and whom it waits for, so that obstacles can be removed. */
@Component
class LeaderMessages {

    private final DeadlineWatch watch;
    private final DeadlineTable table;
    private final People people;

    LeaderMessages(DeadlineWatch watch, DeadlineTable table, People people) {
        this.watch = watch;
        this.table = table;
        this.people = people;
    }

    /**
     * @param group which group of the table's row leads here
     * @return user ids of those who got word
     */
    List<String> send(Running deadline, String template, Function<Deadline, @Nullable String> group) {
        List<String> leaders = people.leaders(
                deadline.caseId(),
                group.apply(table.of(deadline.caseId(), deadline.run().point().name())));
        Map<String, Object> fields = fields(deadline);
        leaders.forEach(user -> watch.send(deadline, user, template, fields));
        return leaders;
    }

    private Map<String, Object> fields(Running deadline) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("delay", Words.workingDays(deadline.workingDaysLate()));
        Set<String> holders = people.withTasks(deadline.caseId()).keySet();
        if (!holders.isEmpty()) {
            fields.put("holders", people.names(holders));
        }
        return fields;
    }
}
