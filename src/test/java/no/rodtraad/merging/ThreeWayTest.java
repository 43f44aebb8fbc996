package no.rodtraad.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

@DisplayName("Two changes of the same file")
class ThreeWayTest {

    private static final String FLOW = """
                <bpmn:sequenceFlow id="one" sourceRef="a" targetRef="b" />
                <bpmn:sequenceFlow id="two" sourceRef="b" targetRef="c" />
            </bpmn:process>
            """;

    private final String plan = text("processes/plan.bpmn");

    @Test
    void areMergedAlsoOnLinesBesideEachOther() {
        assertThat(ThreeWay.merged(
                        FLOW, FLOW.replace("targetRef=\"b\"", "targetRef=\"x\""), FLOW.replace("\"c\"", "\"y\"")))
                .contains(FLOW.replace("targetRef=\"b\"", "targetRef=\"x\"").replace("\"c\"", "\"y\""));
    }

    @Test
    void areNotMergedOnTheSameLine() {
        assertThat(ThreeWay.merged(FLOW, FLOW.replace("\"c\"", "\"x\""), FLOW.replace("\"c\"", "\"y\"")))
                .isEmpty();
    }

    @Test
    void areBothKeptWhenTheyAddInOnePlace() {
        String end = "</bpmn:process>";
        String ours = "    <bpmn:userTask id=\"ours\" />\n";
        String theirs = "    <bpmn:userTask id=\"theirs\" />\n";

        assertThat(ThreeWay.merged(FLOW, FLOW.replace(end, ours + end), FLOW.replace(end, theirs + end)))
                .contains(FLOW.replace(end, ours + theirs + end));
    }

    @Test
    void areKeptAsWeDrewThemWhereBothDrawAnew() {
        String ours = plan.replace("x=\"416\" y=\"80\"", "x=\"616\" y=\"80\"");
        String theirs = plan.replace("x=\"416\" y=\"80\"", "x=\"516\" y=\"80\"")
                .replace("name=\"Arkiver planen\"", "name=\"Ta vare på planen\"");

        assertThat(ThreeWay.merged(plan, ours, theirs))
                .contains(ours.replace("name=\"Arkiver planen\"", "name=\"Ta vare på planen\""));
    }

    @Test
    void leaveAFormAsItWasWhenNothingHasChanged() {
        String form = text("forms/write-advert.form").stripTrailing();
        assertThat(ThreeWay.merged(form, form, form)).contains(form);
    }

    @Test
    void makeASoundFileOnlyWhenEverythingIsThereOnce() {
        assertThat(Soundness.of("plan.bpmn", plan)).isTrue();
        assertThat(Soundness.of("plan.bpmn", plan.replace("id=\"planReady\"", "id=\"setUpPlan\"")))
                .isFalse();
        assertThat(Soundness.of("plan.bpmn", plan.replace("bpmnElement=\"setUpPlan\"", "bpmnElement=\"gone\"")))
                .isFalse();
        assertThat(Soundness.of("plan.bpmn", plan.replace("targetRef=\"setUpPlan\"", "targetRef=\"gone\"")))
                .isFalse();
        assertThat(Soundness.of("a.form", "{\"id\":\"a\",\"components\":[{\"id\":\"b\"}]}"))
                .isTrue();
        assertThat(Soundness.of("a.form", "{\"id\":\"a\",\"components\":[{\"id\":\"b\"},{\"id\":\"b\"}]}"))
                .isFalse();
        assertThat(Soundness.of("a.form", "{\"id\":\"a\",\"id\":\"b\"}")).isFalse();
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
