package no.rodtraad.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people call the jobs of the engine: the name in the diagram, and the case. */
@Component
@Profile("demo")
class JobNames {

    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Map<String, String> byDefinition = new ConcurrentHashMap<>();

    JobNames(ManagementService management, RepositoryService repository, RuntimeService runtime) {
        this.management = management;
        this.repository = repository;
        this.runtime = runtime;
    }

    /** @param timer whether it waits for a time that the diagram names, unlike a step that is done at once */
    record Named(Job job, Optional<CaseId> caseId, String what, boolean timer) {}

    List<Named> of(List<Job> jobs) {
        Map<String, ProcessInstance> instances = instances(jobs);
        return jobs.stream()
                .map(job -> {
                    @Nullable JobDefinition definition = definition(job);
                    return new Named(
                            job,
                            caseOf(instances.get(job.getProcessInstanceId())),
                            definition == null ? job.getProcessDefinitionKey() : name(definition),
                            definition != null && definition.getJobType().startsWith("timer"));
                })
                .toList();
    }

    private Map<String, ProcessInstance> instances(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return Map.of();
        }
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private static Optional<CaseId> caseOf(@Nullable ProcessInstance instance) {
        return Optional.ofNullable(instance)
                .filter(found -> found.getBusinessKey() != null && found.getTenantId() != null)
                .map(found -> CaseId.of(found.getTenantId(), found.getBusinessKey()));
    }

    private @Nullable JobDefinition definition(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
    }

    private String name(JobDefinition definition) {
        return byDefinition.computeIfAbsent(definition.getId(), id -> {
            var model = repository.getBpmnModelInstance(definition.getProcessDefinitionId());
            @Nullable
            String element = model.getModelElementById(definition.getActivityId()) instanceof FlowElement found
                    ? found.getName()
                    : null;
            @Nullable
            String process = repository
                    .getProcessDefinition(definition.getProcessDefinitionId())
                    .getName();
            return "%s (%s)"
                    .formatted(
                            oneLine(Objects.requireNonNullElse(element, definition.getActivityId())),
                            oneLine(Objects.requireNonNullElse(process, definition.getProcessDefinitionKey())));
        });
    }

    private static String oneLine(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
