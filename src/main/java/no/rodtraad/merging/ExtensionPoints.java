package no.rodtraad.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import no.rodtraad.guardrail.rules.Element;

/**
 * The steps of a base diagram that its authors have marked, with the property {@code extensionPoint}, as places where a
 * municipality may change and add without coming in the way of later changes of the base.
 */
final class ExtensionPoints {

    private static final String PROPERTY = "extensionPoint";
    private static final Set<String> ARROWS = Set.of("bpmn:sequenceFlow", "bpmn:messageFlow");

    /** They say something to those who read the drawing, and nothing to the case. */
    private static final Set<String> NOTES =
            Set.of("bpmn:textAnnotation", "bpmn:association", "bpmn:group", "bpmn:lane");

    /** Id to name, of what is marked. */
    private final Map<String, String> marked = new TreeMap<>();

    private final Set<String> near = new HashSet<>();

    ExtensionPoints(Element base) {
        collect(base, false);
    }

    private void collect(Element element, boolean inside) {
        boolean isMarked = isMarked(element);
        if (isMarked) {
            marked.put(element.id(), element.attributes().getOrDefault("name", element.id()));
        }
        if ((isMarked || inside) && !element.id().isEmpty()) {
            near.add(element.id());
        }
        element.children().forEach(child -> collect(child, inside || isMarked));
    }

    private static boolean isMarked(Element element) {
        return children(List.of(element), "bpmn:extensionElements", "camunda:properties", "camunda:property").stream()
                .map(Element::attributes)
                .anyMatch(property -> PROPERTY.equals(property.get("name")) && "true".equals(property.get("value")));
    }

    private static List<Element> children(List<Element> of, String... names) {
        List<Element> found = of;
        for (String name : names) {
            found = found.stream()
                    .flatMap(element -> element.children().stream())
                    .filter(child -> child.name().equals(name))
                    .toList();
        }
        return found;
    }

    /** As they are called in the diagram. */
    Collection<String> names() {
        return marked.values();
    }

    /**
     * The changes that stand elsewhere: neither at a marked step nor in what has been added next to one.
     *
     * @param base the diagram that was changed
     * @param own what it has become
     */
    List<Change> outside(Element base, Element own, List<Change> changes) {
        Map<String, Element> before = byId(base);
        Map<String, Element> after = byId(own);
        Set<String> reached = reached(
                after,
                changes.stream()
                        .filter(change -> change.kind() == Kind.ADDED)
                        .map(Change::place)
                        .collect(Collectors.toSet()));
        List<Change> outside = changes.stream()
                .filter(change -> change.kind() != Kind.MOVED && !isNote(change.place(), before, after))
                .filter(change -> !reached.contains(change.place()))
                .filter(change -> Stream.of(before, after)
                        .map(elements -> elements.get(change.place()))
                        .filter(Objects::nonNull)
                        .flatMap(ExtensionPoints::ends)
                        .noneMatch(reached::contains))
                .toList();
        List<Change> steps = outside.stream()
                .filter(change -> !isOf(ARROWS, change.place(), before, after))
                .toList();
        return steps.isEmpty() ? outside : steps;
    }

    private Set<String> reached(Map<String, Element> after, Set<String> added) {
        Set<String> reached = new HashSet<>(near);
        boolean grows = true;
        while (grows) {
            List<String> next = new ArrayList<>();
            after.values().forEach(element -> {
                List<String> ends =
                        Stream.concat(ends(element), attachment(element)).toList();
                if (ends.stream().anyMatch(reached::contains)) {
                    ends.stream().filter(added::contains).forEach(next::add);
                }
            });
            grows = reached.addAll(next);
        }
        return reached;
    }

    private static Stream<String> ends(Element element) {
        return ARROWS.contains(element.name())
                ? Stream.of("sourceRef", "targetRef")
                        .map(end -> element.attributes().getOrDefault(end, ""))
                : Stream.empty();
    }

    /** A timer on the edge of a step belongs to the step, and what is inside a step to that step. */
    private static Stream<String> attachment(Element element) {
        Stream<String> inside = element.children().stream().map(Element::id).filter(id -> !id.isEmpty());
        return ARROWS.contains(element.name()) || element.name().equals("bpmn:process")
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(element.id(), element.attributes().getOrDefault("attachedToRef", "")), inside);
    }

    private static boolean isNote(String place, Map<String, Element> before, Map<String, Element> after) {
        return isOf(NOTES, place, before, after);
    }

    private static boolean isOf(
            Set<String> kinds, String place, Map<String, Element> before, Map<String, Element> after) {
        return Stream.of(before, after)
                .map(elements -> elements.get(place))
                .filter(Objects::nonNull)
                .anyMatch(element -> kinds.contains(element.name()));
    }

    private static Map<String, Element> byId(Element root) {
        Map<String, Element> found = new HashMap<>();
        index(root, found);
        return found;
    }

    private static void index(Element element, Map<String, Element> into) {
        if (element.name().startsWith("bpmn:") && !element.id().isEmpty()) {
            into.put(element.id(), element);
        }
        element.children().forEach(child -> index(child, into));
    }
}
