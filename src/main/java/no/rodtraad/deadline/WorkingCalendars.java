package no.rodtraad.deadline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import no.rodtraad.process.Span;
import no.rodtraad.process.SpanCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar of each municipality, as its HR keeps it now. */
@Component
public class WorkingCalendars implements SpanCalendar {

    private final PublicHolidays holidays = new PublicHolidays();
    private final ClosedDays closedDays;

    WorkingCalendars(ClosedDays closedDays) {
        this.closedDays = closedDays;
    }

    public WorkingDays of(String tenantId) {
        return new WorkingDays(holidays, closedDays.days(tenantId), closedDays.julyClosed(tenantId));
    }

    /** Weekends and public holidays alone. */
    WorkingDays ofTheCountry() {
        return new WorkingDays(holidays, Set.of(), false);
    }

    @Override
    public LocalDate due(@Nullable String tenantId, LocalDate from, Span span) {
        return (tenantId == null ? ofTheCountry() : of(tenantId)).due(from, span);
    }

    /** The public holidays of a year with their Norwegian names, in order. */
    public SortedMap<LocalDate, String> publicHolidays(int year) {
        return Collections.unmodifiableSortedMap(holidays.of(year));
    }
}
