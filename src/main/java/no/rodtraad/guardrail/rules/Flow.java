package no.rodtraad.guardrail.rules;

import org.jspecify.annotations.Nullable;

/**
 * A sequence flow.
 *
 * @param condition empty when it has none
 */
record Flow(String id, Node source, Node target, String condition, boolean isDefault) {

    static Flow of(Element element, Node source, Node target) {
        @Nullable Element condition = element.child("bpmn:conditionExpression");
        return new Flow(
                element.id(),
                source,
                target,
                condition == null ? "" : condition.text().strip(),
                element.id().equals(source.element().attribute("default")));
    }
}
