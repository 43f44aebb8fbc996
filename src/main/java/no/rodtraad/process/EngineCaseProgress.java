package no.rodtraad.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineCaseProgress implements CaseProgress {

    private static final String CASE_PROCESS = "hiring-case";

    private final HistoryService history;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;

    EngineCaseProgress(
            @Lazy HistoryService history,
            @Lazy RepositoryService repository,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy IdentityService identity) {
        this.history = history;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public boolean isRunning(CaseId caseId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CASE_PROCESS)
                        .processInstanceBusinessKey(caseId.caseNumber())
                        .tenantIdIn(caseId.tenantId())
                        .count()
                > 0;
    }

    @Override
    public List<Step> steps(CaseId caseId) {
        List<HistoricProcessInstance> found = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(CASE_PROCESS)
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1);
        if (found.isEmpty()) {
            return List.of();
        }
        HistoricProcessInstance instance = found.get(0);
        List<CasePhases.Visit> visits =
                history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                        .map(visit -> new CasePhases.Visit(
                                visit.getActivityId(),
                                visit.getStartTime().toInstant(),
                                instant(visit.getEndTime()),
                                visit.isCanceled()))
                        .toList();
        return CasePhases.of(repository.getBpmnModelInstance(instance.getProcessDefinitionId()), visits);
    }

    @Override
    public List<OpenTask> openTasks(CaseId caseId) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, String> applications = applications(open);
        Map<String, String> names = identity.createGroupQuery().list().stream()
                .collect(Collectors.toMap(
                        org.camunda.bpm.engine.identity.Group::getId,
                        group -> group.getName() == null ? group.getId() : group.getName()));
        return open.stream()
                .map(task -> {
                    List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
                    @Nullable String application = applications.get(task.getProcessInstanceId());
                    return new OpenTask(
                            task.getId(),
                            task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                            groups(links, names),
                            offeredTo(links),
                            application == null ? null : ApplicationId.of(application),
                            task.getAssignee(),
                            task.getCreateTime().toInstant(),
                            instant(task.getDueDate()));
                })
                .toList();
    }

    private static List<CaseProgress.Group> groups(List<IdentityLink> links, Map<String, String> names) {
        return links.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(id -> new CaseProgress.Group(id, names.getOrDefault(id, id)))
                .toList();
    }

    private static List<String> offeredTo(List<IdentityLink> links) {
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Process instance to the application it is about. */
    private Map<String, String> applications(List<Task> open) {
        String[] instances =
                open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        Map<String, String> found = new HashMap<>();
        for (VariableInstance variable : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .variableName(HiringVariables.APPLICATION_ID.name())
                .list()) {
            if (variable.getValue() instanceof String value) {
                found.put(variable.getProcessInstanceId(), value);
            }
        }
        return found;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
