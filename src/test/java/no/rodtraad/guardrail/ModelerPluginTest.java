package no.rodtraad.guardrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import no.rodtraad.checks.NodeChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in the linter that Camunda Modeler uses: it must say what the server says. */
class ModelerPluginTest {

    private static final Rules RULES = Shipped.rules();
    private static final ModelerPlugin PLUGIN = new ModelerPlugin(RULES);

    @TempDir
    Path folder;

    @Test
    void saysTheSameAsTheServerOfEveryDiagram() throws Exception {
        assumeTrue(PLUGIN.isThere(), "The build has not translated the rules");
        Map<String, String> diagrams = diagrams();
        List<String> command =
                new ArrayList<>(List.of("node", "lint-as-modeler.mjs", write("client.js", PLUGIN.client())));
        for (Map.Entry<String, String> diagram : diagrams.entrySet()) {
            command.add(write(diagram.getKey(), diagram.getValue()));
        }

        List<String> answers =
                NodeChecks.run(command.toArray(String[]::new)).lines().toList();

        assertThat(answers).hasSameSizeAs(diagrams.keySet());
        int place = 0;
        for (Map.Entry<String, String> diagram : diagrams.entrySet()) {
            assertThat(inTheModeler(answers.get(place++)))
                    .as(diagram.getKey())
                    .containsExactlyInAnyOrderElementsOf(onTheServer(diagram.getValue()));
        }
    }

    @Test
    void isOneFolderToCopy() throws Exception {
        assumeTrue(PLUGIN.isThere(), "The build has not translated the rules");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(PLUGIN.zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertThat(names).containsExactly("rodtraad-regler/index.js", "rodtraad-regler/client.js");
    }

    /** Every shipped diagram, and some that break rules of each kind. */
    private static Map<String, String> diagrams() {
        Map<String, String> diagrams = new LinkedHashMap<>();
        Shipped.FILES.forEach((name, text) -> {
            if (name.endsWith(".bpmn")) {
                diagrams.put(name.substring(name.indexOf('/') + 1), text);
            }
        });
        String journey = Shipped.FILES.getOrDefault("processes/candidate-journey.bpmn", "");
        String closing = Shipped.FILES.getOrDefault("processes/closing.bpmn", "");
        String screening = Shipped.FILES.getOrDefault("processes/screening.bpmn", "");
        diagrams.put(
                "no-answer.bpmn", journey.replace("targetRef=\"sendFinalAnswer\"", "targetRef=\"answerDelivery\""));
        diagrams.put("no-silence.bpmn", journey.replace("isInterrupting=\"false\"", "isInterrupting=\"true\""));
        diagrams.put("no-gate.bpmn", closing.replace("${recordsComplete == true}", "${answerNow == true}"));
        diagrams.put(
                "own-code.bpmn",
                closing.replace("camunda:delegateExpression=\"${closeCase}\"", "camunda:class=\"a.B\""));
        diagrams.put("no-history.bpmn", closing.replace(" camunda:historyTimeToLive=\"P1825D\"", ""));
        diagrams.put(
                "no-group.bpmn",
                closing.replace("camunda:candidateGroups=\"archive\"", "camunda:candidateGroups=\"arkivet\""));
        diagrams.put("no-watch.bpmn", screening.replace("warnAt(execution,'INTERVIEW')", "warnAt(execution,'OFFER')"));
        return diagrams;
    }

    private static List<String> inTheModeler(String answer) throws Exception {
        List<String> findings = new ArrayList<>();
        for (JsonNode report : new ObjectMapper().readTree(answer)) {
            findings.add("%s %s: %s"
                    .formatted(
                            report.path("category").asText().equals("error"),
                            report.path("id").asText(),
                            report.path("message").asText()));
        }
        return findings;
    }

    private static List<String> onTheServer(String text) {
        return RULES.check(Map.of("a.bpmn", text), false).stream()
                .map(violation -> "%s %s: %s %s %s (%s)"
                        .formatted(
                                violation.refused(),
                                violation.elementId(),
                                violation.what(),
                                violation.why(),
                                violation.mend(),
                                violation.rule()))
                .toList();
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
