package no.rodtraad.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes one process to another definition of it. The engine sets each timer and awaits each message of the new definition
 * that does not run at that moment, also one that has happened already: a deadline's watch would begin again, and a case
 * that is cancelled could be cancelled once more. What the old definition had too is therefore taken away again.
 */
@Component
class MovedInstance {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final TaskService tasks;
    private final ProcessEngine engine;

    MovedInstance(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy ManagementService management,
            @Lazy TaskService tasks,
            @Lazy ProcessEngine engine) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.tasks = tasks;
        this.engine = engine;
    }

    void move(ProcessInstance instance, MigrationPlan plan) {
        String id = instance.getId();
        Set<String> timers = ids(timers(id), Job::getId);
        Set<String> messages = ids(messages(id), EventSubscription::getId);
        runtime.newMigration(plan).processInstanceIds(id).execute();
        Set<String> known = ids(plan.getInstructions(), MigrationInstruction::getTargetActivityId);
        timers(id).stream()
                .filter(timer -> !timers.contains(timer.getId()) && known.contains(stepOf(timer)))
                .forEach(timer -> management.deleteJob(timer.getId()));
        messages(id).stream()
                .filter(message -> !messages.contains(message.getId()) && known.contains(message.getActivityId()))
                .forEach(message -> forget(message.getId()));
        tasks.createTaskQuery().processInstanceId(id).list().forEach(task -> rename(task, plan));
    }

    private static <T> Set<String> ids(List<T> found, Function<T, String> id) {
        return found.stream().map(id).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Job> timers(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().list();
    }

    private String stepOf(Job timer) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private List<EventSubscription> messages(String instance) {
        return runtime.createEventSubscriptionQuery()
                .processInstanceId(instance)
                .list();
    }

    /** The engine has no service for it. */
    private void forget(String message) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    @Nullable
                    EventSubscriptionEntity found =
                            context.getEventSubscriptionManager().findEventSubscriptionById(message);
                    if (found != null) {
                        found.delete();
                    }
                    return null;
                });
    }

    /** An open task would keep its name and description, which those who have it can no longer find in any diagram. */
    private void rename(Task task, MigrationPlan plan) {
        UserTask before = drawn(plan.getSourceProcessDefinitionId(), task);
        UserTask now = drawn(plan.getTargetProcessDefinitionId(), task);
        if (isPlain(now.getName()) && !now.getName().equals(task.getName()) && isPlain(before.getName())) {
            task.setName(now.getName());
            now.getDocumentations().stream()
                    .findFirst()
                    .ifPresent(about -> task.setDescription(about.getTextContent()));
            tasks.saveTask(task);
        }
    }

    private UserTask drawn(String definition, Task task) {
        return repository.getBpmnModelInstance(definition).getModelElementById(task.getTaskDefinitionKey());
    }

    private static boolean isPlain(@Nullable String name) {
        return name != null && !name.contains("{");
    }
}
