package no.rodtraad.redthread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.PointClocks.DeadlineEvent;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.deadline.PointClocks.PointClock;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.plan.Plans;
import no.rodtraad.plan.Plans.PlannedMilestone;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import no.rodtraad.redthread.DeadlineViews.Danger;
import no.rodtraad.redthread.DeadlineViews.MilestoneRow;
import no.rodtraad.redthread.DeadlineViews.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deadlines of a case, on Wednesday 10 February")
class DeadlineViewsTest {

    private static final CaseId CASE = new CaseId("eksempelvik-2027-0001");
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 10);

    private final PointClocks clocks = mock();
    private final Plans plans = mock();
    private final WorkingCalendars calendars = mock();
    private final StaffDirectory directory = mock();
    private final DeadlineViews views = new DeadlineViews(
            clocks, plans, calendars, directory, Clock.fixed(Instant.parse("2027-02-10T08:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void mondayToFridayAreWorkingDays() {
        WorkingDays days = mock();
        when(days.between(any(), any())).thenAnswer(call -> {
            LocalDate from = call.getArgument(0);
            LocalDate to = call.getArgument(1);
            return (int) from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                    .count();
        });
        when(calendars.of(CASE.tenantId())).thenReturn(days);
    }

    @Test
    void areNotBegunBeforeAClockRuns() {
        assertThat(views.points(CASE))
                .extracting(Point::name)
                .containsExactly("Godkjenning av stillingen", "Utlysning", "Intervju", "Tilbud", "Signering");
        assertThat(views.points(CASE)).extracting(Point::state).containsOnly("Ikke begynt");
    }

    @Test
    void tellTheWorkingDaysThatAreLeft() {
        assertThat(advert(running(TODAY.plusDays(2), TODAY.plusDays(5), TODAY.plusDays(12), null)))
                .extracting(Point::state, Point::mark, Point::target)
                .containsExactly("3 arbeidsdager igjen", "good", "15. feb. 2027");
        assertThat(advert(running(TODAY.minusDays(2), TODAY, TODAY.plusDays(5), Level.REMINDED)))
                .extracting(Point::state, Point::mark, Point::level)
                .containsExactly("Fristen er i dag", "near", "Påminnelse til den som har oppgaven");
    }

    @Test
    void tellHowLateTheyAreAndHowFarWordHasGone() {
        assertThat(advert(running(TODAY.minusDays(9), TODAY.minusDays(5), TODAY.plusDays(1), Level.ESCALATED)))
                .extracting(Point::state, Point::mark, Point::level)
                .containsExactly("3 arbeidsdager over fristen", "late", "Leder er varslet");
        assertThat(advert(running(TODAY.minusDays(9), TODAY.minusDays(5), TODAY.minusDays(1), Level.BREACHED)))
                .extracting(Point::state, Point::mark)
                .containsExactly("Brutt, 3 arbeidsdager over fristen", "breached");
    }

    @Test
    void tellWhetherAPointWasReachedInTime() {
        PointClock inTime = running(TODAY, TODAY.plusDays(1), TODAY.plusDays(5), null);

        assertThat(advert(reached(inTime, "2027-02-09T10:00:00Z")).state()).isEqualTo("Nådd 9. feb. 2027, i tide");
        assertThat(advert(reached(inTime, "2027-02-15T10:00:00Z")).state())
                .isEqualTo("Nådd 15. feb. 2027, 2 arbeidsdager etter fristen");
    }

    @Test
    void sortBrokenOnesFirstThenTheOnesWithFewestWorkingDaysLeft() {
        Danger broken = danger(running(TODAY.minusDays(9), TODAY.minusDays(7), TODAY.minusDays(2), null));
        Danger moreBroken = danger(running(TODAY.minusDays(20), TODAY.minusDays(16), TODAY.minusDays(9), null));
        Danger soon = danger(running(TODAY, TODAY.plusDays(1), TODAY.plusDays(2), null));
        Danger later = danger(running(TODAY, TODAY.plusDays(7), TODAY.plusDays(14), null));
        when(clocks.of(CASE)).thenReturn(List.of());
        Danger none = views.danger(CASE);

        assertThat(List.of(none, later, soon, broken, moreBroken).stream().sorted())
                .containsExactly(moreBroken, broken, soon, later, none);
        assertThat(soon.why()).isEqualTo("Utlysning: 1 arbeidsdag igjen");
        assertThat(none.why()).isEqualTo("Ingen frist løper nå");
    }

    @Test
    void setTheForecastAgainstThePlan() {
        when(plans.milestones(CASE))
                .thenReturn(List.of(
                        new PlannedMilestone(
                                Milestone.POSITION_APPROVED, null, TODAY, Instant.parse("2027-02-08T09:00:00Z")),
                        new PlannedMilestone(Milestone.ADVERT_PUBLISHED, TODAY, TODAY.plusDays(5), null),
                        new PlannedMilestone(Milestone.APPLICATION_DEADLINE, TODAY, TODAY, null),
                        new PlannedMilestone(Milestone.FIRST_DAY, TODAY, TODAY.minusDays(1), null)));

        assertThat(views.milestones(CASE))
                .extracting(MilestoneRow::status)
                .containsExactly("Nådd, ikke planlagt", "3 arbeidsdager etter planen", "I rute", "Før planen");
    }

    @Test
    void nameThoseWhoGotWordNewestFirst() {
        when(directory.nameOf("hrLead1")).thenReturn("Hanne Leder");
        when(clocks.events(CASE))
                .thenReturn(List.of(
                        event(Level.REMINDED, "2027-02-03T07:00:00Z", 0, "manager1"),
                        event(Level.ESCALATED, "2027-02-08T07:00:00Z", 2, "hrLead1")));

        DeadlineViews.Word newest = views.words(CASE).get(0);
        assertThat(newest.told()).isEqualTo("Hanne Leder");
        assertThat(newest.what()).isEqualTo("Leder er varslet (2 arbeidsdager over fristen)");
    }

    private static DeadlineEvent event(Level level, String at, int late, String told) {
        return new DeadlineEvent(DecisionPoint.ADVERT, 1, level, Instant.parse(at), List.of(told), late);
    }

    private Point advert(PointClock clock) {
        when(clocks.of(CASE)).thenReturn(List.of(clock));
        return views.points(CASE).get(DecisionPoint.ADVERT.ordinal());
    }

    private Danger danger(PointClock clock) {
        when(clocks.of(CASE)).thenReturn(List.of(clock));
        return views.danger(CASE);
    }

    private static PointClock running(LocalDate warn, LocalDate target, LocalDate breach, @Nullable Level level) {
        return new PointClock(
                DecisionPoint.ADVERT,
                1,
                Instant.parse("2027-01-20T08:00:00Z"),
                null,
                warn,
                target,
                target.plusDays(1),
                breach,
                level);
    }

    private static PointClock reached(PointClock run, String at) {
        return new PointClock(
                run.point(),
                run.round(),
                run.started(),
                Instant.parse(at),
                run.warn(),
                run.target(),
                run.escalate(),
                run.breach(),
                run.level());
    }
}
