package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Working days")
class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays();

    /** Easter 2027 is on 28 March, by the astronomical tables that churches publish. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06",
                "2027-05-16", "2027-05-17", "2026-12-25", "2027-12-25", "2027-12-26", "2027-06-05", "2027-06-06"
            })
    void areNotPublicHolidaysOrWeekends(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @Test
    void areCountedAcrossEaster() {
        assertThat(days.after(LocalDate.parse("2027-03-22"), 5)).isEqualTo("2027-04-01");
        assertThat(days.before(LocalDate.parse("2027-04-01"), 5)).isEqualTo("2027-03-22");
    }

    @Test
    void neverEndOnAClosedDay() {
        assertThat(days.after(LocalDate.parse("2027-05-16"), 0)).isEqualTo("2027-05-18");
    }
}
