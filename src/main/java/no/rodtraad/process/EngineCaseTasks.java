package no.rodtraad.process;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final HistoryService history;

    EngineCaseTasks(@Lazy TaskService tasks, @Lazy HistoryService history) {
        this.tasks = tasks;
        this.history = history;
    }

    @Override
    public List<OpenTask> of(CaseId caseId) {
        return WithoutUser.call(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::read)
                .toList());
    }

    private OpenTask read(Task task) {
        List<IdentityLink> candidates = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .toList();
        Set<String> users = candidates.stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(toUnmodifiableSet());
        Set<String> roles = candidates.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(toCollection(TreeSet::new));
        roles.addAll(replacedByTheirHolders(task));
        String name = task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
        return new OpenTask(task.getId(), name, task.getAssignee(), users, roles);
    }

    /** The engine's log remembers the groups that the task was first offered to. */
    private List<String> replacedByTheirHolders(Task task) {
        return history
                .createHistoricIdentityLinkLogQuery()
                .taskId(task.getId())
                .type(IdentityLinkType.CANDIDATE)
                .list()
                .stream()
                .map(HistoricIdentityLinkLog::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
