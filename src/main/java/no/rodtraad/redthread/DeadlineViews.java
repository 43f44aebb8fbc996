package no.rodtraad.redthread;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.PointClocks.DeadlineEvent;
import no.rodtraad.deadline.PointClocks.PointClock;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.plan.MilestoneNames;
import no.rodtraad.plan.Plans;
import no.rodtraad.plan.Plans.PlannedMilestone;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a case stands with its deadlines, in words. */
@Component
class DeadlineViews {

    private final PointClocks clocks;
    private final Plans plans;
    private final WorkingCalendars calendars;
    private final StaffDirectory directory;
    private final Clock clock;

    DeadlineViews(PointClocks clocks, Plans plans, WorkingCalendars calendars, StaffDirectory directory, Clock clock) {
        this.clocks = clocks;
        this.plans = plans;
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A decision point.
     *
     * @param mark {@code ahead}, {@code good}, {@code near}, {@code late} or {@code breached}; the words say the same
     * @param target the last day in time
     * @param level how far the ladder of reminders has come
     */
    record Point(
            String name,
            String mark,
            String state,
            @Nullable String target,
            @Nullable String level) {}

    /** The five points in the order of the journey, each with its last round. */
    List<Point> points(CaseId caseId) {
        Map<DecisionPoint, PointClock> last = new EnumMap<>(DecisionPoint.class);
        clocks.of(caseId).forEach(run -> last.put(run.point(), run));
        List<Point> points = new ArrayList<>();
        for (DecisionPoint point : DecisionPoint.values()) {
            @Nullable PointClock run = last.get(point);
            points.add(
                    run == null
                            ? new Point(Words.point(point), "ahead", "Ikke begynt", null, null)
                            : point(run, calendars.of(caseId.tenantId())));
        }
        return points;
    }

    private Point point(PointClock run, WorkingDays days) {
        String name = Words.point(run.point());
        String target = Words.date(run.target());
        @Nullable String level = run.level() == null ? null : Words.level(run.level());
        if (run.reached() != null) {
            LocalDate reached = OsloTime.dayOf(run.reached());
            int late = late(days, run.target(), reached);
            String state = "Nådd " + Words.date(reached)
                    + (late == 0 ? ", i tide" : ", " + Words.workingDays(late) + " etter fristen");
            return new Point(name, late == 0 ? "good" : "late", state, target, level);
        }
        LocalDate today = today();
        return new Point(name, mark(run, today), state(run, days, today), target, level);
    }

    private static String mark(PointClock run, LocalDate today) {
        if (today.isAfter(run.breach())) {
            return "breached";
        }
        if (today.isAfter(run.target())) {
            return "late";
        }
        return today.isBefore(run.warn()) ? "good" : "near";
    }

    private static String state(PointClock run, WorkingDays days, LocalDate today) {
        if (today.isAfter(run.breach())) {
            return "Brutt, " + Words.workingDays(late(days, run.target(), today)) + " over fristen";
        }
        if (today.isAfter(run.target())) {
            return Words.workingDays(late(days, run.target(), today)) + " over fristen";
        }
        int left = days.between(today, run.target());
        return left == 0 ? "Fristen er i dag" : Words.workingDays(left) + " igjen";
    }

    private static int late(WorkingDays days, LocalDate target, LocalDate day) {
        return day.isAfter(target) ? Math.max(1, days.between(target, day)) : 0;
    }

    /** @param status how the forecast lies to the plan */
    record MilestoneRow(String name, @Nullable String planned, String forecast, String status, String mark) {}

    List<MilestoneRow> milestones(CaseId caseId) {
        WorkingDays days = calendars.of(caseId.tenantId());
        return plans.milestones(caseId).stream()
                .map(milestone -> milestone(milestone, days))
                .toList();
    }

    private static MilestoneRow milestone(PlannedMilestone milestone, WorkingDays days) {
        @Nullable LocalDate planned = milestone.planned();
        boolean reached = milestone.reached() != null;
        LocalDate day = milestone.reached() == null ? milestone.forecast() : OsloTime.dayOf(milestone.reached());
        String against = againstPlan(planned, day, days);
        return new MilestoneRow(
                MilestoneNames.of(milestone.milestone()),
                planned == null ? null : Words.date(planned),
                Words.date(day),
                reached ? "Nådd, " + against : Words.upperFirst(against),
                planned != null && day.isAfter(planned) ? "late" : reached ? "good" : "ahead");
    }

    private static String againstPlan(@Nullable LocalDate planned, LocalDate day, WorkingDays days) {
        if (planned == null) {
            return "ikke planlagt";
        }
        if (day.isAfter(planned)) {
            return Words.workingDays(late(days, planned, day)) + " etter planen";
        }
        return day.isBefore(planned) ? "før planen" : "i rute";
    }

    /** @param told names of those who got word */
    record Word(String when, String point, String what, String told) {}

    /** Newest first. */
    List<Word> words(CaseId caseId) {
        return clocks.events(caseId).stream()
                .sorted(Comparator.comparing(DeadlineEvent::at).reversed())
                .map(event -> new Word(
                        Words.time(event.at()),
                        Words.point(event.point()),
                        event.workingDaysLate() == 0
                                ? Words.level(event.level())
                                : Words.level(event.level()) + " (" + Words.workingDays(event.workingDaysLate())
                                        + " over fristen)",
                        event.told().isEmpty()
                                ? "Ingen"
                                : String.join(
                                        ", ",
                                        event.told().stream()
                                                .map(directory::nameOf)
                                                .toList())))
                .toList();
    }

    /**
     * How near an open case is to breaking a deadline. Sorts the most urgent first.
     *
     * @param daysToBreach working days left; negative where it is broken; null where no clock runs
     */
    record Danger(@Nullable Integer daysToBreach, String why, String mark) implements Comparable<Danger> {

        private static final Comparator<Danger> MOST_URGENT_FIRST =
                Comparator.comparing(Danger::daysToBreach, Comparator.nullsLast(Comparator.naturalOrder()));

        @Override
        public int compareTo(Danger other) {
            return MOST_URGENT_FIRST.compare(this, other);
        }
    }

    Danger danger(CaseId caseId) {
        WorkingDays days = calendars.of(caseId.tenantId());
        LocalDate today = today();
        Optional<PointClock> nearest = clocks.of(caseId).stream()
                .filter(run -> run.reached() == null)
                .min(Comparator.comparing(run -> left(days, today, run.breach())));
        return nearest.map(run -> new Danger(
                        left(days, today, run.breach()),
                        Words.point(run.point()) + ": " + Words.lowerFirst(state(run, days, today)),
                        mark(run, today)))
                .orElseGet(() -> new Danger(null, "Ingen frist løper nå", "ahead"));
    }

    private static int left(WorkingDays days, LocalDate today, LocalDate breach) {
        return today.isAfter(breach) ? -late(days, breach, today) : days.between(today, breach);
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }
}
