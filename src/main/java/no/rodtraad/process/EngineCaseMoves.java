package no.rodtraad.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.process.FormSchema.Field;
import no.rodtraad.process.MoveCheck.Standing;
import no.rodtraad.process.MoveCheck.Target;
import no.rodtraad.process.MovePlan.Obstacle;
import no.rodtraad.process.MovePlan.Part;
import no.rodtraad.process.MovePlan.Reason;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Moves cases with the engine's migration, and mends what it would do twice. */
@Component
class EngineCaseMoves implements CaseMoves {

    private static final String CASE_PROCESS = "hiring-case";
    /** How the engine names the whole of a task that several people have. */
    private static final String WHOLE = "#multiInstanceBody";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final MovedInstance moved;
    private final PromisedSteps promises;

    EngineCaseMoves(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy HistoryService history,
            MovedInstance moved,
            PromisedSteps promises) {
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.moved = moved;
        this.promises = promises;
    }

    @Override
    public Map<CaseId, String> underWay(String tenantId) {
        return WithoutUser.call(() ->
                runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(CASE_PROCESS)
                        .tenantIdIn(tenantId)
                        .list()
                        .stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(
                                instance -> CaseId.of(tenantId, instance.getBusinessKey()),
                                instance -> definitionOf(instance).getDeploymentId())));
    }

    @Override
    public Optional<MovePlan> plan(CaseId caseId, String versionId) {
        return WithoutUser.call(() -> {
            List<ProcessInstance> instances = instances(caseId);
            return instances.stream()
                    .map(this::definitionOf)
                    .filter(definition -> definition.getKey().equals(CASE_PROCESS))
                    .findFirst()
                    .map(definition ->
                            new MovePlan(caseId, definition.getDeploymentId(), versionId, parts(instances, versionId)));
        });
    }

    @Override
    @Transactional
    public void move(MovePlan plan) {
        if (!plan.isSafe() || !plan(plan.caseId(), plan.to()).equals(Optional.of(plan))) {
            throw new MoveRefused("Case %s no longer stands where the plan says".formatted(plan.caseId()), null);
        }
        try {
            WithoutUser.run(() -> toMove(instances(plan.caseId()), plan.to())
                    .forEach(instance -> moved.move(instance, migration(instance, plan.to()))));
        } catch (ProcessEngineException e) {
            throw new MoveRefused("The engine cannot move case " + plan.caseId(), e);
        }
    }

    /** The processes of the case and those that they have called. */
    private List<ProcessInstance> instances(CaseId caseId) {
        Map<String, ProcessInstance> found = new LinkedHashMap<>();
        Deque<ProcessInstance> queue = new ArrayDeque<>(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .list());
        while (!queue.isEmpty()) {
            ProcessInstance instance = queue.remove();
            if (found.putIfAbsent(instance.getId(), instance) == null) {
                queue.addAll(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(instance.getId())
                        .list());
            }
        }
        return List.copyOf(found.values());
    }

    private Stream<ProcessInstance> toMove(List<ProcessInstance> instances, String versionId) {
        return instances.stream()
                .filter(instance -> !definitionOf(instance).getDeploymentId().equals(versionId));
    }

    private List<Part> parts(List<ProcessInstance> instances, String versionId) {
        Version version = new Version(versionId);
        Map<Part, Long> alike = toMove(instances, versionId)
                .map(instance -> part(instance, version))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return alike.entrySet().stream()
                .map(entry -> times(entry.getKey(), Math.toIntExact(entry.getValue())))
                .sorted(Comparator.comparing(Part::process).thenComparing(Part::toString))
                .toList();
    }

    private static Part times(Part part, int alike) {
        return new Part(
                part.process(), alike, part.stands(), part.skipped(), part.gone(), part.added(), part.obstacles());
    }

    private Part part(ProcessInstance instance, Version version) {
        ProcessDefinition source = definitionOf(instance);
        StepGraph graph = version.source(source);
        return version.target(source)
                .map(target -> new MoveCheck(graph, target, standing(instance)).part())
                .orElseGet(() -> new Part(
                        graph.name(),
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Obstacle(Reason.NO_PROCESS, graph.name()))));
    }

    private Standing standing(ProcessInstance instance) {
        List<String> here = new ArrayList<>();
        collect(runtime.getActivityInstance(instance.getId()), here);
        Set<String> done =
                history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                        .map(HistoricActivityInstance::getActivityId)
                        .map(EngineCaseMoves::step)
                        .collect(Collectors.toSet());
        boolean hasIncident = runtime.createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
        return new Standing(here, done, runtime.getVariables(instance.getId()), hasIncident);
    }

    private static void collect(ActivityInstance instance, List<String> into) {
        for (TransitionInstance waiting : instance.getChildTransitionInstances()) {
            into.add(step(waiting.getActivityId()));
        }
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            into.add(step(child.getActivityId()));
            collect(child, into);
        }
    }

    private static String step(String activityId) {
        return activityId.endsWith(WHOLE) ? activityId.substring(0, activityId.length() - WHOLE.length()) : activityId;
    }

    private ProcessDefinition definitionOf(Execution instance) {
        return repository.getProcessDefinition(((ProcessInstance) instance).getProcessDefinitionId());
    }

    private MigrationPlan migration(ProcessInstance instance, String versionId) {
        ProcessDefinition source = definitionOf(instance);
        return definition(versionId, source.getKey())
                .map(target -> migration(source, target))
                .orElseThrow(() ->
                        new MoveRefused("Version %s has no process %s".formatted(versionId, source.getKey()), null));
    }

    private MigrationPlan migration(ProcessDefinition source, ProcessDefinition target) {
        return runtime.createMigrationPlan(source.getId(), target.getId())
                .mapEqualActivities()
                .build();
    }

    private Optional<ProcessDefinition> definition(String versionId, String process) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .deploymentId(versionId)
                .processDefinitionKey(process)
                .singleResult());
    }

    /** What is read once for all the processes of a case that is to follow another version. */
    private final class Version {

        private final String id;
        private final Set<String> processes;
        private final Supplier<Map<String, Set<String>>> fields = SingletonSupplier.of(this::readFields);
        private final Map<String, StepGraph> sources = new LinkedHashMap<>();
        private final Map<String, Optional<Target>> targets = new LinkedHashMap<>();

        Version(String id) {
            this.id = id;
            this.processes = repository.createProcessDefinitionQuery().deploymentId(id).list().stream()
                    .map(ProcessDefinition::getKey)
                    .collect(Collectors.toSet());
        }

        private Map<String, Set<String>> readFields() {
            return repository.getDeploymentResources(id).stream()
                    .filter(file -> file.getName().endsWith(".form"))
                    .map(file -> FormSchema.parse(content(file)))
                    .collect(Collectors.toMap(FormSchema::id, Version::keys));
        }

        StepGraph source(ProcessDefinition source) {
            return sources.computeIfAbsent(
                    source.getId(), unread -> StepGraph.of(repository.getBpmnModelInstance(source.getId())));
        }

        private static Set<String> keys(FormSchema form) {
            return form.fields().stream().map(Field::key).collect(Collectors.toSet());
        }

        Optional<Target> target(ProcessDefinition source) {
            return targets.computeIfAbsent(
                    source.getId(), unread -> definition(id, source.getKey()).map(target -> read(source, target)));
        }

        private Target read(ProcessDefinition source, ProcessDefinition target) {
            Set<String> mapped = migration(source, target).getInstructions().stream()
                    .map(MigrationInstruction::getSourceActivityId)
                    .map(EngineCaseMoves::step)
                    .collect(Collectors.toCollection(HashSet::new));
            return new Target(
                    StepGraph.of(repository.getBpmnModelInstance(target.getId())),
                    mapped,
                    promises.of(text(target)).keySet(),
                    processes,
                    fields);
        }

        private String text(ProcessDefinition definition) {
            return new String(read(repository.getProcessModel(definition.getId())), StandardCharsets.UTF_8);
        }

        private byte[] content(Resource file) {
            return read(repository.getResourceAsStreamById(id, file.getId()));
        }

        private byte[] read(InputStream file) {
            try (file) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
