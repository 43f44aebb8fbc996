package no.rodtraad.deadline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseTasks;
import no.rodtraad.process.CaseTasks.OpenTask;
import no.rodtraad.process.RoleHolders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a deadline concerns, by user id. */
@Component
class People implements CaseOwners {

    /** Owns the case, so answers for it where nobody else is known. */
    private static final String CASE_OWNER = "hr";

    private final CaseTasks tasks;
    private final RoleHolders roles;
    private final StaffDirectory directory;

    People(CaseTasks tasks, RoleHolders roles, StaffDirectory directory) {
        this.tasks = tasks;
        this.roles = roles;
        this.directory = directory;
    }

    /** Everyone who can do an open task of the case, with those tasks' names. */
    Map<String, Set<String>> withTasks(CaseId caseId) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (OpenTask task : tasks.of(caseId)) {
            handsOf(caseId, task)
                    .forEach(user -> names.computeIfAbsent(user, none -> new LinkedHashSet<>())
                            .add(task.name()));
        }
        return names;
    }

    /** Those who step in for the roles of the open tasks and do not have the task already, by task. */
    Map<OpenTask, Set<String>> deputies(CaseId caseId) {
        Map<OpenTask, Set<String>> deputies = new LinkedHashMap<>();
        for (OpenTask task : tasks.of(caseId)) {
            Set<String> users = task.roles().stream()
                    .flatMap(role -> roles.deputyOf(caseId, role).stream())
                    .filter(user ->
                            !user.equals(task.assignee()) && !task.offeredTo().contains(user))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!users.isEmpty()) {
                deputies.put(task, users);
            }
        }
        return deputies;
    }

    /** Who leads: the holder of the role in the case, or all in the group; those who own the case where there is nobody. */
    List<String> leaders(CaseId caseId, @Nullable String groupId) {
        List<String> leaders = groupId == null ? List.of() : inRole(caseId, groupId);
        return leaders.isEmpty() ? owners(caseId) : leaders;
    }

    @Override
    public List<String> owners(CaseId caseId) {
        return inRole(caseId, CASE_OWNER);
    }

    String names(Iterable<String> users) {
        var names = new java.util.ArrayList<String>();
        users.forEach(user -> names.add(directory.nameOf(user)));
        return Words.list(names);
    }

    private Set<String> handsOf(CaseId caseId, OpenTask task) {
        if (task.assignee() != null) {
            return Set.of(task.assignee());
        }
        if (!task.offeredTo().isEmpty()) {
            return new TreeSet<>(task.offeredTo());
        }
        return task.roles().stream()
                .flatMap(role -> members(caseId, role).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> inRole(CaseId caseId, String groupId) {
        return roles.holderOf(caseId, groupId).map(List::of).orElseGet(() -> members(caseId, groupId));
    }

    private List<String> members(CaseId caseId, String groupId) {
        return directory.membersOf(caseId.tenantId(), groupId).stream()
                .map(StaffDirectory.Member::userId)
                .toList();
    }
}
