package no.rodtraad.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves tasks in the engine. Whoever loses one can no longer see it through it. */
@Component
class EngineTaskHands implements TaskHands, RoleTasks {

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final HistoryService history;

    EngineTaskHands(@Lazy TaskService tasks, @Lazy AuthorizationService authorizations, @Lazy HistoryService history) {
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.history = history;
    }

    @Override
    public void offerAlso(String taskId, String userId) {
        WithoutUser.run(() -> tasks.addCandidateUser(taskId, userId));
    }

    @Override
    public void handOver(String taskId, String fromUserId, String toUserId) {
        WithoutUser.run(() -> {
            Task task = task(taskId);
            boolean assigned = fromUserId.equals(task.getAssignee());
            boolean offered = candidateUsers(taskId).contains(fromUserId);
            if (offered) {
                tasks.addCandidateUser(taskId, toUserId);
                tasks.deleteCandidateUser(taskId, fromUserId);
            }
            if (assigned) {
                tasks.setAssignee(taskId, toUserId);
            }
            forget(authorizations.createAuthorizationQuery().userIdIn(fromUserId), taskId);
        });
    }

    @Override
    public List<Held> heldBy(String tenantId, String userId) {
        return WithoutUser.call(() -> tasks
                .createTaskQuery()
                .tenantIdIn(tenantId)
                .active()
                .or()
                .taskAssignee(userId)
                .taskInvolvedUser(userId)
                .endOr()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> held(task, userId))
                .toList());
    }

    @Override
    public void holderChanged(CaseId caseId, String groupId, @Nullable String from, @Nullable String to) {
        if (Objects.equals(from, to)) {
            return;
        }
        WithoutUser.run(() -> openTasks(caseId).stream()
                .filter(task -> isOf(task, groupId, from))
                .forEach(task -> move(task, groupId, from, to)));
    }

    private void move(Task task, String groupId, @Nullable String from, @Nullable String to) {
        if (from != null && to != null) {
            handOver(task.getId(), from, to);
        } else if (to != null) {
            tasks.addCandidateUser(task.getId(), to);
            tasks.deleteCandidateGroup(task.getId(), groupId);
            forget(authorizations.createAuthorizationQuery().groupIdIn(groupId), task.getId());
        } else if (from != null) {
            tasks.addCandidateGroup(task.getId(), groupId);
            tasks.deleteCandidateUser(task.getId(), from);
            if (!from.equals(task.getAssignee())) {
                forget(authorizations.createAuthorizationQuery().userIdIn(from), task.getId());
            }
        }
    }

    /** The engine's log remembers the group that was replaced by its holder when the task was created. */
    private boolean isOf(Task task, String groupId, @Nullable String from) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
        if (from == null) {
            return links.stream().anyMatch(link -> groupId.equals(link.getGroupId()));
        }
        boolean has = from.equals(task.getAssignee()) || links.stream().anyMatch(link -> from.equals(link.getUserId()));
        return has
                && history.createHistoricIdentityLinkLogQuery()
                                .taskId(task.getId())
                                .groupId(groupId)
                                .type(IdentityLinkType.CANDIDATE)
                                .count()
                        > 0;
    }

    private List<Task> openTasks(CaseId caseId) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .active()
                .list();
    }

    private Held held(Task task, String userId) {
        String name = task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
        CaseId caseId = new CaseId((String) tasks.getVariable(task.getId(), HiringVariables.CASE_ID.name()));
        return new Held(task.getId(), name, caseId, candidateUsers(task.getId()), userId.equals(task.getAssignee()));
    }

    private Set<String> candidateUsers(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Task task(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new IllegalArgumentException("There is no open task " + taskId);
        }
        return task;
    }

    private void forget(AuthorizationQuery whose, String taskId) {
        whose.resourceType(Resources.TASK)
                .resourceId(taskId)
                .list()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }
}
