package no.rodtraad.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The days that follow from when a clock began: as HR has planned them, otherwise as the decision table {@code deadlines}
 * says. A planned day moves the other days with it.
 */
@Component
class PointDays {

    private final WorkingCalendars calendars;
    private final DeadlineTable table;
    private final PlannedDates planned;

    PointDays(WorkingCalendars calendars, DeadlineTable table, PlannedDates planned) {
        this.calendars = calendars;
        this.table = table;
        this.planned = planned;
    }

    Days of(CaseId caseId, DecisionPoint point, Instant started) {
        LocalDate start = OsloTime.dayOf(started);
        Deadline deadline = table.of(caseId, point.name());
        var count = new Count(calendars.of(caseId.tenantId()), start, deadline);
        return count.around(plannedAfter(start, caseId, point).orElseGet(() -> count.day(deadline.target())));
    }

    private Optional<LocalDate> plannedAfter(LocalDate start, CaseId caseId, DecisionPoint point) {
        return Optional.ofNullable(planned.of(caseId).get(Milestone.of(point))).filter(day -> day.isAfter(start));
    }

    private record Count(WorkingDays calendar, LocalDate start, Deadline deadline) {

        private LocalDate day(Span span) {
            return calendar.due(start, span);
        }

        private Days around(LocalDate wanted) {
            LocalDate target = notAfterLatest(wanted);
            LocalDate warn = moved(target, deadline.warn());
            return new Days(
                    warn.isBefore(start) ? start : warn,
                    target,
                    notAfterLatest(moved(target, deadline.escalate())),
                    notAfterLatest(moved(target, deadline.breach())));
        }

        /** As far from the target as the table has it; the target itself where the table has nothing. */
        private LocalDate moved(LocalDate target, @Nullable Span span) {
            if (span == null) {
                return target;
            }
            int distance = calendar.between(day(deadline.target()), day(span));
            return distance < 0 ? calendar.before(target, -distance) : calendar.after(target, distance);
        }

        private LocalDate notAfterLatest(LocalDate day) {
            if (deadline.latestDate() == null) {
                return day;
            }
            LocalDate thisYear = deadline.latestDate().atYear(start.getYear());
            LocalDate next =
                    thisYear.isAfter(start) ? thisYear : deadline.latestDate().atYear(start.getYear() + 1);
            LocalDate latest = calendar.isWorkingDay(next) ? next : calendar.before(next, 1);
            return day.isAfter(latest) ? latest : day;
        }
    }

    /** As in {@link PointClocks.PointClock}. */
    record Days(LocalDate warn, LocalDate target, LocalDate escalate, LocalDate breach) {}
}
