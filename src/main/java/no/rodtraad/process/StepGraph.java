package no.rodtraad.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * A diagram as steps and the ways between them. Read once, since each look into a diagram of the engine costs a search.
 *
 * @param name of the process
 * @param steps by id, in the order of the file
 */
record StepGraph(String name, Map<String, Step> steps) {

    /**
     * A task, event, gateway or part.
     *
     * @param name or the id, where it has none
     * @param isNamed whether it has a name
     * @param part id of the part it stands in; null for what stands directly in the process
     * @param from ids of the steps that arrows into it come from; one that comes twice stands there twice
     * @param to ids of the steps that arrows out of it lead to
     * @param events ids of the events attached to it
     * @param isAttached whether it is such an event
     * @param begins ids of the steps a part begins with
     * @param asides ids of what may begin at any time while a part lasts
     * @param form id of the form, or empty
     * @param called what it calls, or empty
     * @param asks variables in its expressions
     * @param answers variables that it sets, besides those of a form
     */
    record Step(
            String id,
            String name,
            boolean isNamed,
            Kind kind,
            @Nullable String part,
            List<String> from,
            List<String> to,
            List<String> events,
            boolean isAttached,
            List<String> begins,
            List<String> asides,
            String form,
            String called,
            Set<String> asks,
            Set<String> answers) {

        boolean isJoin() {
            return kind == Kind.PARALLEL && from.size() > 1;
        }

        /** Whether people would miss it: something is done, or can happen. */
        boolean matters() {
            return kind == Kind.WORK || kind == Kind.TASK || kind == Kind.EVENT;
        }
    }

    enum Kind {
        /** done by a person */
        TASK,
        /** done by the system or by another process */
        WORK,
        /** waits for something to happen */
        EVENT,
        PARALLEL,
        /** holds other steps */
        PART,
        /** holds other steps, and begins when something happens */
        ASIDE,
        OTHER
    }

    static StepGraph of(BpmnModelInstance model) {
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        Map<String, Step> steps = new LinkedHashMap<>();
        Map<String, List<BoundaryEvent>> events = model.getModelElementsByType(BoundaryEvent.class).stream()
                .collect(Collectors.groupingBy(event -> event.getAttachedTo().getId()));
        for (FlowNode node : nodes) {
            steps.put(node.getId(), step(node, events.getOrDefault(node.getId(), List.of())));
        }
        return new StepGraph(nameOf(model), steps);
    }

    private static String nameOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .findFirst()
                .map(process -> process.getName() == null ? process.getId() : process.getName())
                .orElse("");
    }

    private static Step step(FlowNode node, List<BoundaryEvent> events) {
        boolean isNamed = node.getName() != null && !node.getName().isBlank();
        return new Step(
                node.getId(),
                isNamed ? node.getName().strip().replaceAll("\\s+", " ") : node.getId(),
                isNamed,
                kind(node),
                node.getParentElement() instanceof SubProcess part ? part.getId() : null,
                node.getIncoming().stream()
                        .map(flow -> flow.getSource().getId())
                        .toList(),
                node.getOutgoing().stream()
                        .map(flow -> flow.getTarget().getId())
                        .toList(),
                events.stream().map(FlowNode::getId).toList(),
                node instanceof BoundaryEvent,
                children(node, child -> kind(child) != Kind.ASIDE),
                children(node, child -> kind(child) == Kind.ASIDE),
                node instanceof UserTask task ? text(task.getCamundaFormRef()) : "",
                node instanceof CallActivity call ? text(call.getCalledElement()) : "",
                StepVariables.asked(node).collect(Collectors.toSet()),
                StepVariables.answered(node).collect(Collectors.toSet()));
    }

    private static Kind kind(FlowNode node) {
        if (node instanceof SubProcess part) {
            return part.triggeredByEvent() ? Kind.ASIDE : Kind.PART;
        }
        if (node instanceof UserTask) {
            return Kind.TASK;
        }
        if (node instanceof Activity) {
            return Kind.WORK;
        }
        if (node instanceof ParallelGateway) {
            return Kind.PARALLEL;
        }
        return node instanceof CatchEvent event && !event.getEventDefinitions().isEmpty() ? Kind.EVENT : Kind.OTHER;
    }

    /** Steps of a part that no arrow leads to. */
    private static List<String> children(FlowNode node, Predicate<FlowNode> wanted) {
        return node instanceof SubProcess part
                ? part.getFlowElements().stream()
                        .filter(FlowNode.class::isInstance)
                        .map(FlowNode.class::cast)
                        .filter(child -> child.getIncoming().isEmpty() && !(child instanceof BoundaryEvent))
                        .filter(wanted)
                        .map(FlowNode::getId)
                        .toList()
                : List.of();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    Optional<Step> find(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    boolean has(String id) {
        return steps.containsKey(id);
    }

    /** What the process itself begins with, and what may begin at any time while it lasts. */
    Stream<Step> beginnings() {
        return steps.values().stream()
                .filter(step -> step.part() == null && step.from().isEmpty() && !step.isAttached());
    }
}
