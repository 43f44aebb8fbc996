package no.rodtraad.guardrail.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** That what a diagram names exists (G16), that it holds no personal data (G18), and that it runs no code (G19). */
final class ReferenceRules {

    private static final Set<String> CODE = Set.of("bpmn:scriptTask", "camunda:script", "camunda:connector");
    private static final List<String> CODE_ATTRIBUTES =
            List.of("camunda:class", "camunda:expression", "camunda:type", "camunda:topic");

    private final ProcessGraph graph;
    private final Element definitions;
    private final Names names;
    private final Report report;

    ReferenceRules(ProcessGraph graph, Element definitions, Names names, Report report) {
        this.graph = graph;
        this.definitions = definitions;
        this.names = names;
        this.report = report;
    }

    void check() {
        if (graph.process().attribute("camunda:historyTimeToLive", "").isBlank()) {
            refuse("G18", graph.process(), "history", graph.process().title());
        }
        code(graph.process());
        for (Node node : graph.nodes()) {
            references(node);
            variables(node.element());
        }
    }

    private void code(Element owner) {
        for (Element part : owner.children()) {
            Element titled = part.id().isEmpty() || part.name().endsWith("EventDefinition") ? owner : part;
            boolean runsCode = CODE.contains(part.name())
                    || CODE_ATTRIBUTES.stream().anyMatch(attribute -> part.attribute(attribute) != null)
                    || part.attribute("camunda:delegateExpression") == null
                            && part.name().endsWith("Listener")
                            && (part.attribute("class") != null || part.attribute("expression") != null)
                    || part.is("bpmn:conditionExpression") && part.attribute("language") != null;
            if (runsCode) {
                refuse("G19", titled, "code", titled.title());
            }
            code(part.id().isEmpty() ? withoutChildrenOf(owner, part) : part);
        }
    }

    /** An extension has no id of its own; what it holds is reported on the step it belongs to. */
    private static Element withoutChildrenOf(Element owner, Element part) {
        return new Element(
                owner.name(), owner.attributes(), part.children(), owner.text(), owner.line(), owner.column());
    }

    private void references(Node node) {
        Element element = node.element();
        String form = element.attribute("camunda:formRef", "");
        if (!form.isEmpty() && !names.hasForm(form)) {
            outside(element, "noForm", form);
        }
        String decision = element.attribute("camunda:decisionRef", "");
        if (!decision.isEmpty() && !names.hasDecision(decision)) {
            outside(element, "noDecision", decision);
        }
        if (node.is("callActivity")) {
            calls(element);
        }
        if (node.is("serviceTask") || node.is("sendTask")) {
            does(node);
        }
        TaskRules.groups(element).stream()
                .filter(group ->
                        !group.startsWith("${") && !names.known().groups().contains(group))
                .forEach(group -> refuse("G16", element, "noGroup", element.title(), group));
        code("messageCode", element, names.known().messages(), "noMessage");
        code("documentCode", element, names.known().documents(), "noDocument");
        awaits(node);
    }

    private void calls(Element call) {
        String called = call.attribute("calledElement", "");
        if (PhaseTable.chooses(call.id(), called)) {
            return;
        }
        String kind = names.kindOf(called);
        @Nullable String wanted = Guarantees.PHASES.get(call.id());
        if (kind.isEmpty()) {
            outside(call, "noProcess", called);
        } else if (wanted != null && !kind.equals(wanted)) {
            refuse("G16", call, "otherPhase", call.title(), called, wanted);
        }
    }

    private void does(Node step) {
        if (step.bean().isEmpty()) {
            refuse("G16", step.element(), "doesNothing", step.element().title());
        } else if (!names.known().beans().contains(step.bean())) {
            refuse("G16", step.element(), "noBean", step.element().title(), step.bean());
        }
    }

    private void code(String input, Element element, Set<String> codes, String key) {
        String code = element.input(input);
        if (!code.isEmpty() && !code.startsWith("${") && !codes.contains(code)) {
            refuse("G16", element, key, element.title(), code);
        }
    }

    private void awaits(Node node) {
        @Nullable Element definition = node.definition("message");
        String reference = definition == null
                ? node.element().attribute("messageRef", "")
                : definition.attribute("messageRef", "");
        if (reference.isEmpty() && !node.is("receiveTask") && definition == null) {
            return;
        }
        String name = definitions
                .children("bpmn:message")
                .filter(message -> message.id().equals(reference))
                .map(message -> message.attribute("name", ""))
                .findFirst()
                .orElse("");
        if (!names.known().events().contains(name)) {
            refuse("G16", node.element(), "noEvent", node.element().title(), name);
        }
    }

    private void variables(Element element) {
        @Nullable Element extensions = element.child("bpmn:extensionElements");
        if (extensions == null) {
            return;
        }
        Stream<String> handed = extensions.children().stream()
                .filter(child -> child.is("camunda:in") || child.is("camunda:out"))
                .flatMap(child -> Stream.of(child.attribute("source", ""), child.attribute("target", "")));
        Stream<String> made = extensions
                .children("camunda:inputOutput")
                .flatMap(mapping -> mapping.children("camunda:outputParameter"))
                .map(output -> output.attribute("name", ""));
        Stream.concat(handed, made)
                .filter(name -> !name.isEmpty() && !names.known().variables().contains(name))
                .forEach(name -> refuse("G18", element, "noVariable", element.title(), name));
    }

    private void outside(Element element, String key, String name) {
        report.add("G16", names.whole(), graph.file(), element, key, element.title(), name);
    }

    private void refuse(String rule, Element element, String key, String... values) {
        report.refuse(rule, graph.file(), element, key, values);
    }
}
