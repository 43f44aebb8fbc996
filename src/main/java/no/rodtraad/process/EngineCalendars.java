package no.rodtraad.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The engine's calendars for timers and tasks, which also read spans and count working days. What is no span is read as the
 * engine always has.
 */
final class EngineCalendars {

    private EngineCalendars() {}

    static MapBusinessCalendarManager of(SpanCalendar calendar) {
        SpanDates dates = new SpanDates(calendar);
        MapBusinessCalendarManager manager = new MapBusinessCalendarManager();
        manager.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDates(dates));
        manager.addBusinessCalendar(DurationBusinessCalendar.NAME, new Durations(dates));
        manager.addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles(dates));
        return manager;
    }

    private static Instant startOrNow(@Nullable Date start) {
        return (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
    }

    private static @Nullable String municipality() {
        return CurrentMunicipality.find().orElse(null);
    }

    /** Of tasks, and of timers that fall on a date. */
    private static final class DueDates extends DueDateBusinessCalendar {

        private final SpanDates dates;

        private DueDates(SpanDates dates) {
            this.dates = dates;
        }

        @Override
        public Date resolveDuedate(String text, Task task) {
            return dates.find(text, startOrNow(null), task.getTenantId())
                    .orElseGet(() -> super.resolveDuedate(text, task));
        }

        @Override
        public Date resolveDuedate(String text, @Nullable Date start) {
            return dates.find(text, startOrNow(start), municipality())
                    .orElseGet(() -> super.resolveDuedate(text, start));
        }
    }

    private static final class Durations extends DurationBusinessCalendar {

        private final SpanDates dates;

        private Durations(SpanDates dates) {
            this.dates = dates;
        }

        @Override
        public Date resolveDuedate(String text, @Nullable Date start) {
            return dates.find(text, startOrNow(start), municipality())
                    .orElseGet(() -> super.resolveDuedate(text, start));
        }
    }

    private static final class Cycles extends CycleBusinessCalendar {

        private final SpanDates dates;

        private Cycles(SpanDates dates) {
            this.dates = dates;
        }

        /** @param repeatOffset milliseconds that somebody has moved the timer by hand, with those that follow it */
        @Override
        public @Nullable Date resolveDuedate(String text, @Nullable Date start, long repeatOffset) {
            Optional<Cycle> cycle = Cycle.find(text);
            if (cycle.isEmpty()) {
                return super.resolveDuedate(text, start, repeatOffset);
            }
            @Nullable Date next = cycle.get().next(dates, startOrNow(start).minusMillis(repeatOffset), municipality());
            return next == null ? null : new Date(next.getTime() + repeatOffset);
        }
    }
}
