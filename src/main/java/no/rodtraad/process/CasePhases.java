package no.rodtraad.process;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.process.CaseProgress.State;
import no.rodtraad.process.CaseProgress.Step;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Tells the phases of a case from the drawn process and what has happened in it. A phase is a call activity. */
final class CasePhases {

    private CasePhases() {}

    /**
     * One visit to a step.
     *
     * @param ended null while it goes on
     */
    record Visit(
            String activityId, Instant started, @Nullable Instant ended, boolean interrupted) {}

    static List<Step> of(BpmnModelInstance model, Collection<Visit> visits) {
        Set<String> reachable = reachable(model, visits);
        Map<String, Double> places = places(model);
        List<Phase> phases = new ArrayList<>();
        for (CallActivity activity : model.getModelElementsByType(CallActivity.class)) {
            List<Visit> own = visits.stream()
                    .filter(visit -> visit.activityId().equals(activity.getId()))
                    .sorted(Comparator.comparing(Visit::started))
                    .toList();
            if (!own.isEmpty() || reachable.contains(activity.getId())) {
                phases.add(new Phase(step(name(activity), own), places.getOrDefault(activity.getId(), 0.0)));
            }
        }
        return phases.stream()
                .sorted(Comparator.comparing(
                                (Phase phase) -> phase.step().started(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Phase::x))
                .map(Phase::step)
                .toList();
    }

    private record Phase(Step step, double x) {}

    private static Step step(String name, List<Visit> visits) {
        if (visits.isEmpty()) {
            return new Step(name, State.AHEAD, null, null);
        }
        Instant started = visits.get(0).started();
        if (visits.stream().anyMatch(visit -> visit.ended() == null)) {
            return new Step(name, State.ACTIVE, started, null);
        }
        Visit last = visits.get(visits.size() - 1);
        return new Step(name, last.interrupted() ? State.INTERRUPTED : State.DONE, started, last.ended());
    }

    /** What the arrows lead to from where the process is now. A subprocess that it is somewhere in does not begin anew. */
    static Set<String> reachable(BpmnModelInstance model, Collection<Visit> visits) {
        Deque<FlowNode> queue = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (Visit visit : visits) {
            if (visit.ended() == null && model.getModelElementById(visit.activityId()) instanceof FlowNode node) {
                queue.add(node);
            }
        }
        List<ModelElementInstance> scopesOfHere =
                queue.stream().map(FlowNode::getParentElement).toList();
        Collection<BoundaryEvent> boundaries = model.getModelElementsByType(BoundaryEvent.class);
        while (!queue.isEmpty()) {
            FlowNode node = queue.remove();
            if (!seen.add(node.getId())) {
                continue;
            }
            node.getOutgoing().forEach(flow -> queue.add(flow.getTarget()));
            boundaries.stream()
                    .filter(boundary -> node.equals(boundary.getAttachedTo()))
                    .forEach(queue::add);
            if (node instanceof SubProcess scope && !scope.triggeredByEvent() && !scopesOfHere.contains(scope)) {
                scope.getChildElementsByType(FlowNode.class).stream()
                        .filter(child -> child.getIncoming().isEmpty())
                        .forEach(queue::add);
            }
        }
        return seen;
    }

    private static String name(CallActivity activity) {
        @Nullable String name = activity.getName();
        return name == null || name.isBlank() ? activity.getId() : name.strip().replaceAll("\\s+", " ");
    }

    /** How far to the right each element is drawn: diagrams go from left to right, in the order of things to come. */
    static Map<String, Double> places(BpmnModelInstance model) {
        Map<String, Double> places = new HashMap<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            places.put(shape.getAttributeValue("bpmnElement"), shape.getBounds().getX());
        }
        return places;
    }
}
