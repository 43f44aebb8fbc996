package no.rodtraad.guardrail.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step, event or gateway of a process, or a part of a process with steps of its own. */
final class Node {

    private final Element element;
    private final @Nullable Node scope;
    private final int number;
    private final List<Flow> outgoing = new ArrayList<>();
    private final List<Flow> incoming = new ArrayList<>();
    private final List<Node> children = new ArrayList<>();
    private final List<Node> boundaryEvents = new ArrayList<>();

    /** @param scope the part it stands in; {@code null} for what stands directly in the process */
    Node(Element element, @Nullable Node scope, int number) {
        this.element = element;
        this.scope = scope;
        this.number = number;
    }

    Element element() {
        return element;
    }

    String id() {
        return element.id();
    }

    @Nullable
    Node scope() {
        return scope;
    }

    /** Its place among all nodes of the process, from 0. */
    int number() {
        return number;
    }

    List<Flow> outgoing() {
        return outgoing;
    }

    List<Flow> incoming() {
        return incoming;
    }

    List<Node> children() {
        return children;
    }

    List<Node> boundaryEvents() {
        return boundaryEvents;
    }

    boolean is(String type) {
        return element.is("bpmn:" + type);
    }

    boolean isScope() {
        return is("subProcess") || is("transaction") || is("adHocSubProcess");
    }

    boolean isEventSubProcess() {
        return isScope() && "true".equals(element.attribute("triggeredByEvent"));
    }

    boolean isGateway() {
        return element.name().endsWith("Gateway");
    }

    boolean isForCompensation() {
        return "true".equals(element.attribute("isForCompensation"));
    }

    /** Whether the event has a definition of this kind, for example {@code timer}. */
    boolean has(String kind) {
        return definition(kind) != null;
    }

    @Nullable
    Element definition(String kind) {
        return element.child("bpmn:" + kind + "EventDefinition");
    }

    /** The condition of a conditional event; empty when it is none. */
    String condition() {
        @Nullable Element condition = element.child("bpmn:conditionalEventDefinition", "bpmn:condition");
        return condition == null ? "" : condition.text().strip();
    }

    /** Whether an event that happens stops what it is attached to, or the part it stands in. */
    boolean isInterrupting() {
        return !"false".equals(element.attribute(is("boundaryEvent") ? "cancelActivity" : "isInterrupting"));
    }

    /** Whether it stands in this part, at any depth; everything stands in the process itself, {@code null}. */
    boolean isIn(@Nullable Node part) {
        @Nullable Node outer = scope;
        while (outer != null && !Objects.equals(outer, part)) {
            outer = outer.scope;
        }
        return Objects.equals(outer, part);
    }

    /** Which bean does the work; empty when none does. */
    String bean() {
        String expression = element.attribute("camunda:delegateExpression", "").strip();
        return expression.startsWith("${") && expression.endsWith("}")
                ? expression.substring(2, expression.length() - 1).strip()
                : expression;
    }

    /** Whether the process stays here until somebody or something outside it goes on. */
    boolean waits() {
        return is("userTask")
                || is("receiveTask")
                || is("callActivity")
                || is("intermediateCatchEvent")
                || is("eventBasedGateway");
    }
}
