package no.rodtraad.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.difference.Part.Fact;
import no.rodtraad.guardrail.rules.Element;

/** The decisions of a table with their columns and rows. */
final class TableParts {

    private static final Set<String> COLUMNS_AND_ROWS = Set.of("dmn:input", "dmn:output", "dmn:rule");

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private TableParts() {}

    static Map<String, Part> of(Element root) {
        TableParts table = new TableParts();
        root.children().stream()
                .filter(child -> child.name().startsWith("dmn:"))
                .forEach(table::collect);
        return table.parts;
    }

    private void collect(Element child) {
        if (!child.id().isEmpty()) {
            add(child, child.id(), "decision", called(child), "", Map.of());
        }
        child.children().stream()
                .filter(inner -> inner.name().equals("dmn:decisionTable"))
                .forEach(table -> collect(child, table));
    }

    private void collect(Element decision, Element table) {
        List<Element> inputs = named(table, "input").toList();
        List<Element> outputs = named(table, "output").toList();
        String columns = decision.id() + ".columns";
        Stream.concat(inputs.stream(), outputs.stream())
                .forEach(column -> add(column, column.id(), "column", label(column), columns, Map.of()));
        named(table, "rule").forEach(rule -> {
            Map<String, Fact> cells = new LinkedHashMap<>();
            cells(rule, "inputEntry", inputs, cells);
            cells(rule, "outputEntry", outputs, cells);
            add(rule, rule.id(), "row", called(rule, cells), decision.id() + ".rows", cells);
        });
    }

    private void add(
            Element element, String place, String kind, String called, String ordered, Map<String, Fact> cells) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        if (cells.isEmpty()) {
            facts(element, "", facts);
        } else {
            facts.putAll(cells);
            named(element, "description")
                    .map(Element::text)
                    .map(Wording::oneLine)
                    .forEach(text -> facts.put("description", Fact.named("description", text, Wording.quoted(text))));
        }
        parts.put(
                place,
                new Part(
                        place,
                        Wording.say("the." + kind, called),
                        Wording.say("added." + kind, called),
                        facts,
                        "",
                        ordered));
    }

    /** Everything in it but its columns and rows, by where it stands. */
    private static void facts(Element element, String path, Map<String, Fact> into) {
        element.attributes().forEach((name, value) -> {
            if (!name.equals("id")) {
                put(into, path + "@" + name, local(name), value);
            }
        });
        element.children().stream().filter(TableParts::isSaidHere).forEach(child -> {
            String name = local(child.name());
            if (!child.text().isBlank()) {
                put(into, path + name, name.equals("text") ? local(element.name()) : name, child.text());
            }
            facts(child, path + name + "/", into);
        });
    }

    private static boolean isSaidHere(Element element) {
        return element.name().startsWith("dmn:") && !COLUMNS_AND_ROWS.contains(element.name());
    }

    private static void put(Map<String, Fact> into, String key, String name, String value) {
        String text = Wording.oneLine(value);
        into.merge(
                key,
                Fact.named(name, text, text.isEmpty() ? "" : Wording.quoted(text)),
                (old, more) ->
                        Fact.named(name, old.written() + "\n" + more.written(), old.words() + ", " + more.words()));
    }

    private static void cells(Element rule, String kind, List<Element> columns, Map<String, Fact> into) {
        List<Element> entries = named(rule, kind).toList();
        for (int i = 0; i < columns.size() && i < entries.size(); i++) {
            String written = text(entries.get(i));
            into.put(
                    Part.CELL + columns.get(i).id(),
                    Fact.labelled(
                            Wording.quoted(label(columns.get(i))),
                            written,
                            written.isEmpty() ? "" : Wording.quoted(plain(written))));
        }
    }

    private static String called(Element element) {
        String name = element.attributes().getOrDefault("name", "");
        return name.isBlank() ? element.id() : Wording.oneLine(name);
    }

    /** Its description, or else what it asks for. */
    private static String called(Element rule, Map<String, Fact> cells) {
        return named(rule, "description")
                .map(Element::text)
                .map(Wording::oneLine)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> cells.values().stream()
                        .map(Fact::written)
                        .filter(text -> !text.isEmpty())
                        .map(TableParts::plain)
                        .limit(2)
                        .collect(Collectors.joining(", ")));
    }

    private static String label(Element column) {
        String label = column.attributes().getOrDefault("label", "");
        return label.isBlank() ? called(column) : Wording.oneLine(label);
    }

    private static String text(Element entry) {
        return Wording.oneLine(named(entry, "text").map(Element::text).collect(Collectors.joining()));
    }

    private static String plain(String cell) {
        return cell.replace("\"", "");
    }

    private static Stream<Element> named(Element element, String name) {
        return element.children().stream().filter(child -> child.name().equals("dmn:" + name));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
