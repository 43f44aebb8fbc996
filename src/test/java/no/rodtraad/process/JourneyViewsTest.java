package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import no.rodtraad.process.CandidateViews.State;
import no.rodtraad.process.CandidateViews.View;
import no.rodtraad.process.CasePhases.Visit;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Det en søker ser av reisen")
class JourneyViewsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final BpmnModelInstance model = Bpmn.readModelFromFile(
            Path.of("processes", "candidate-journey.bpmn").toFile());

    @Test
    void isWhatTheDiagramSaysAndNothingElse() {
        List<Visit> visits = List.of(
                visit("journey", 0, null),
                visit("sendReceipt", 1, 2),
                visit("archiveApplication", 2, 3),
                visit("candidateInvited", 3, null));

        assertThat(JourneyViews.seen(model, visits))
                .extracting(JourneyViewsTest::title, View::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Søknaden er mottatt", State.DONE),
                        org.assertj.core.groups.Tuple.tuple("Søknadene blir vurdert", State.NOW));
        assertThat(JourneyViews.ahead(model, visits))
                .extracting(JourneyViewsTest::title)
                .containsExactly(
                        "Intervju", "Innstilling og vedtak", "Tilbud", "Endelig svar", "Personlig tilbakemelding");
        assertThat(JourneyViews.ahead(model, visits).get(0).expectedBy()).isEqualTo(Milestone.INTERVIEWS_HELD);
    }

    @Test
    void leavesOutWhatWasInterruptedWhenTheApplicationWasWithdrawn() {
        List<Visit> visits = List.of(
                visit("sendReceipt", 1, 2),
                new Visit("candidateInvited", START.plusSeconds(3), START.plusSeconds(4), true),
                visit("withdrawn", 4, 4),
                visit("sendFinalAnswer", 5, 6),
                visit("answerDelivery", 6, null));

        assertThat(JourneyViews.seen(model, visits))
                .extracting(JourneyViewsTest::title)
                .containsExactly("Søknaden er mottatt", "Søknaden er trukket", "Endelig svar");
        assertThat(JourneyViews.ahead(model, visits))
                .extracting(JourneyViewsTest::title)
                .containsExactly("Personlig tilbakemelding");
    }

    @Test
    void leavesOutAStepWhoseTextIsLeftEmptyAsTheModelerDoes() {
        model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaValue().startsWith("Intervju:"))
                .forEach(property -> property.setCamundaValue(""));

        assertThat(JourneyViews.ahead(model, List.of(visit("journey", 0, null), visit("candidateInvited", 3, null))))
                .extracting(JourneyViewsTest::title)
                .containsExactly("Innstilling og vedtak", "Tilbud", "Endelig svar", "Personlig tilbakemelding");
    }

    private static String title(View view) {
        return view.text().split(": ")[0];
    }

    private static Visit visit(String activity, int started, @Nullable Integer ended) {
        return new Visit(activity, START.plusSeconds(started), ended == null ? null : START.plusSeconds(ended), false);
    }
}
