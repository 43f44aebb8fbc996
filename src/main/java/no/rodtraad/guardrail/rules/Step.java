package no.rodtraad.guardrail.rules;

import java.util.List;

/**
 * A step that a promise rests on: which ids it may have, and what it must do to be that step.
 *
 * @param ids the first is the one the shipped diagrams use; empty when any step that does this will do
 * @param type for example {@code userTask}
 * @param bean that does the work; empty when none does
 * @param input an input parameter it must have; empty when none
 * @param value of the input parameter, or of the property when there is no input
 */
record Step(List<String> ids, String type, String bean, String input, String value) {

    static Step task(String id) {
        return new Step(List.of(id), "userTask", "", "", "");
    }

    static Step call(String... ids) {
        return new Step(List.of(ids), "callActivity", "", "", "");
    }

    static Step service(String id, String bean) {
        return new Step(List.of(id), "serviceTask", bean, "", "");
    }

    static Step event(String id) {
        return new Step(List.of(id), "intermediateCatchEvent", "", "", "");
    }

    static Step archives(String document) {
        return new Step(List.of(), "serviceTask", "archiveDocument", "documentCode", document);
    }

    Step with(String parameter, String wanted) {
        return new Step(ids, type, bean, parameter, wanted);
    }

    /** The steps of the process that are this step. */
    List<Node> in(ProcessGraph graph) {
        return graph.nodes().stream().filter(this::matches).toList();
    }

    /** A step that has the id, but does something else. */
    List<Node> changedIn(ProcessGraph graph) {
        return graph.nodes().stream()
                .filter(node -> ids.contains(node.id()) && !matches(node))
                .toList();
    }

    private boolean matches(Node node) {
        return (ids.isEmpty() || ids.contains(node.id()))
                && node.is(type)
                && (bean.isEmpty() || bean.equals(node.bean()))
                && (input.isEmpty() || value.equals(node.element().input(input)));
    }
}
