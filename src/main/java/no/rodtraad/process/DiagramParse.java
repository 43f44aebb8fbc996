package no.rodtraad.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a diagram, and refuses one that is being deployed when it says something the program cannot follow. All that is
 * wrong is said at once. Diagrams that were deployed before are read as they are.
 */
final class DiagramParse extends BpmnParse {

    private static final Map<String, TimeTexts.Place> TIMER_TEXTS = Map.of(
            "timeDate", TimeTexts.Place.TIME_DATE,
            "timeDuration", TimeTexts.Place.TIME_DURATION,
            "timeCycle", TimeTexts.Place.TIME_CYCLE);

    private final TimeTexts times = new TimeTexts();

    DiagramParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        if (deployment.isNew()) {
            check(rootElement, rootElement);
        }
        super.parseRootElement();
    }

    /** @param owner the step or event that the element is part of */
    private void check(Element element, Element owner) {
        TimeTexts.@Nullable Place timer = TIMER_TEXTS.get(element.getTagName());
        if (timer != null) {
            checkTime(timer, element.getText().strip(), element, owner);
        }
        checkTime(TimeTexts.Place.DUE_DATE, camunda(element, DUE_DATE_EXTENSION), element, owner);
        checkTime(TimeTexts.Place.FOLLOW_UP_DATE, camunda(element, FOLLOW_UP_DATE_EXTENSION), element, owner);
        if (element.getTagName().equals("property")) {
            checkProperty(element, owner);
        }
        for (Element child : element.elements()) {
            check(child, isStep(child) ? child : owner);
        }
    }

    private void checkTime(TimeTexts.Place place, @Nullable String text, Element element, Element owner) {
        if (text != null && !times.isReadable(place, text)) {
            addError(place.refuse(nameOf(owner), text), element, owner.attribute("id"));
        }
    }

    private void checkProperty(Element property, Element owner) {
        switch (property.attribute("name", "")) {
            case "startsClock", "decisionPoint" -> checkName(property, owner, names(DecisionPoint.values()));
            case "milestone" -> checkName(property, owner, names(Milestone.values()));
            case "expectedBy" -> checkNameIfAny(property, owner, names(Milestone.values()));
            case SpanListener.PROPERTY -> checkName(property, owner, SpanListener.known());
            default -> {
                // other properties are free
            }
        }
    }

    /** The Modeler writes an empty property for a drop-down of a template that nobody has chosen from. */
    private void checkNameIfAny(Element property, Element owner, List<String> known) {
        if (!property.attribute("value", "").isBlank()) {
            checkName(property, owner, known);
        }
    }

    private void checkName(Element property, Element owner, List<String> known) {
        String value = property.attribute("value", "");
        if (!known.contains(value)) {
            String sentence = "Egenskapen %s på %s har verdien «%s», som ikke finnes. Skriv %s."
                    .formatted(property.attribute("name"), nameOf(owner), value, String.join(", ", known));
            addError(sentence, property, owner.attribute("id"));
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static @Nullable String camunda(Element element, String attribute) {
        return element.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, attribute);
    }

    private static boolean isStep(Element element) {
        return element.attribute("id") != null
                && Stream.of("EventDefinition", "Expression", "timeDate", "timeDuration", "timeCycle", "taskListener")
                        .noneMatch(part -> element.getTagName().endsWith(part));
    }

    private static String nameOf(Element element) {
        @Nullable String name = element.attribute("name");
        String id = element.attribute("id", "");
        return name == null || name.isBlank() ? "«" + id + "»" : "«%s» (%s)".formatted(name.strip(), id);
    }
}
