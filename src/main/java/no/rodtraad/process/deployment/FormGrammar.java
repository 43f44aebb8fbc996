package no.rodtraad.process.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.process.Finding;

/** What a form may show and compute: plain fields and texts, and the same small part of FEEL as tables. */
final class FormGrammar {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> TYPES = DiagramGrammar.words("", """
            default text textfield textarea number checkbox checklist radio select taglist datetime dynamiclist group
            separator spacer""");

    private static final String FIELDS =
            String.join(", ", TYPES.stream().sorted().toList());

    private final FeelGrammar feel;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private FormGrammar(String file, FeelGrammar feel) {
        this.file = file;
        this.feel = feel;
    }

    static List<Finding> check(String file, String text, FeelGrammar feel) throws JsonProcessingException {
        FormGrammar grammar = new FormGrammar(file, feel);
        JsonNode form = JSON.readTree(text);
        grammar.checkComponent(form, form.path("id").asText());
        return grammar.findings;
    }

    private void checkComponent(JsonNode component, String id) {
        String type = component.path("type").asText();
        if (!TYPES.contains(type)) {
            add(id, "S15", "Felt av typen «%s» kan ikke brukes.".formatted(type), "Bruk en av disse: " + FIELDS + ".");
        }
        component.properties().forEach(property -> {
            if (property.getKey().equals("components")) {
                property.getValue()
                        .forEach(child -> checkComponent(child, child.path("id").asText(id)));
            } else {
                checkTexts(property.getValue(), id);
            }
        });
    }

    private void checkTexts(JsonNode value, String id) {
        if (value.isTextual()) {
            problem(value.asText())
                    .ifPresent(problem -> add(id, "S14", problem, "Bruk feltnavn, sammenligninger og faste verdier."));
        }
        value.forEach(part -> checkTexts(part, id));
    }

    private Optional<String> problem(String text) {
        return text.startsWith("=") ? feel.expressionProblem(text.substring(1).strip()) : templateProblem(text);
    }

    private Optional<String> templateProblem(String text) {
        int begin = text.indexOf("{{");
        while (begin >= 0) {
            int end = text.indexOf("}}", begin);
            if (end < 0) {
                return Optional.of("«{{» mangler «}}» etter seg.");
            }
            Optional<String> problem =
                    placeholderProblem(text.substring(begin + 2, end).strip());
            if (problem.isPresent()) {
                return problem;
            }
            begin = text.indexOf("{{", end);
        }
        return Optional.empty();
    }

    private Optional<String> placeholderProblem(String content) {
        if (content.equals("/if")) {
            return Optional.empty();
        }
        return feel.expressionProblem(
                content.startsWith("#if ") ? content.substring(4).strip() : content);
    }

    private void add(String id, String code, String what, String mend) {
        findings.add(new Finding(code, Finding.Severity.ERROR, file, id, 0, 0, what, "", mend));
    }
}
