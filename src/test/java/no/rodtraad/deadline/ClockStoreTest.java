package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.deadline.ClockStore.Run;
import no.rodtraad.deadline.PointClocks.DeadlineEvent;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The clock at a decision point")
class ClockStoreTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId CASE = InMemoryCase.ID;

    private static final TestDatabase DATABASE = new TestDatabase();

    private final MovableClock time = new MovableClock();
    private final ClockStore store = new ClockStore(DATABASE.client(), time);

    @AfterAll
    static void close() throws IOException {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        List.of("deadline_events", "reached_milestones", "point_clocks")
                .forEach(table -> DATABASE.client().sql("delete from " + table).update());
    }

    @Test
    void runsFromItsStartUntilThePointIsReached() {
        store.started(CASE, DecisionPoint.ADVERT);
        assertThat(store.running(CASE, DecisionPoint.ADVERT)).contains(new Run(DecisionPoint.ADVERT, 1, START, null));

        time.pass(Duration.ofDays(3));
        store.reached(CASE, DecisionPoint.ADVERT);

        assertThat(store.running(CASE, DecisionPoint.ADVERT)).isEmpty();
        assertThat(store.runs(CASE)).containsExactly(new Run(DecisionPoint.ADVERT, 1, START, time.now));
        assertThat(store.milestones(CASE)).containsEntry(Milestone.ADVERT_PUBLISHED, time.now);
    }

    @Test
    void isSetToTheNewStartWhenItIsStartedAgainWhileItRuns() {
        store.started(CASE, DecisionPoint.INTERVIEW);
        time.pass(Duration.ofDays(14));
        store.started(CASE, DecisionPoint.INTERVIEW);

        assertThat(store.runs(CASE)).containsExactly(new Run(DecisionPoint.INTERVIEW, 1, time.now, null));
    }

    @Test
    void beginsAnewForTheNextCandidate() {
        store.started(CASE, DecisionPoint.OFFER);
        store.reached(CASE, DecisionPoint.OFFER);
        time.pass(Duration.ofDays(5));
        store.started(CASE, DecisionPoint.OFFER);

        assertThat(store.runs(CASE)).extracting(Run::round).containsExactly(1, 2);
        assertThat(store.running(CASE, DecisionPoint.OFFER)).map(Run::started).contains(time.now);
    }

    @Test
    void beginsAnewWhenTheFirstDeadlineAlreadyLedToSomething() {
        store.started(CASE, DecisionPoint.SIGNING);
        store.record(CASE, running(DecisionPoint.SIGNING), Level.REMINDED, List.of("hr1"), 0);
        time.pass(Duration.ofDays(9));
        store.started(CASE, DecisionPoint.SIGNING);

        assertThat(store.runs(CASE)).containsExactly(new Run(DecisionPoint.SIGNING, 2, time.now, null));
        assertThat(store.levels(CASE, running(DecisionPoint.SIGNING))).isEmpty();
    }

    @Test
    void stopsWhenTheCaseGoesToItsEnd() {
        store.started(CASE, DecisionPoint.NEED);
        store.reached(CASE, DecisionPoint.NEED);
        store.started(CASE, DecisionPoint.ADVERT);

        store.stopped(CASE);

        assertThat(store.runs(CASE)).extracting(Run::point).containsExactly(DecisionPoint.NEED);
    }

    @Test
    void isNotReachedWhereNoneRuns() {
        store.reached(CASE, DecisionPoint.OFFER);

        assertThat(store.runs(CASE)).isEmpty();
        assertThat(store.milestones(CASE)).containsOnlyKeys(Milestone.OFFER_SENT);
    }

    @Test
    void remembersTheLastTimeAMilestoneWasReached() {
        store.reached(CASE, Milestone.APPLICATION_DEADLINE);
        time.pass(Duration.ofDays(14));
        store.reached(CASE, Milestone.APPLICATION_DEADLINE);

        assertThat(store.milestones(CASE)).containsEntry(Milestone.APPLICATION_DEADLINE, time.now);
    }

    @Test
    void tellsWhatItsDeadlinesLedTo() {
        store.started(CASE, DecisionPoint.ADVERT);
        store.record(CASE, running(DecisionPoint.ADVERT), Level.REMINDED, List.of("manager1", "hr1"), 0);
        time.pass(Duration.ofDays(4));
        store.record(CASE, running(DecisionPoint.ADVERT), Level.DEPUTY, List.of(), 1);

        assertThat(store.events(CASE))
                .containsExactly(
                        new DeadlineEvent(
                                DecisionPoint.ADVERT, 1, Level.REMINDED, START, List.of("manager1", "hr1"), 0),
                        new DeadlineEvent(DecisionPoint.ADVERT, 1, Level.DEPUTY, time.now, List.of(), 1));
    }

    private Run running(DecisionPoint point) {
        return store.running(CASE, point).orElseThrow();
    }

    static final class MovableClock extends Clock {

        Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
