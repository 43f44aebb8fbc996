package no.rodtraad.process;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who can do something about the open tasks of a case now. */
public interface CaseTasks {

    /** Those of the case itself and of each of its candidates, oldest first. */
    List<OpenTask> of(CaseId caseId);

    /**
     * @param assignee user id of the one who has taken it
     * @param offeredTo user ids of those it is offered to by name
     * @param roles the groups it was drawn for, also where their holders have it now
     */
    record OpenTask(String id, String name, @Nullable String assignee, Set<String> offeredTo, Set<String> roles) {}
}
