package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.rodtraad.checks.NodeChecks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What only the Modeler's and Tasklist's own libraries can say about the files in {@code processes/} and {@code forms/}. */
class DiagramChecksTest {

    /** Where the checks leave a diagram with one step for each template, as the Modeler saves it. */
    private static final Path APPLIED = Path.of("target/element-templates");

    @Test
    void diagramsFormsAndTemplatesOpenCleanlyWherePeopleUseThem() throws Exception {
        String output = NodeChecks.run("npm", "run", "--silent", "check");

        List<String> notDone =
                output.lines().filter(line -> line.contains("No Chromium")).toList();
        notDone.forEach(System.out::println);
        if (notDone.isEmpty()) {
            whatTheModelerMakesOfATemplateIsWhatAStepMustBe();
        }
    }

    private static void whatTheModelerMakesOfATemplateIsWhatAStepMustBe() throws Exception {
        List<Path> diagrams;
        try (Stream<Path> files = Files.list(APPLIED)) {
            diagrams = files.toList();
        }
        assertThat(diagrams).hasSizeGreaterThanOrEqualTo(ElementTemplates.all().size());
        for (Path diagram : diagrams) {
            BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
            Bpmn.validateModel(model);
            assertThat(model.getModelElementsByType(ServiceTask.class))
                    .as(diagram.toString())
                    .allSatisfy(step -> {
                        assertThat(step.getCamundaDelegateExpression()).matches("\\$\\{\\w+}");
                        assertThat(step.isCamundaAsyncBefore()).isTrue();
                    });
            assertThat(model.getModelElementsByType(UserTask.class))
                    .as(diagram.toString())
                    .allSatisfy(task -> {
                        assertThat(task.getCamundaCandidateGroups()).isNotBlank();
                        assertThat(task.getCamundaDueDate()).isEqualTo("${deadline.due(execution)}");
                        assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
                    });
        }
    }
}
