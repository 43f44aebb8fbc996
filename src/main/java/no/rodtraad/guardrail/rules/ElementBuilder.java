package no.rodtraad.guardrail.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Element} while a reader walks through a file. */
public final class ElementBuilder {

    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn:",
            "http://camunda.org/schema/1.0/bpmn", "camunda:",
            "http://camunda.org/schema/1.0/dmn", "camunda:",
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn:",
            "http://www.omg.org/spec/DMN/20180521/MODEL/", "dmn:",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "dmn:");

    private record Open(
            String name,
            Map<String, String> attributes,
            List<Element> children,
            StringBuilder text,
            int line,
            int column) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Element root;

    /** Starts an element; {@code line} and {@code column} are 0 when unknown. */
    public void open(String namespace, String name, int line, int column) {
        open.push(new Open(
                PREFIXES.getOrDefault(namespace, "") + name,
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new StringBuilder(),
                line,
                column));
    }

    /** An attribute of the element that is open; without a namespace it is written as {@code ""}. */
    public void attribute(String namespace, String name, String value) {
        current().attributes().put(PREFIXES.getOrDefault(namespace, "") + name, value);
    }

    public void text(String text) {
        current().text().append(text);
    }

    public void close() {
        Open done = open.pop();
        Element element = new Element(
                done.name(), done.attributes(), done.children(), done.text().toString(), done.line(), done.column());
        if (open.isEmpty()) {
            root = element;
        } else {
            current().children().add(element);
        }
    }

    /** @throws IllegalStateException when not everything is closed */
    public Element root() {
        if (root == null || !open.isEmpty()) {
            throw new IllegalStateException("The file is not read to its end");
        }
        return root;
    }

    private Open current() {
        @Nullable Open current = open.peek();
        if (current == null) {
            throw new IllegalStateException("No element is open");
        }
        return current;
    }
}
