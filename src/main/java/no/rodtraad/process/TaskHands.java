package no.rodtraad.process;

import java.util.List;
import java.util.Set;

/** Moves open tasks between hands. What a task is about, and its answers, stay as they are. */
public interface TaskHands {

    /** Lets one more employee see and take the task; whoever has it keeps it. */
    void offerAlso(String taskId, String userId);

    /** Takes the task from one employee, assigned or offered, and gives it to another in the same way. */
    void handOver(String taskId, String fromUserId, String toUserId);

    /** The open tasks in the municipality that the employee has taken or that are offered to this employee by name. */
    List<Held> heldBy(String tenantId, String userId);

    /**
     * @param candidateUsers those it is offered to by name
     * @param assigned whether the employee asked about has taken it
     */
    record Held(String taskId, String name, CaseId caseId, Set<String> candidateUsers, boolean assigned) {}
}
