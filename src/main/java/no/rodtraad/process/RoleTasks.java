package no.rodtraad.process;

import org.jspecify.annotations.Nullable;

/** Lets the open tasks of a case follow when a role gets another holder. */
public interface RoleTasks {

    /**
     * @param groupId the role
     * @param from who had the tasks of the role; null where they were offered to the whole group
     * @param to who has them now; null to offer them to the whole group
     */
    void holderChanged(CaseId caseId, String groupId, @Nullable String from, @Nullable String to);
}
