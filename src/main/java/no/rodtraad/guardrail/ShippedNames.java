package no.rodtraad.guardrail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.guardrail.rules.KnownNames;
import no.rodtraad.guardrail.rules.ProcessKind;

/**
 * The building blocks, documents and events a municipality's diagrams may name: those that the shipped diagrams use. The
 * program follows them, so a new one is known as soon as a shipped diagram has it.
 */
final class ShippedNames {

    private final List<Element> elements = new ArrayList<>();

    /** @param diagrams the root elements of the shipped diagrams */
    ShippedNames(Collection<Element> diagrams) {
        diagrams.forEach(this::collect);
    }

    private void collect(Element element) {
        elements.add(element);
        element.children().forEach(this::collect);
    }

    /**
     * Without forms, tables and processes, which come with a release.
     *
     * @param groups that people may be in
     * @param messages codes of the texts that can be sent
     * @param variables that processes may hold
     */
    KnownNames with(Set<String> groups, Set<String> messages, Set<String> variables) {
        return new KnownNames(
                buildingBlocks(),
                messages,
                documents(),
                groups,
                variables,
                events(),
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of());
    }

    /** The same names, and those of the forms, tables, processes and deadlines that the product brings. */
    KnownNames withDefined(KnownNames names, Set<String> forms) {
        return new KnownNames(
                names.beans(),
                names.messages(),
                names.documents(),
                names.groups(),
                names.variables(),
                names.events(),
                forms,
                named("dmn:decision").map(Element::id).collect(Collectors.toSet()),
                named("bpmn:process").collect(Collectors.toMap(Element::id, ProcessKind::of)),
                named("dmn:decision")
                        .filter(decision -> decision.id().equals(ProcessKind.DEADLINES))
                        .flatMap(ProcessKind::steps)
                        .collect(Collectors.toSet()));
    }

    private Set<String> buildingBlocks() {
        return elements.stream()
                .flatMap(element -> Stream.ofNullable(element.attribute("camunda:delegateExpression")))
                .filter(value -> value.startsWith("${") && value.endsWith("}"))
                .map(value -> value.substring(2, value.length() - 1))
                .collect(Collectors.toSet());
    }

    private Set<String> events() {
        return named("bpmn:message")
                .flatMap(message -> Stream.ofNullable(message.attribute("name")))
                .collect(Collectors.toSet());
    }

    private Set<String> documents() {
        return named("camunda:inputParameter")
                .filter(input -> "documentCode".equals(input.attribute("name")))
                .map(input -> input.text().strip())
                .collect(Collectors.toSet());
    }

    private Stream<Element> named(String name) {
        return elements.stream().filter(element -> element.name().equals(name));
    }
}
