package no.rodtraad.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.rodtraad.archive.DocumentNames;
import no.rodtraad.difference.Part.Fact;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.process.TimeInWords;
import org.jspecify.annotations.Nullable;

/** What a diagram says about one element, without what the drawing says already. */
final class ElementFacts {

    /** What it says when it says nothing. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "isInterrupting", "true",
            "cancelActivity", "true",
            "triggeredByEvent", "false",
            "isForCompensation", "false",
            "isSequential", "false",
            "camunda:asyncBefore", "false",
            "camunda:asyncAfter", "false",
            "camunda:exclusive", "true");

    private static final Set<String> TEXTS = Set.of(
            "documentation",
            "conditionExpression",
            "condition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "text",
            "script");

    /** What they refer to is told of here, so what it says counts and not its id. */
    private static final Set<String> EVENTS = Set.of("messageRef", "signalRef", "errorRef", "escalationRef");

    private static final Set<String> REFERENCES = Set.of(
            "sourceRef",
            "targetRef",
            "default",
            "attachedToRef",
            "messageRef",
            "signalRef",
            "errorRef",
            "escalationRef");

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Wording wording;
    private final Map<String, Element> byId;
    private final UnaryOperator<String> names;

    /**
     * @param byId every element of the diagram
     * @param names what an element is called, by id
     */
    ElementFacts(Element element, Wording wording, Map<String, Element> byId, UnaryOperator<String> names) {
        this.wording = wording;
        this.byId = byId;
        this.names = names;
        attributes("", element);
        children(element);
    }

    /** Whether an element with this name says something about the one it stands in, and is not told of alone. */
    static boolean tellsOf(String name) {
        return name.endsWith("EventDefinition")
                || name.endsWith("LoopCharacteristics")
                || name.equals("bpmn:extensionElements")
                || TEXTS.contains(name.substring(name.indexOf(':') + 1));
    }

    Map<String, Fact> facts() {
        return facts;
    }

    private void attributes(String prefix, Element element) {
        new TreeMap<>(element.attributes()).forEach((attribute, value) -> {
            if (!attribute.equals("id") && !attribute.equals("type") && !value.equals(DEFAULTS.get(attribute))) {
                put(prefix + attribute, local(attribute), value);
            }
        });
    }

    private void children(Element element) {
        for (Element child : element.children()) {
            String kind = local(child.name());
            if (TEXTS.contains(kind)) {
                put(kind, kind, child.text());
            } else if (child.name().equals("bpmn:extensionElements")) {
                child.children().forEach(this::extension);
            } else if (kind.endsWith("LoopCharacteristics")) {
                facts.put("loop", Fact.named("loop", kind, Wording.say("true")));
                inner(kind, child);
            } else if (kind.endsWith("EventDefinition")) {
                facts.put(
                        "trigger",
                        Fact.named(
                                "trigger", kind, Wording.find("trigger." + kind).orElse(Wording.quoted(kind))));
                inner(kind, child);
            } else if (child.id().isEmpty() && !isFlowEnd(kind)) {
                append(kind, whole(child));
            }
        }
    }

    private void inner(String kind, Element element) {
        attributes(kind + ".", element);
        children(element);
    }

    /** The arrows themselves say it. */
    private static boolean isFlowEnd(String kind) {
        return kind.equals("incoming") || kind.equals("outgoing");
    }

    private void extension(Element extension) {
        String kind = local(extension.name());
        switch (kind) {
            case "properties", "inputOutput" -> extension.children().forEach(this::named);
            case "in", "out" ->
                put(
                        kind + ":" + extension.attributes().getOrDefault("target", ""),
                        kind,
                        new TreeMap<>(extension.attributes())
                                .values().stream().distinct().collect(Collectors.joining(" \u2192 ")));
            default -> append(kind, whole(extension));
        }
    }

    private void named(Element named) {
        String name = named.attributes().getOrDefault("name", "");
        String value =
                named.children().isEmpty() ? named.attributes().getOrDefault("value", named.text()) : whole(named);
        put(local(named.name()) + ":" + name, name, value);
    }

    private void put(String key, String name, String value) {
        String written = Wording.oneLine(value);
        @Nullable Element event = EVENTS.contains(name) ? byId.get(value) : null;
        facts.put(key, Fact.named(name, event == null ? written : whole(event), words(name, written)));
    }

    private void append(String name, String value) {
        facts.merge(
                name,
                Fact.named(name, value, Wording.quoted(value)),
                (old, more) ->
                        Fact.named(name, old.written() + "\n" + more.written(), old.words() + ", " + more.words()));
    }

    private String words(String name, String value) {
        if (value.isEmpty()) {
            return "";
        }
        if (REFERENCES.contains(name) || EVENTS.contains(name)) {
            return names.apply(value);
        }
        if (value.equals("true") || value.equals("false")) {
            return Wording.say(value);
        }
        return name.equals("candidateGroups") ? wording.groups(value) : Wording.quoted(plain(name, value));
    }

    private String plain(String name, String value) {
        return switch (name) {
            case "calledElement" -> wording.file(".bpmn", value);
            case "formRef" -> wording.file(".form", value);
            case "decisionRef" -> wording.file(".dmn", value);
            case "documentCode", "archiveType" ->
                DocumentNames.find(value).map(title -> value + " " + title).orElse(value);
            case "waitsFor", "milestone", "expectedBy", "decisionPoint", "startsClock", "stopsClocks" ->
                Wording.find("value." + value).orElse(value);
            case "dueDate", "followUpDate", "timeDate", "timeDuration", "timeCycle" -> time(value);
            default -> Wording.expression(value);
        };
    }

    private static String time(String value) {
        if (value.equals("${deadline.due(execution)}")) {
            return Wording.say("time.table");
        }
        String words = TimeInWords.of(value);
        return words.isEmpty() ? Wording.expression(value) : words;
    }

    private static String whole(Element element) {
        String inner = element.children().stream().map(ElementFacts::whole).collect(Collectors.joining(", "));
        String attributes = new TreeMap<>(element.attributes())
                .entrySet().stream()
                        .filter(attribute -> !attribute.getKey().equals("id"))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(" "));
        return Wording.oneLine(String.join(" ", attributes, element.text(), inner));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
