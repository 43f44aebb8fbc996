package no.rodtraad.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/messages.md}, the texts and the diagrams together. */
class MessagesPageTest {

    private static final Path PAGE = Path.of("docs/reference/messages.md");
    private static final Path TEXTS = Path.of("src/main/resources/messages/nb");
    private static final Path PROCESSES = Path.of("processes");
    private static final Pattern ROW =
            Pattern.compile("^\\| (M\\d\\d[A-Zb]?|NOTICE) \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);

    @Test
    void namesEveryText() throws Exception {
        try (Stream<Path> texts = Files.list(TEXTS)) {
            assertThat(onPage().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            texts.map(text -> text.getFileName().toString().replace(".txt", ""))
                                    .toList());
        }
    }

    @Test
    void namesEveryStepOfADiagramThatSendsOne() throws Exception {
        Map<String, String> onPage = onPage();
        sentByDiagrams()
                .forEach((code, steps) -> assertThat(onPage)
                        .hasEntrySatisfying(
                                code,
                                where -> assertThat(where)
                                        .contains(steps.stream()
                                                .map(step -> "`" + step + "`")
                                                .toList())));
    }

    private static Map<String, String> onPage() throws Exception {
        return ROW.matcher(Files.readString(PAGE)).results().collect(toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static Map<String, Set<String>> sentByDiagrams() throws Exception {
        Map<String, Set<String>> steps = new TreeMap<>();
        try (Stream<Path> files = Files.list(PROCESSES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bpmn")).collect(Collectors.toSet())) {
                for (CamundaInputParameter parameter :
                        Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(CamundaInputParameter.class)) {
                    String code = parameter.getTextContent().strip();
                    if (parameter.getCamundaName().equals("messageCode") && code.matches("M\\d\\d[A-Zb]?")) {
                        String step = parameter
                                .getParentElement()
                                .getParentElement()
                                .getParentElement()
                                .getAttributeValue("id");
                        String shown = file.getFileName().toString().replace(".bpmn", "") + "` / `" + step;
                        steps.computeIfAbsent(code, none -> new TreeSet<>()).add(code.equals("M23") ? step : shown);
                    }
                }
            }
        }
        return steps;
    }
}
