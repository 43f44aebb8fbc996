package no.rodtraad.process;

import java.util.Optional;

/** Who holds a role in a case, as the plan says and absence changes. */
public interface RoleHolders {

    /**
     * The employee who gets the tasks of the group in this case: the one the plan names, or the deputy while that one is
     * away. Empty where the plan names nobody, and the task is offered to the whole group.
     *
     * @return a user id
     */
    Optional<String> holderOf(CaseId caseId, String groupId);

    /** @return the user id of the one who steps in for the group in this case */
    Optional<String> deputyOf(CaseId caseId, String groupId);
}
