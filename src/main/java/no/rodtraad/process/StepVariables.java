package no.rodtraad.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Which variables the expressions of a step ask for, and which it answers itself. */
final class StepVariables {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("'[^']*'|(?<![\\w.])[a-zA-Z_]\\w*");
    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
    private static final List<Function<DomElement, Optional<String>>> ATTRIBUTES = List.of(
            attribute("calledElement"),
            camunda("candidateGroups"),
            camunda("dueDate"),
            camunda("collection"),
            camunda("delegateExpression"));

    private StepVariables() {}

    /** Those in the texts of the step and of the arrows out of it. */
    static Stream<String> asked(FlowNode step) {
        return Stream.concat(
                        elements(step.getDomElement()),
                        step.getOutgoing().stream().flatMap(flow -> elements(flow.getDomElement())))
                .flatMap(StepVariables::texts)
                .flatMap(StepVariables::in)
                .filter(HiringVariables.declared()::containsKey);
    }

    /** Those that what is written in the step sets; a form sets others. */
    static Stream<String> answered(FlowNode step) {
        return elements(step.getDomElement()).flatMap(element -> switch (element.getLocalName()) {
            case "out" -> Optional.ofNullable(element.getAttribute("target")).stream();
            case "outputParameter" -> Optional.ofNullable(element.getAttribute("name")).stream();
            default -> Stream.empty();
        });
    }

    /** The names in the expressions of a text. */
    static Stream<String> in(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .flatMap(found -> NAME.matcher(found.group(1)).results())
                .map(MatchResult::group)
                .filter(name -> !name.startsWith("'"));
    }

    private static Stream<String> texts(DomElement element) {
        Stream<String> text =
                element.getChildElements().isEmpty() ? Stream.of(element.getTextContent()) : Stream.empty();
        return Stream.concat(text, ATTRIBUTES.stream().flatMap(attribute -> attribute.apply(element).stream()));
    }

    /** The element and what is in it, without the steps of a part, which are asked for themselves. */
    private static Stream<DomElement> elements(DomElement element) {
        return Stream.concat(
                Stream.of(element),
                element.getChildElements().stream()
                        .filter(child -> !(child.getModelElementInstance() instanceof FlowNode)
                                && !child.getLocalName().equals("sequenceFlow"))
                        .flatMap(StepVariables::elements));
    }

    private static Function<DomElement, Optional<String>> attribute(String name) {
        return element -> Optional.ofNullable(element.getAttribute(name));
    }

    private static Function<DomElement, Optional<String>> camunda(String name) {
        return element -> Optional.ofNullable(element.getAttribute(CAMUNDA, name));
    }
}
