package no.rodtraad.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.rodtraad.difference.Part.Fact;
import no.rodtraad.guardrail.rules.Element;
import org.jspecify.annotations.Nullable;

/** The elements of a diagram with what is said about each. */
final class DiagramParts {

    /** They only hold other elements, or are told of with what uses them. */
    private static final Set<String> HOLDERS = Set.of("bpmn:collaboration", "bpmn:laneSet");

    private static final Set<String> TOLD_ELSEWHERE =
            Set.of("bpmn:message", "bpmn:signal", "bpmn:error", "bpmn:escalation", "bpmn:incoming", "bpmn:outgoing");

    private static final Set<String> ARROWS = Set.of("bpmn:sequenceFlow", "bpmn:messageFlow", "bpmn:association");

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, String> positions = new HashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Wording wording;

    private DiagramParts(Wording wording) {
        this.wording = wording;
    }

    static Map<String, Part> of(Element root, Wording wording) {
        DiagramParts diagram = new DiagramParts(wording);
        diagram.index(root);
        diagram.collect(root, "");
        return diagram.parts;
    }

    private void index(Element element) {
        if (element.name().startsWith("bpmn:") && !element.id().isEmpty()) {
            byId.put(element.id(), element);
        } else if (element.name().equals("BPMNShape")) {
            element.children().stream()
                    .filter(child -> child.name().equals("Bounds"))
                    .forEach(bounds -> positions.put(
                            element.attributes().getOrDefault("bpmnElement", ""),
                            new TreeMap<>(bounds.attributes()).toString()));
        }
        element.children().forEach(this::index);
    }

    private void collect(Element container, String inside) {
        for (Element child : container.children()) {
            if (HOLDERS.contains(child.name())) {
                collect(child, inside);
            } else if (isPart(child)) {
                parts.put(child.id(), part(child, inside));
                collect(child, child.id());
            }
        }
    }

    private static boolean isPart(Element element) {
        return element.name().startsWith("bpmn:")
                && !element.id().isEmpty()
                && !TOLD_ELSEWHERE.contains(element.name())
                && !ElementFacts.tellsOf(element.name());
    }

    private Part part(Element element, String inside) {
        Map<String, Fact> facts = new ElementFacts(element, wording, byId, this::end).facts();
        String type = word(element, "type");
        facts.put("type", Fact.named("type", element.name(), type.substring(type.indexOf(' ') + 1)));
        facts.put("inside", inside(inside));
        return new Part(
                element.id(),
                name(element.id()),
                added(element, type),
                facts,
                positions.getOrDefault(element.id(), ""),
                "");
    }

    /** Everything is in the process, so that is not said where there is only one. */
    private Fact inside(String id) {
        @Nullable Element container = byId.get(id);
        boolean evident = container == null
                || container.name().equals("bpmn:process")
                        && byId.values().stream()
                                        .filter(other -> other.name().equals("bpmn:process"))
                                        .count()
                                == 1;
        return evident ? Fact.named("inside", "", "") : Fact.named("inside", id, name(id));
    }

    private String added(Element element, String type) {
        if (ARROWS.contains(element.name())) {
            return Wording.say("added.arrow", arrow(element));
        }
        String groups = element.attributes().getOrDefault("camunda:candidateGroups", "");
        String title = title(element);
        return groups.isBlank()
                ? Wording.say("added", type, title)
                : Wording.say("added.for", type, title, wording.groups(groups));
    }

    /** As it is called in the middle of a sentence. */
    private String name(String id) {
        @Nullable Element element = byId.get(id);
        if (element == null) {
            return Wording.quoted(id);
        }
        return ARROWS.contains(element.name())
                ? Wording.say("arrow", arrow(element))
                : word(element, "the") + " " + title(element);
    }

    private String arrow(Element flow) {
        String called = Wording.oneLine(flow.attributes().getOrDefault("name", ""));
        String ends = Wording.say(
                "arrow.ends",
                end(flow.attributes().getOrDefault("sourceRef", "")),
                end(flow.attributes().getOrDefault("targetRef", "")));
        return called.isEmpty() ? ends : Wording.quoted(called) + " " + ends;
    }

    /** What an arrow or another element refers to. */
    private String end(String id) {
        @Nullable Element element = byId.get(id);
        return element == null || isUnnamed(element) ? name(id) : title(element);
    }

    private static boolean isUnnamed(Element element) {
        return element.attributes().getOrDefault("name", "").isBlank();
    }

    private static String title(Element element) {
        List<String> texts = element.children().stream()
                .filter(child -> child.name().equals("bpmn:text"))
                .map(Element::text)
                .toList();
        String called = texts.isEmpty()
                ? element.attributes().getOrDefault("name", "")
                : texts.stream().collect(Collectors.joining(" "));
        return Wording.quoted(called.isBlank() ? element.id() : Wording.oneLine(called));
    }

    private static String word(Element element, String form) {
        String type = element.name().substring("bpmn:".length());
        return Wording.find(form + "." + type).orElseGet(() -> Wording.say(form + ".other"));
    }
}
