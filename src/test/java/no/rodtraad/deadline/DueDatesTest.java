package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import no.rodtraad.process.Span;

@Label("Due dates, whatever days the municipality is closed")
class DueDatesTest {

    private static final PublicHolidays HOLIDAYS = new PublicHolidays();

    @Property
    @Label("never fall on a closed day")
    void neverFallOnAClosedDay(
            @ForAll("calendars") Calendar calendar, @ForAll("days") LocalDate from, @ForAll("spans") Span span) {
        LocalDate due = calendar.days().due(from, span);

        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(calendar.closed()).doesNotContain(due);
        assertThat(calendar.july() && due.getMonth() == Month.JULY).isFalse();
        assertThat(HOLIDAYS.of(due.getYear())).doesNotContainKey(due);
    }

    @Property
    @Label("are never before the day they are counted from")
    void areNeverInThePast(
            @ForAll("calendars") Calendar calendar, @ForAll("days") LocalDate from, @ForAll("spans") Span span) {
        assertThat(calendar.days().due(from, span)).isAfterOrEqualTo(from);
    }

    @Property
    @Label("are not earlier for what begins later")
    void areNotEarlierForWhatBeginsLater(
            @ForAll("calendars") Calendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 60) int later,
            @ForAll("spans") Span span) {
        assertThat(calendar.days().due(from.plusDays(later), span))
                .isAfterOrEqualTo(calendar.days().due(from, span));
    }

    @Property
    @Label("are not earlier for more days")
    void areNotEarlierForMoreDays(
            @ForAll("calendars") Calendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll("spans") Span span,
            @ForAll @IntRange(max = 30) int more) {
        assertThat(calendar.days().due(from, new Span(span.amount() + more, span.unit())))
                .isAfterOrEqualTo(calendar.days().due(from, span));
    }

    @Property
    @Label("are as many working days away as was written")
    void areAsFarAwayAsWasWritten(
            @ForAll("calendars") Calendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        WorkingDays days = calendar.days();
        LocalDate due = days.due(from, Span.workingDays(amount));

        assertThat(days.between(from, due)).isEqualTo(amount);
        assertThat(days.before(due, amount)).isBeforeOrEqualTo(from.plusDays(1));
    }

    @Provide
    Arbitrary<Calendar> calendars() {
        return Combinators.combine(days().set().ofMaxSize(40), Arbitraries.of(true, false))
                .as(Calendar::new);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.parse("2026-01-01"), LocalDate.parse("2029-12-31"));
    }

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(Span.Unit.values()).filter(unit -> new Span(1, unit).isWholeDays()))
                .as(Span::new);
    }

    record Calendar(Set<LocalDate> closed, boolean july) {

        WorkingDays days() {
            return new WorkingDays(HOLIDAYS, closed, july);
        }
    }
}
