package no.rodtraad.guardrail.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a diagram or a decision table.
 *
 * @param name with a prefix that says which language it is, whatever the file calls it: {@code bpmn:userTask}, {@code
 *     camunda:property}, {@code dmn:decision}; without a prefix when it is none of these
 * @param attributes by name, with the prefix {@code camunda:} for the engine's own
 * @param line from 1; 0 when the reader does not know
 */
public record Element(
        String name, Map<String, String> attributes, List<Element> children, String text, int line, int column) {

    /** Empty when it has none. */
    public String id() {
        return attribute("id", "");
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    Stream<Element> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** The first child of that name, and of that within it, and so on. */
    @Nullable
    Element child(String... names) {
        @Nullable Element found = this;
        for (String wanted : names) {
            found = found == null ? null : found.children(wanted).findFirst().orElse(null);
        }
        return found;
    }

    /** This element and everything in it. */
    Stream<Element> all() {
        List<Element> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Element> into) {
        into.add(this);
        children.forEach(child -> child.collect(into));
    }

    /** The value of a property that HR sets under «Extension properties»; empty when it is not set. */
    String property(String property) {
        @Nullable Element properties = child("bpmn:extensionElements", "camunda:properties");
        return properties == null
                ? ""
                : properties
                        .children("camunda:property")
                        .filter(found -> property.equals(found.attribute("name")))
                        .map(found -> found.attribute("value", ""))
                        .findFirst()
                        .orElse("");
    }

    /** The text of an input parameter; empty when it is not set. */
    String input(String input) {
        @Nullable Element inputs = child("bpmn:extensionElements", "camunda:inputOutput");
        return inputs == null
                ? ""
                : inputs.children("camunda:inputParameter")
                        .filter(found -> input.equals(found.attribute("name")))
                        .map(found -> found.text().strip())
                        .findFirst()
                        .orElse("");
    }

    /** As HR knows it: its name and its id. */
    String title() {
        String shown = attribute("name", "").strip();
        return shown.isEmpty() ? "«" + id() + "»" : "«" + shown + "» (" + id() + ")";
    }
}
