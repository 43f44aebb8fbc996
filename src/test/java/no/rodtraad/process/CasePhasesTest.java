package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import no.rodtraad.process.CaseProgress.State;
import no.rodtraad.process.CaseProgress.Step;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fasene i en sak")
class CasePhasesTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final BpmnModelInstance model =
            Bpmn.readModelFromFile(Path.of("processes", "hiring-case.bpmn").toFile());

    @Test
    void tellsWhatIsDoneNowAndAhead() {
        List<Step> steps = CasePhases.of(model, List.of(visit("need", 0, 1), visit("plan", 1, null)));

        assertThat(steps.subList(0, 4))
                .extracting(Step::name, Step::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Behov", State.DONE),
                        org.assertj.core.groups.Tuple.tuple("Plan", State.ACTIVE),
                        org.assertj.core.groups.Tuple.tuple("Utlysning", State.AHEAD),
                        org.assertj.core.groups.Tuple.tuple("Siling", State.AHEAD));
        assertThat(steps).extracting(Step::name).contains("Prøvetid").doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatCanNoLongerCome() {
        List<Step> steps = CasePhases.of(model, List.of(visit("need", 0, 1), visit("closing", 1, null)));

        assertThat(steps)
                .extracting(Step::name)
                .startsWith("Behov", "Avslutning")
                .doesNotContain("Plan", "Utlysning", "Prøvetid");
    }

    @Test
    void showsWhatACancellationStopped() {
        List<Step> steps = CasePhases.of(
                model,
                List.of(
                        visit("need", 0, 1),
                        new CasePhases.Visit("plan", START.plusSeconds(1), START.plusSeconds(2), true),
                        visit("cancelHiring", 2, null),
                        visit("closingAfterCancel", 2, null)));

        assertThat(steps).extracting(Step::state).containsExactly(State.DONE, State.INTERRUPTED, State.ACTIVE);
    }

    @Test
    void aPhaseThatIsVisitedAgainIsGoingOnAgain() {
        List<Step> steps = CasePhases.of(
                model,
                List.of(visit("recommendation", 0, 1), visit("decision", 1, 2), visit("recommendation", 2, null)));

        assertThat(steps.get(0).state()).isEqualTo(State.ACTIVE);
        assertThat(steps.get(0).started()).isEqualTo(START);
        assertThat(steps.get(1).state()).isEqualTo(State.DONE);
    }

    private static CasePhases.Visit visit(String id, int started, @Nullable Integer ended) {
        return new CasePhases.Visit(
                id, START.plusSeconds(started), ended == null ? null : START.plusSeconds(ended), false);
    }
}
