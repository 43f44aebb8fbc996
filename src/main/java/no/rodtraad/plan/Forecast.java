package no.rodtraad.plan;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.process.Milestone;
import org.jspecify.annotations.Nullable;

/**
 * When each milestone is expected as things stand. What has happened has its day. What the case is on its way to comes as
 * planned, or as announced to others, or today if that has passed. What follows keeps its distance to that, and is no
 * earlier than planned; the talks and the end of
 * probation keep theirs, in months, to the first working day.
 */
final class Forecast {

    private final Map<Milestone, LocalDate> planned;
    private final Map<Milestone, LocalDate> announced;
    private final Map<Milestone, LocalDate> reached;
    private final LocalDate today;
    private final WorkingDays calendar;

    private Forecast(
            Map<Milestone, LocalDate> planned,
            Map<Milestone, LocalDate> announced,
            Map<Milestone, LocalDate> reached,
            LocalDate today,
            WorkingDays calendar) {
        this.planned = planned;
        this.announced = announced;
        this.reached = reached;
        this.today = today;
        this.calendar = calendar;
    }

    /**
     * @param planned a day for every milestone
     * @param announced days that hold whatever the plan says, as the deadline in a published advert
     */
    static Map<Milestone, LocalDate> of(
            Map<Milestone, LocalDate> planned,
            Map<Milestone, LocalDate> announced,
            Map<Milestone, LocalDate> reached,
            LocalDate today,
            WorkingDays calendar) {
        return new Forecast(planned, announced, reached, today, calendar).days();
    }

    private Map<Milestone, LocalDate> days() {
        Map<Milestone, LocalDate> days = new EnumMap<>(Milestone.class);
        @Nullable Milestone underWay = null;
        for (Milestone milestone : Milestone.values()) {
            if (reached.containsKey(milestone)) {
                days.put(milestone, day(reached, milestone));
            } else if (underWay == null) {
                days.put(milestone, expected(milestone));
                underWay = milestone;
            } else {
                days.put(milestone, keepingDistance(milestone, underWay, days));
            }
        }
        return days;
    }

    private LocalDate expected(Milestone milestone) {
        @Nullable LocalDate fixed = announced.get(milestone);
        return fixed != null && !fixed.isBefore(today)
                ? fixed
                : later(day(planned, milestone), calendar.atOrAfter(today));
    }

    private LocalDate keepingDistance(Milestone milestone, Milestone underWay, Map<Milestone, LocalDate> days) {
        if (milestone.compareTo(Milestone.FIRST_DAY) > 0) {
            Period sinceStart = Period.between(day(planned, Milestone.FIRST_DAY), day(planned, milestone));
            LocalDate day = later(day(days, Milestone.FIRST_DAY).plus(sinceStart), day(days, underWay));
            return milestone == Milestone.PROBATION_COMPLETED ? day : calendar.atOrAfter(day);
        }
        long distance = ChronoUnit.DAYS.between(day(planned, underWay), day(planned, milestone));
        return calendar.atOrAfter(
                later(day(days, underWay), day(planned, underWay)).plusDays(distance));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(Map<Milestone, LocalDate> days, Milestone milestone) {
        return Objects.requireNonNull(days.get(milestone), milestone::name);
    }
}
