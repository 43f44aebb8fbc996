package no.rodtraad.plan;

import static no.rodtraad.process.Milestone.ADVERT_PUBLISHED;
import static no.rodtraad.process.Milestone.APPLICATION_DEADLINE;
import static no.rodtraad.process.Milestone.CONTRACT_SIGNED;
import static no.rodtraad.process.Milestone.FIRST_DAY;
import static no.rodtraad.process.Milestone.INTERVIEWS_HELD;
import static no.rodtraad.process.Milestone.OFFER_SENT;
import static no.rodtraad.process.Milestone.POSITION_APPROVED;
import static no.rodtraad.process.Milestone.PROBATION_COMPLETED;
import static no.rodtraad.process.Milestone.PROBATION_DECIDED;
import static no.rodtraad.process.Milestone.PROBATION_TALK_1;
import static no.rodtraad.process.Milestone.PROBATION_TALK_2;
import static no.rodtraad.process.Milestone.PROBATION_TALK_3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.deadline.TestCalendars;
import no.rodtraad.process.Milestone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Det som ventes i en sak")
class ForecastTest {

    private static final Map<Milestone, LocalDate> PLAN = Map.ofEntries(
            Map.entry(POSITION_APPROVED, day("2027-03-08")),
            Map.entry(ADVERT_PUBLISHED, day("2027-03-17")),
            Map.entry(APPLICATION_DEADLINE, day("2027-04-07")),
            Map.entry(INTERVIEWS_HELD, day("2027-04-21")),
            Map.entry(OFFER_SENT, day("2027-04-30")),
            Map.entry(CONTRACT_SIGNED, day("2027-05-14")),
            Map.entry(FIRST_DAY, day("2027-08-16")),
            Map.entry(PROBATION_TALK_1, day("2027-10-18")),
            Map.entry(PROBATION_TALK_2, day("2027-12-16")),
            Map.entry(PROBATION_TALK_3, day("2028-01-17")),
            Map.entry(PROBATION_DECIDED, day("2028-01-24")),
            Map.entry(PROBATION_COMPLETED, day("2028-02-16")));

    @Test
    void isThePlanWhileNothingIsLate() {
        assertThat(on("2027-03-12", Map.of(POSITION_APPROVED, day("2027-03-08"))))
                .isEqualTo(PLAN);
    }

    @Test
    void isTodayForWhatShouldHaveHappenedAndMovesWhatFollows() {
        Map<Milestone, LocalDate> forecast = on("2027-03-19", Map.of(POSITION_APPROVED, day("2027-03-08")));

        assertThat(forecast)
                .containsEntry(ADVERT_PUBLISHED, day("2027-03-19"))
                .containsEntry(APPLICATION_DEADLINE, day("2027-04-09"))
                .containsEntry(FIRST_DAY, day("2027-08-18"))
                .containsEntry(PROBATION_COMPLETED, day("2028-02-18"));
    }

    @Test
    void neverFallsOnAClosedDayButForTheEndOfProbation() {
        Map<Milestone, LocalDate> late = on("2027-03-25", Map.of(POSITION_APPROVED, day("2027-03-08")));

        assertThat(late).containsEntry(ADVERT_PUBLISHED, day("2027-03-30"));
        late.forEach((milestone, day) -> assertThat(milestone == PROBATION_COMPLETED
                        || TestCalendars.ordinary().isWorkingDay(day))
                .as("%s %s", milestone, day)
                .isTrue());
    }

    @Test
    void keepsTheDayThatSomethingHappened() {
        assertThat(on(
                        "2027-04-10",
                        Map.of(
                                POSITION_APPROVED, day("2027-03-08"),
                                ADVERT_PUBLISHED, day("2027-03-12"),
                                APPLICATION_DEADLINE, day("2027-04-07"))))
                .containsEntry(ADVERT_PUBLISHED, day("2027-03-12"))
                .containsEntry(INTERVIEWS_HELD, day("2027-04-21"))
                .containsEntry(FIRST_DAY, day("2027-08-16"));
    }

    @Test
    void hasTheDeadlineThatTheAdvertAnnouncesAndMovesWhatFollowsOnlyWhenItIsLater() {
        assertThat(withDeadline("2027-03-28"))
                .containsEntry(APPLICATION_DEADLINE, day("2027-03-28"))
                .containsEntry(INTERVIEWS_HELD, day("2027-04-21"));
        assertThat(withDeadline("2027-04-14"))
                .containsEntry(APPLICATION_DEADLINE, day("2027-04-14"))
                .containsEntry(INTERVIEWS_HELD, day("2027-04-28"));
    }

    private static Map<Milestone, LocalDate> withDeadline(String announced) {
        return Forecast.of(
                PLAN,
                Map.of(APPLICATION_DEADLINE, day(announced)),
                Map.of(POSITION_APPROVED, day("2027-03-08"), ADVERT_PUBLISHED, day("2027-03-12")),
                day("2027-03-15"),
                TestCalendars.ordinary());
    }

    private static Map<Milestone, LocalDate> on(String today, Map<Milestone, LocalDate> reached) {
        return Forecast.of(PLAN, Map.of(), reached, day(today), TestCalendars.ordinary());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
