package no.rodtraad.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.process.MovePlan.Obstacle;
import no.rodtraad.process.MovePlan.Part;
import no.rodtraad.process.MovePlan.Place;
import no.rodtraad.process.MovePlan.Reason;
import no.rodtraad.process.MovePlan.Step;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Compares where one process stands in the diagram it follows with the same place in another version of it. */
final class MoveCheck {

    private final BpmnModelInstance source;
    private final Target target;
    private final Standing standing;
    private final WayAhead before;
    private final WayAhead after;

    /**
     * @param model of the process in the other version
     * @param mapped ids of the steps that the engine can take a process from the one version to the other at
     * @param promised steps that a promise rests on
     * @param processes ids of the processes of the other version
     * @param fields keys of the fields of the other version's forms, by form
     */
    record Target(
            BpmnModelInstance model,
            Set<String> mapped,
            Set<String> promised,
            Set<String> processes,
            Supplier<Map<String, Set<String>>> fields) {}

    /**
     * @param here ids of the steps it is at, and of the parts they are in
     * @param done ids of the steps it has been at
     * @param variables that it has
     */
    record Standing(List<String> here, Set<String> done, Map<String, Object> variables, boolean hasIncident) {}

    MoveCheck(BpmnModelInstance source, Target target, Standing standing) {
        this.source = source;
        this.target = target;
        this.standing = standing;
        this.before = new WayAhead(source, standing.here());
        this.after = new WayAhead(target.model(), standing.here());
    }

    Part part() {
        List<FlowNode> skipped = skipped();
        return new Part(
                nameOf(source),
                1,
                stands(),
                steps(skipped),
                steps(before.nodes().stream()
                        .filter(MoveCheck::matters)
                        .filter(node -> !standing.here().contains(node.getId()))
                        .filter(node -> find(target.model(), node.getId()).isEmpty())),
                steps(after.nodes().stream()
                        .filter(MoveCheck::matters)
                        .filter(node -> find(source, node.getId()).isEmpty() && !skipped.contains(node))),
                obstacles(skipped));
    }

    static String nameOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .findFirst()
                .map(process -> process.getName() == null ? process.getId() : process.getName())
                .orElse("");
    }

    private List<Place> stands() {
        return standing.here().stream()
                .distinct()
                .sorted()
                .flatMap(id -> find(source, id).stream())
                .filter(node -> !(node instanceof SubProcess) && node.getName() != null)
                .map(node -> new Place(
                        node.getId(),
                        nameOf(node),
                        find(target.model(), node.getId())
                                .map(MoveCheck::nameOf)
                                .orElse("")))
                .toList();
    }

    /** What is new before the place, or has come to stand there. */
    private List<FlowNode> skipped() {
        return target.model().getModelElementsByType(FlowNode.class).stream()
                .filter(MoveCheck::matters)
                .filter(node -> !standing.done().contains(node.getId()))
                .filter(after::hasPassed)
                .filter(node ->
                        find(source, node.getId()).filter(before::hasPassed).isEmpty())
                .toList();
    }

    private List<Obstacle> obstacles(List<FlowNode> skipped) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (standing.hasIncident()) {
            obstacles.add(new Obstacle(Reason.INCIDENT, nameOf(source)));
        }
        standing.here().stream()
                .distinct()
                .filter(id -> find(source, id).isPresent() && !target.mapped().contains(id))
                .map(this::cannotStand)
                .forEach(obstacles::add);
        skipped.stream()
                .filter(node -> target.promised().contains(node.getId()))
                .map(node -> new Obstacle(Reason.PROMISE_SKIPPED, nameOf(node)))
                .forEach(obstacles::add);
        Set<String> alwaysStuck = before.stuck().map(FlowNode::getId).collect(Collectors.toSet());
        after.stuck()
                .filter(join -> !alwaysStuck.contains(join.getId()))
                .flatMap(this::neverCome)
                .map(node -> WayAhead.named(node).orElse(node))
                .map(node -> new Obstacle(Reason.WAITS_FOR_EVER, nameOf(node)))
                .forEach(obstacles::add);
        missingProcesses().forEach(obstacles::add);
        unanswered().forEach(obstacles::add);
        return obstacles.stream()
                .distinct()
                .sorted(Comparator.comparing(Obstacle::reason).thenComparing(Obstacle::what))
                .toList();
    }

    /** The ends of the branches that a join would wait for; those the process has been on have come already. */
    private Stream<FlowNode> neverCome(ParallelGateway join) {
        List<FlowNode> missing = after.missing(join).toList();
        List<FlowNode> unseen = missing.stream()
                .filter(node -> !standing.done().contains(node.getId()))
                .toList();
        return unseen.isEmpty() ? missing.stream() : unseen.stream();
    }

    private Obstacle cannotStand(String id) {
        String name = find(source, id).map(MoveCheck::nameOf).orElse(id);
        boolean gone = find(target.model(), id).isEmpty();
        return new Obstacle(gone ? Reason.STEP_GONE : Reason.STEP_CHANGED, name);
    }

    /** What the case has been told to use for its next phases, and the other version does not have. */
    private Stream<Obstacle> missingProcesses() {
        return after.nodes().stream()
                .filter(CallActivity.class::isInstance)
                .map(CallActivity.class::cast)
                .filter(call -> !standing.here().contains(call.getId()))
                .flatMap(call -> StepVariables.in(call.getCalledElement()))
                .map(standing.variables()::get)
                .filter(String.class::isInstance)
                .map(String::valueOf)
                .filter(process -> !target.processes().contains(process))
                .map(process -> new Obstacle(Reason.NO_PROCESS, process));
    }

    /** A step of ours that is new may answer what is new; who reads the plan sees that step. */
    private Stream<Obstacle> unanswered() {
        Set<String> known = variablesOf(source.getModelElementsByType(FlowNode.class));
        known.addAll(standing.variables().keySet());
        Set<String> unknown = variablesOf(after.nodes());
        unknown.removeAll(known);
        if (unknown.isEmpty() || hasNewWork()) {
            return Stream.empty();
        }
        after.nodes().stream()
                .flatMap(node -> StepVariables.answered(node, target.fields().get()))
                .forEach(unknown::remove);
        return unknown.stream().map(variable -> new Obstacle(Reason.UNANSWERED, variable));
    }

    private boolean hasNewWork() {
        return after.nodes().stream()
                .filter(node -> find(source, node.getId()).isEmpty())
                .anyMatch(node -> node instanceof Activity && !(node instanceof UserTask));
    }

    private static Set<String> variablesOf(Collection<FlowNode> nodes) {
        return nodes.stream().flatMap(StepVariables::asked).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean matters(FlowNode node) {
        return node instanceof Activity && !(node instanceof SubProcess)
                || node instanceof CatchEvent event
                        && !event.getEventDefinitions().isEmpty();
    }

    private static List<Step> steps(List<FlowNode> nodes) {
        return steps(nodes.stream());
    }

    private static List<Step> steps(Stream<FlowNode> nodes) {
        return nodes.map(node -> new Step(node.getId(), nameOf(node)))
                .distinct()
                .sorted(Comparator.comparing(Step::name).thenComparing(Step::id))
                .toList();
    }

    static String nameOf(FlowNode node) {
        return node.getName() == null || node.getName().isBlank()
                ? node.getId()
                : node.getName().strip().replaceAll("\\s+", " ");
    }

    private static Optional<FlowNode> find(BpmnModelInstance model, String id) {
        return Optional.ofNullable(model.getModelElementById(id))
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast);
    }
}
