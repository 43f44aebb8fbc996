package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Working days")
class WorkingDaysTest {

    private final PublicHolidays holidays = new PublicHolidays();
    private final WorkingDays days = new WorkingDays(holidays, Set.of(), false);

    /**
     * Written by hand: the fixed days of helligdagsloven § 2 and lov om 1 og 17 mai § 1, and those that follow Easter
     * Sunday, which the U.S. Naval Observatory gives as 5 April 2026, 28 March 2027 and 16 April 2028.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25", "2027-01-01", "2027-03-25",
                "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-16", "2027-05-17", "2028-04-13",
                "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-17", "2028-05-25", "2028-06-05", "2026-12-25",
                "2029-12-25", "2029-12-26", "2027-06-05", "2027-06-06"
            })
    void areNotPublicHolidaysOrWeekends(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "2026-12-31", "2027-03-24", "2027-05-18", "2027-07-15"})
    void areTheDaysBesideThem(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isTrue();
    }

    @Test
    void areCountedAcrossEaster() {
        assertThat(days.after(LocalDate.parse("2027-03-22"), 5)).isEqualTo("2027-04-01");
        assertThat(days.before(LocalDate.parse("2027-04-01"), 5)).isEqualTo("2027-03-22");
        assertThat(days.between(LocalDate.parse("2027-03-22"), LocalDate.parse("2027-04-01")))
                .isEqualTo(5);
        assertThat(days.between(LocalDate.parse("2027-04-01"), LocalDate.parse("2027-03-22")))
                .isEqualTo(-5);
    }

    @Test
    void neverEndOnAClosedDay() {
        assertThat(days.after(LocalDate.parse("2027-05-16"), 0)).isEqualTo("2027-05-18");
    }

    @Test
    void leaveOutTheDaysTheMunicipalityIsClosed() {
        WorkingDays closed = new WorkingDays(holidays, Set.of(LocalDate.parse("2026-12-24")), false);

        assertThat(closed.after(LocalDate.parse("2026-12-23"), 1)).isEqualTo("2026-12-28");
        assertThat(days.after(LocalDate.parse("2026-12-23"), 1)).isEqualTo("2026-12-24");
    }

    @Test
    void restInJulyWhereTheMunicipalitySaysSo() {
        WorkingDays resting = new WorkingDays(holidays, Set.of(), true);

        assertThat(resting.after(LocalDate.parse("2027-06-29"), 2)).isEqualTo("2027-08-02");
        assertThat(days.after(LocalDate.parse("2027-06-29"), 2)).isEqualTo("2027-07-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-22, 5 arbeidsdager, 2027-04-01",
        "2027-03-22, 3 dager,        2027-03-30",
        "2027-03-08, 14 dager,       2027-03-22",
        "2027-03-08, 3 uker,         2027-03-30",
        "2027-02-17, 3 måneder,      2027-05-18",
        "2028-02-29, 1 år,           2029-02-28"
    })
    void areWhereEveryDeadlineFalls(LocalDate from, String span, LocalDate due) {
        assertThat(days.due(from, Span.of(span))).isEqualTo(due);
    }

    @Test
    void keepTheCalendarDateWhereThatIsAsked() {
        assertThat(days.dayAfter(LocalDate.parse("2027-02-17"), Span.of("3 måneder")))
                .isEqualTo("2027-05-17");
    }

    @Test
    void areNotCountedInHours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days.due(LocalDate.parse("2027-03-22"), Span.of("4 timer")));
    }

    @Test
    void doNotSearchForEverInACalendarWithoutAny() {
        LocalDate first = LocalDate.parse("2027-01-01");
        Set<LocalDate> all = first.datesUntil(first.plusYears(4)).collect(Collectors.toSet());

        assertThatIllegalStateException()
                .isThrownBy(() -> new WorkingDays(holidays, all, false).after(first, 1))
                .withMessageContaining("2027-01-01");
    }

    /** The nights when the clock is put back and forward: a deadline is still the midnight of Oslo. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-23, 2026-10-26T23:00:00Z",
        "2026-10-22, 2026-10-23T22:00:00Z",
        "2027-03-30, 2027-03-31T22:00:00Z",
        "2026-03-26, 2026-03-27T23:00:00Z",
        "2026-03-27, 2026-03-30T22:00:00Z"
    })
    void endAtMidnightInOsloSummerAndWinter(LocalDate from, String instant) {
        assertThat(OsloTime.endOf(days.after(from, 1)).toInstant()).isEqualTo(instant);
    }

    @Test
    void areTwentyFiveHoursLongWhenTheClockIsPutBack() {
        assertThat(Duration.between(
                        OsloTime.endOf(LocalDate.parse("2026-10-24")).toInstant(),
                        OsloTime.endOf(LocalDate.parse("2026-10-25")).toInstant()))
                .isEqualTo(Duration.ofHours(25));
        assertThat(Duration.between(
                        OsloTime.endOf(LocalDate.parse("2027-03-27")).toInstant(),
                        OsloTime.endOf(LocalDate.parse("2027-03-28")).toInstant()))
                .isEqualTo(Duration.ofHours(23));
    }
}
