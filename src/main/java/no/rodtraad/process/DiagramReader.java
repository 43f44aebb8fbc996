package no.rodtraad.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.rodtraad.process.Drawing.DrawnProcess;
import no.rodtraad.process.Drawing.DrawnStep;
import no.rodtraad.process.Drawing.Kind;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads a diagram as somebody who looks at it does: from left to right, with what is written on and behind each shape. */
class DiagramReader {

    List<DrawnProcess> processes(byte[] file) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementsByType(Process.class).stream()
                .map(process -> drawn(process, process.getName(), process.getFlowElements()))
                .toList();
    }

    private DrawnProcess drawn(BaseElement part, @Nullable String name, Collection<FlowElement> elements) {
        List<DrawnProcess> asides = leftToRight(elements)
                .filter(DiagramReader::isAside)
                .map(SubProcess.class::cast)
                .map(aside -> drawn(aside, aside.getName(), aside.getFlowElements()))
                .filter(aside -> !aside.steps().isEmpty())
                .toList();
        List<DrawnProcess> all = new ArrayList<>(asides);
        List<DrawnStep> steps = new ArrayList<>();
        leftToRight(elements).filter(node -> !isAside(node)).forEach(node -> {
            step(node).ifPresent(steps::add);
            if (node instanceof SubProcess inner) {
                DrawnProcess inside = drawn(inner, inner.getName(), inner.getFlowElements());
                steps.addAll(inside.steps());
                all.addAll(inside.asides());
            }
        });
        return new DrawnProcess(part.getId(), text(name), documentation(part), steps, all);
    }

    private static boolean isAside(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    private static Stream<FlowNode> leftToRight(Collection<FlowElement> elements) {
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .sorted(Comparator.comparingDouble(DiagramReader::x)
                        .thenComparingDouble(DiagramReader::y)
                        .thenComparing(FlowNode::getId));
    }

    private static double x(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape
                ? shape.getBounds().getX()
                : Double.MAX_VALUE;
    }

    private static double y(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape
                ? shape.getBounds().getY()
                : Double.MAX_VALUE;
    }

    private static Optional<DrawnStep> step(FlowNode node) {
        return kind(node)
                .map(kind -> new DrawnStep(
                        kind,
                        node.getId(),
                        text(node.getName()),
                        documentation(node),
                        groups(node),
                        node instanceof UserTask task ? text(task.getCamundaFormRef()) : "",
                        node instanceof CallActivity call ? text(call.getCalledElement()) : "",
                        time(node),
                        kind == Kind.CHOICE ? outcomes(node) : List.of(),
                        properties(node),
                        inputs(node)));
    }

    private static Optional<Kind> kind(FlowNode node) {
        if (node instanceof UserTask) {
            return Optional.of(Kind.TASK);
        }
        if (node instanceof CallActivity) {
            return Optional.of(Kind.CALL);
        }
        if (node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask) {
            return Optional.of(Kind.AUTOMATIC);
        }
        if (node instanceof IntermediateCatchEvent) {
            return Optional.of(Kind.WAIT);
        }
        return node instanceof ExclusiveGateway && node.getOutgoing().size() > 1
                ? Optional.of(Kind.CHOICE)
                : Optional.empty();
    }

    private static List<String> groups(FlowNode node) {
        return node instanceof UserTask task && task.getCamundaCandidateGroups() != null
                ? Arrays.stream(task.getCamundaCandidateGroups().split(","))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    private static String time(FlowNode node) {
        if (!(node instanceof CatchEvent event)) {
            return "";
        }
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle()))
                .flatMap(Stream::ofNullable)
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static List<String> outcomes(FlowNode node) {
        return node.getOutgoing().stream()
                .filter(flow -> !text(flow.getName()).isEmpty())
                .map(DiagramReader::outcome)
                .toList();
    }

    /** What the arrow says, and the first thing with a name that it leads to. */
    private static String outcome(SequenceFlow flow) {
        Set<String> passed = new HashSet<>();
        FlowNode next = flow.getTarget();
        while (text(next.getName()).isEmpty() && next.getOutgoing().size() == 1 && passed.add(next.getId())) {
            next = next.getOutgoing().iterator().next().getTarget();
        }
        String name = text(next.getName());
        return name.isEmpty() ? text(flow.getName()) : "%s: %s".formatted(text(flow.getName()), name);
    }

    private static Map<String, String> properties(FlowNode node) {
        Map<String, String> found = new LinkedHashMap<>();
        extensions(node, CamundaProperties.class)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .forEach(property -> found.put(property.getCamundaName(), text(property.getCamundaValue())));
        return found;
    }

    private static Map<String, String> inputs(FlowNode node) {
        Map<String, String> found = new LinkedHashMap<>();
        extensions(node, CamundaInputOutput.class)
                .flatMap(io -> io.getCamundaInputParameters().stream())
                .forEach(input -> found.put(input.getCamundaName(), text(input.getTextContent())));
        return found;
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(FlowNode node, Class<T> type) {
        return node.getExtensionElements() == null
                ? Stream.empty()
                : node.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> text(documentation.getTextContent()))
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
