package no.rodtraad.guardrail.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process as steps and flows between them, with the steps of its parts. */
final class ProcessGraph {

    private static final Set<String> OTHER_TYPES = Set.of(
            "bpmn:task",
            "bpmn:startEvent",
            "bpmn:endEvent",
            "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent",
            "bpmn:boundaryEvent",
            "bpmn:callActivity",
            "bpmn:subProcess",
            "bpmn:transaction",
            "bpmn:adHocSubProcess");

    private final String file;
    private final Element process;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byId = new LinkedHashMap<>();

    ProcessGraph(String file, Element process) {
        this.file = file;
        this.process = process;
        addNodes(process, null);
        process.all().filter(element -> element.is("bpmn:sequenceFlow")).forEach(this::addFlow);
        for (Node node : nodes) {
            @Nullable Node host = byId.get(node.element().attribute("attachedToRef", ""));
            if (host != null) {
                host.boundaryEvents().add(node);
            }
        }
    }

    private void addNodes(Element part, @Nullable Node scope) {
        for (Element child : part.children()) {
            if (isNode(child)) {
                Node node = new Node(child, scope, nodes.size());
                nodes.add(node);
                byId.put(child.id(), node);
                if (scope != null) {
                    scope.children().add(node);
                }
                if (node.isScope()) {
                    addNodes(child, node);
                }
            }
        }
    }

    private static boolean isNode(Element element) {
        return OTHER_TYPES.contains(element.name())
                || element.name().startsWith("bpmn:")
                        && (element.name().endsWith("Task") || element.name().endsWith("Gateway"));
    }

    private void addFlow(Element element) {
        @Nullable Node source = byId.get(element.attribute("sourceRef", ""));
        @Nullable Node target = byId.get(element.attribute("targetRef", ""));
        if (source != null && target != null) {
            Flow flow = Flow.of(element, source, target);
            source.outgoing().add(flow);
            target.incoming().add(flow);
        }
    }

    String file() {
        return file;
    }

    Element process() {
        return process;
    }

    /** Which of the product's processes it stands for: itself, unless it says otherwise. */
    String kind() {
        return ProcessKind.of(process);
    }

    List<Node> nodes() {
        return nodes;
    }

    @Nullable
    Node node(String id) {
        return byId.get(id);
    }

    Stream<Node> ofType(String type) {
        return nodes.stream().filter(node -> node.is(type));
    }

    /** What stands directly in this part; {@code null} is the process. */
    List<Node> in(@Nullable Node part) {
        return part == null
                ? nodes.stream().filter(node -> node.scope() == null).toList()
                : part.children();
    }
}
