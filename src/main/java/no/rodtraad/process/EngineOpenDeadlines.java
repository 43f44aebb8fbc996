package no.rodtraad.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineOpenDeadlines implements OpenDeadlines {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    EngineOpenDeadlines(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            @Lazy RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    @Override
    public int recompute(CaseId caseId, DueDay rule) {
        return WithoutUser.call(() -> {
            timers(caseId).forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
            List<Task> moved = openTasks(caseId).stream()
                    .filter(task -> setDue(task, rule))
                    .toList();
            return moved.size();
        });
    }

    private boolean setDue(Task task, DueDay rule) {
        Optional<Date> due = rule.of(task.getTaskDefinitionKey(), OsloTime.dayOf(task.getCreateTime()), milestone(task))
                .map(OsloTime::endOf)
                .filter(date -> !date.equals(task.getDueDate()));
        due.ifPresent(date -> {
            task.setDueDate(date);
            tasks.saveTask(task);
        });
        return due.isPresent();
    }

    private List<Task> openTasks(CaseId caseId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .active()
                .list()
                .stream()
                .filter(task -> task.getDueDate() != null)
                .toList();
    }

    private @Nullable Milestone milestone(Task task) {
        Collection<CamundaProperty> properties = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementsByType(CamundaProperty.class);
        for (CamundaProperty property : properties) {
            if (isOf(property, task.getTaskDefinitionKey())) {
                @Nullable DecisionPoint point = DecisionPoint.find(property.getCamundaValue());
                if ("decisionPoint".equals(property.getCamundaName()) && point != null) {
                    return Milestone.of(point);
                }
                if ("milestone".equals(property.getCamundaName())) {
                    return Milestone.find(property.getCamundaValue());
                }
            }
        }
        return null;
    }

    private static boolean isOf(CamundaProperty property, String step) {
        return step.equals(property.getParentElement()
                .getParentElement()
                .getParentElement()
                .getAttributeValue("id"));
    }

    private List<Job> timers(CaseId caseId) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).timers().active().list().stream())
                .filter(this::followsDecisionPoint)
                .toList();
    }

    private boolean followsDecisionPoint(Job job) {
        @Nullable
        JobDefinition definition = job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
        return definition != null
                && definition.getJobConfiguration() != null
                && definition.getJobConfiguration().contains("${decisionPoint.");
    }
}
