package no.rodtraad.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What a process that stands somewhere in a diagram can still come to, as it is drawn. */
final class WayAhead {

    private final Collection<FlowNode> nodes;
    private final List<String> here;
    private final Set<FlowNode> ahead = new LinkedHashSet<>();

    /** @param here ids of the steps it stands at, and of the parts they are in; one that waits twice stands there twice */
    WayAhead(BpmnModelInstance model, List<String> here) {
        this.nodes = model.getModelElementsByType(FlowNode.class);
        this.here = here;
        Deque<FlowNode> queue = new ArrayDeque<>();
        nodes.stream().filter(node -> here.contains(node.getId())).forEach(queue::add);
        nodes.stream().filter(node -> isAside(node) && isBeginning(node)).forEach(queue::add);
        while (!queue.isEmpty()) {
            FlowNode node = queue.remove();
            if (ahead.add(node)) {
                queue.addAll(next(node, here));
            }
        }
    }

    /** Where the process stands, and all it can come to. */
    Set<FlowNode> nodes() {
        return ahead;
    }

    /** Whether the process has passed the place of a step: it comes to it no more, or only by going back. */
    boolean hasPassed(FlowNode step) {
        return ahead.contains(step) ? cannotBeReachedWithout(step) : leadsHere(step);
    }

    /** Whether the way from a step leads to where the process stands or will come. */
    private boolean leadsHere(FlowNode step) {
        Deque<FlowNode> queue = new ArrayDeque<>(successors(step).toList());
        Set<FlowNode> seen = new HashSet<>();
        while (!queue.isEmpty()) {
            FlowNode node = queue.remove();
            if (ahead.contains(node)) {
                return true;
            }
            if (seen.add(node)) {
                successors(node).forEach(queue::add);
            }
        }
        return false;
    }

    /** The joins that would wait for a branch nobody is on. */
    Stream<ParallelGateway> stuck() {
        return ahead.stream()
                .filter(ParallelGateway.class::isInstance)
                .map(ParallelGateway.class::cast)
                .filter(join -> missing(join).count() > arrived(join));
    }

    /** The ends of the branches that nobody is on. */
    Stream<FlowNode> missing(ParallelGateway join) {
        return join.getIncoming().stream().map(SequenceFlow::getSource).filter(source -> !ahead.contains(source));
    }

    private long arrived(ParallelGateway join) {
        return join.getIncoming().size() > 1
                ? here.stream().filter(join.getId()::equals).count()
                : Long.MAX_VALUE;
    }

    /** Whether nothing leads to where the process stands without passing the step. */
    private boolean cannotBeReachedWithout(FlowNode step) {
        Deque<FlowNode> queue = new ArrayDeque<>();
        nodes.stream().filter(WayAhead::isBeginning).forEach(queue::add);
        Set<FlowNode> seen = new HashSet<>(Set.of(step));
        while (!queue.isEmpty()) {
            FlowNode node = queue.remove();
            if (seen.add(node)) {
                queue.addAll(next(node, List.of()));
            }
        }
        return nodes.stream().filter(node -> here.contains(node.getId())).anyMatch(node -> !seen.contains(node));
    }

    private static boolean isBeginning(FlowNode node) {
        return node.getIncoming().isEmpty()
                && !(node instanceof BoundaryEvent)
                && !(node.getParentElement() instanceof SubProcess);
    }

    /** @param entered ids of the parts that do not begin anew */
    private Collection<FlowNode> next(FlowNode node, Collection<String> entered) {
        Stream<FlowNode> within = node instanceof SubProcess part
                ? part.getChildElementsByType(FlowNode.class).stream()
                        .filter(child -> begins(child) && (isAside(child) || !entered.contains(part.getId())))
                : Stream.empty();
        Stream<FlowNode> events = node instanceof Activity
                ? nodes.stream()
                        .filter(event ->
                                event instanceof BoundaryEvent boundary && node.equals(boundary.getAttachedTo()))
                : Stream.empty();
        return Stream.of(node.getOutgoing().stream().map(SequenceFlow::getTarget), within, events)
                .flatMap(found -> found)
                .toList();
    }

    private static boolean begins(FlowNode child) {
        return child.getIncoming().isEmpty() && !(child instanceof BoundaryEvent);
    }

    /** What may happen at any time meanwhile. */
    private static boolean isAside(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    private static Stream<FlowNode> successors(FlowNode node) {
        Stream<FlowNode> outOfPart = node.getParentElement() instanceof SubProcess part && !isAside(part)
                ? Stream.of(part).flatMap(WayAhead::successors)
                : Stream.empty();
        return Stream.concat(node.getOutgoing().stream().map(SequenceFlow::getTarget), outOfPart);
    }

    /** The step, or the nearest one before it, that has a name. */
    static Optional<FlowNode> named(FlowNode node) {
        Deque<FlowNode> queue = new ArrayDeque<>(List.of(node));
        Set<FlowNode> seen = new HashSet<>();
        while (!queue.isEmpty()) {
            FlowNode candidate = queue.remove();
            if (candidate.getName() != null && !candidate.getName().isBlank()) {
                return Optional.of(candidate);
            }
            if (seen.add(candidate)) {
                candidate.getIncoming().stream().map(SequenceFlow::getSource).forEach(queue::add);
            }
        }
        return Optional.empty();
    }
}
