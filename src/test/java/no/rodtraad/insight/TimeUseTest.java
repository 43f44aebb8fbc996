package no.rodtraad.insight;

import static no.rodtraad.process.CaseTime.Kind.WAITING_BY_PLAN;
import static no.rodtraad.process.CaseTime.Kind.WAITING_FOR_CANDIDATE;
import static no.rodtraad.process.CaseTime.Kind.WAITING_FOR_SYSTEM;
import static no.rodtraad.process.CaseTime.Kind.WAITING_TO_BE_CLAIMED;
import static no.rodtraad.process.CaseTime.Kind.WORKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rodtraad.insight.TimeUse.Span;
import no.rodtraad.process.CaseTime.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Label("Where time goes")
class TimeUseTest {

    private static final Instant START = Instant.parse("2027-01-11T08:00:00Z");
    private static final int LENGTH = 100;

    @Test
    void isTheWorkWhenSomethingElseWaitsAtTheSameTime() {
        TimeUse use = use(10, span(WAITING_FOR_CANDIDATE, 0, 10), span(WORKED, 4, 6));

        assertThat(hours(use, WORKED)).isEqualTo(2);
        assertThat(hours(use, WAITING_FOR_CANDIDATE)).isEqualTo(8);
        assertThat(use.other()).isZero();
    }

    @Test
    void followsTheOrderOfPrecedence() {
        TimeUse use = use(
                6,
                span(WAITING_BY_PLAN, 0, 5),
                span(WAITING_FOR_CANDIDATE, 1, 5),
                span(WAITING_FOR_SYSTEM, 2, 5),
                span(WAITING_TO_BE_CLAIMED, 3, 5),
                span(WORKED, 4, 5));

        assertThat(Arrays.stream(Kind.values()).map(kind -> hours(use, kind))).containsExactly(1L, 1L, 1L, 1L, 1L);
        assertThat(use.other()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void countsWhatStillGoesOnUpToTheEndAndNothingOutside() {
        TimeUse use = use(10, span(WORKED, -5, 2), span(WAITING_BY_PLAN, 8, null), span(WORKED, 12, 20));

        assertThat(hours(use, WORKED)).isEqualTo(2);
        assertThat(hours(use, WAITING_BY_PLAN)).isEqualTo(2);
        assertThat(use.other()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void needsAnEndThatComesAfterTheBeginning() {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeUse.between(START, START.minusSeconds(1), List.of()));
    }

    @Property
    void addsUpToTheElapsedTime(@ForAll("spans") List<Span> spans) {
        assertThat(use(LENGTH, spans.toArray(Span[]::new)).total()).isEqualTo(Duration.ofHours(LENGTH));
    }

    @Property
    void isTheSameHourByHour(@ForAll("spans") List<Span> spans) {
        TimeUse sum = TimeUse.none();
        for (int hour = 0; hour < LENGTH; hour++) {
            sum = sum.plus(TimeUse.between(at(hour), at(hour + 1), spans));
        }

        assertThat(sum).isEqualTo(use(LENGTH, spans.toArray(Span[]::new)));
    }

    @Property
    void doesNotDependOnTheOrderOfWhatIsRecorded(@ForAll("spans") List<Span> spans) {
        List<Span> reversed = new ArrayList<>(spans);
        java.util.Collections.reverse(reversed);

        assertThat(TimeUse.between(at(0), at(LENGTH), reversed)).isEqualTo(use(LENGTH, spans.toArray(Span[]::new)));
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(-20, LENGTH + 20);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 60).injectNull(0.2);
        return Combinators.combine(Arbitraries.of(Kind.class), hours, length)
                .as((kind, from, lasting) -> span(kind, from, lasting == null ? null : from + lasting))
                .list()
                .ofMaxSize(12);
    }

    private static TimeUse use(int hours, Span... spans) {
        return TimeUse.between(START, at(hours), List.of(spans));
    }

    private static Span span(Kind kind, int from, @Nullable Integer to) {
        return new Span(kind, at(from), to == null ? null : at(to));
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static long hours(TimeUse use, Kind kind) {
        return use.byKind().getOrDefault(kind, Duration.ZERO).toHours();
    }
}
