package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.process.Finding;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** What a decision table may say: a small part of FEEL, and no other language. */
final class TableGrammar {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> ELEMENTS = DiagramGrammar.words("", """
            definitions decision description decisionTable input inputExpression inputValues output outputValues rule
            inputEntry outputEntry text variable informationRequirement requiredInput requiredDecision inputData
            literalExpression extensionElements""");

    private static final Set<String> NAMESPACES = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");

    private static final Set<String> DRAWING = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    private static final Set<String> CAMUNDA_ATTRIBUTES =
            DiagramGrammar.words(CAMUNDA, "historyTimeToLive versionTag inputVariable");

    private static final Set<String> FEEL =
            Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/FEEL/20140401");

    private final FeelGrammar feel;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private TableGrammar(String file, FeelGrammar feel) {
        this.file = file;
        this.feel = feel;
    }

    static List<Finding> check(String file, Element definitions, FeelGrammar feel) {
        TableGrammar grammar = new TableGrammar(file, feel);
        grammar.check(definitions, null, "");
        return grammar.findings;
    }

    private void check(Element element, @Nullable String owner, String parent) {
        if (DRAWING.contains(element.getUri())) {
            return;
        }
        @Nullable String id = element.attribute("id") == null ? owner : element.attribute("id");
        if (!NAMESPACES.contains(element.getUri()) || !ELEMENTS.contains(element.getTagName())) {
            add(element, id, "S12", "Elementet «%s» kan ikke brukes i en tabell.".formatted(element.getTagName()));
            return;
        }
        element.attributes().forEach(attribute -> checkAttribute(element, id, attribute));
        if (element.getTagName().equals("text")) {
            cellProblem(parent, element.getText().strip()).ifPresent(problem -> add(element, id, "S14", problem));
        }
        element.elements().forEach(child -> check(child, id, element.getTagName()));
    }

    private void checkAttribute(Element element, @Nullable String id, String attribute) {
        String shortName = attribute.substring(attribute.lastIndexOf(':') + 1);
        String value = element.attribute(attribute, "");
        boolean isLanguage = shortName.equals("expressionLanguage");
        if (isLanguage && !FEEL.contains(value)) {
            add(element, id, "S13", "Språket «%s» kan ikke brukes i en tabell.".formatted(value));
        } else if (attribute.startsWith(CAMUNDA + ":") && !CAMUNDA_ATTRIBUTES.contains(attribute)) {
            add(element, id, "S13", "Egenskapen «%s» kan ikke brukes i en tabell.".formatted(shortName));
        }
    }

    private Optional<String> cellProblem(String parent, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (parent) {
            case "inputEntry", "inputValues", "outputValues" -> feel.testProblem(text);
            default -> feel.expressionProblem(text);
        };
    }

    private void add(Element element, @Nullable String id, String code, String what) {
        findings.add(Faults.at(
                element,
                id,
                code,
                file,
                what,
                "Skriv det i FEEL, for eksempel \"teacher\", > 3, true eller en opplysning som inngår i tabellen."));
    }
}
