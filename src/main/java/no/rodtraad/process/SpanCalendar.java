package no.rodtraad.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts spans for the engine, by the calendar of a municipality. */
public interface SpanCalendar {

    /**
     * The working day that a span from another day ends on.
     *
     * @param tenantId null where nobody knows which municipality it is; then public holidays alone count
     * @param span in whole days or longer
     */
    LocalDate due(@Nullable String tenantId, LocalDate from, Span span);
}
