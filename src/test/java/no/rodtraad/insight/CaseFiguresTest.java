package no.rodtraad.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.PointClocks.DeadlineEvent;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.hiring.HiringCases.State;
import no.rodtraad.insight.CaseFigures.Days;
import no.rodtraad.insight.CaseFigures.Figures;
import no.rodtraad.insight.CaseFigures.Stretch;
import no.rodtraad.process.CaseHistory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of a group of cases")
class CaseFiguresTest {

    private static final LocalDate REPORTED = LocalDate.of(2027, 1, 4);

    private final HiringCases cases = mock();
    private final PointClocks clocks = mock();
    private final CaseHistory history = mock();
    private final CaseFigures figures = new CaseFigures(cases, clocks, history);
    private final List<CaseId> ids = new ArrayList<>();

    @Test
    void tellHowLongEachStretchTakes() {
        for (int days : new int[] {10, 12, 14, 16, 40}) {
            reached(add(State.OPEN), Milestone.ADVERT_PUBLISHED, days, Milestone.INTERVIEWS_HELD, days + 30);
        }

        Figures found = figures.of(ids);

        assertThat(found.begun()).isEqualTo(5);
        assertThat(found.isTooFew()).isFalse();
        assertThat(found.days())
                .containsEntry(Stretch.NEED_TO_ADVERT, new Days(5, OptionalLong.of(14), OptionalLong.of(16)))
                .containsEntry(Stretch.ADVERT_TO_INTERVIEW, new Days(5, OptionalLong.of(30), OptionalLong.of(30)))
                .containsEntry(Stretch.INTERVIEW_TO_OFFER, new Days(0, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void areNotGivenForFewCasesNorForThoseThatWereCancelled() {
        for (int i = 0; i < 4; i++) {
            reached(add(State.OPEN), Milestone.ADVERT_PUBLISHED, 10, Milestone.INTERVIEWS_HELD, 40);
        }
        reached(add(State.CANCELLED), Milestone.ADVERT_PUBLISHED, 90, Milestone.INTERVIEWS_HELD, 99);

        Figures found = figures.of(ids);

        assertThat(found.begun()).isEqualTo(5);
        assertThat(found.cancelled()).isEqualTo(1);
        assertThat(found.isTooFew()).isTrue();
        assertThat(found.days())
                .containsEntry(Stretch.NEED_TO_ADVERT, new Days(4, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void leaveOutAStretchThatWasBegunAnew() {
        reached(add(State.OPEN), Milestone.ADVERT_PUBLISHED, 20, Milestone.INTERVIEWS_HELD, 15);

        assertThat(figures.of(ids).days().get(Stretch.ADVERT_TO_INTERVIEW))
                .isEqualTo(new Days(0, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void countBrokenDeadlinesAndTheTasksOfFinishedCases() {
        CaseId finished = add(State.CLOSED);
        CaseId open = add(State.OPEN);
        when(history.tasksDone(finished)).thenReturn(31L);
        when(history.tasksDone(open)).thenReturn(3L);
        when(clocks.events(open)).thenReturn(List.of(event(Level.REMINDED), event(Level.BREACHED)));

        Figures found = figures.of(ids);

        assertThat(found.finished()).isEqualTo(1);
        assertThat(found.breaches()).isEqualTo(1);
        assertThat(found.breachesPerCase()).isEqualTo(OptionalDouble.of(0.5));
        assertThat(found.tasksPerFinished()).isEqualTo(OptionalDouble.of(31));
    }

    private CaseId add(State state) {
        CaseId id = new CaseId("provedal-2027-%04d".formatted(ids.size() + 1));
        when(cases.find(id))
                .thenReturn(Optional.of(
                        new HiringCase(id, "Lærer", "teacher", "Skolen", "manager1", at(0), state, null, null)));
        ids.add(id);
        return id;
    }

    private void reached(CaseId id, Milestone first, int days, Milestone second, int moreDays) {
        Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
        reached.put(first, at(days));
        reached.put(second, at(moreDays));
        when(clocks.reached(id)).thenReturn(reached);
    }

    private static DeadlineEvent event(Level level) {
        return new DeadlineEvent(DecisionPoint.ADVERT, 1, level, at(9), List.of("hr1"), 1);
    }

    private static Instant at(int days) {
        return REPORTED.plusDays(days)
                .atTime(LocalTime.NOON)
                .atZone(OsloTime.ZONE)
                .toInstant();
    }
}
