package no.rodtraad.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import no.rodtraad.process.Drawing.DeadlineRow;
import no.rodtraad.routine.Timeline.Stretch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The timeline of a routine")
class TimelineTest {

    @Test
    void placesEachPartAfterTheOneBefore() {
        Timeline timeline = timeline(Map.of("NEED", "10 arbeidsdager", "ADVERT", "P1W", "notice", "3 uker"));

        assertThat(timeline.stretches())
                .containsExactly(
                        new Stretch("Stillingen er godkjent", "10 arbeidsdager", 0, 33.3, 2),
                        new Stretch("Stillingen er lyst ut", "1 uke", 33.3, 16.7, 3),
                        new Stretch("Første arbeidsdag", "3 uker", 50, 50, 6));
        assertThat(timeline.weeks()).isEqualTo(6);
    }

    @Test
    void isEmptyWhenTheTableSaysNothingOfIt() {
        assertThat(timeline(Map.of("NEED", "", "writeAdvert", "3 arbeidsdager")).stretches())
                .isEmpty();
    }

    private static Timeline timeline(Map<String, String> targets) {
        return Timeline.of(step -> Optional.ofNullable(targets.get(step))
                .map(target -> new DeadlineRow(step, "", "", "", target, "", "", "")));
    }
}
