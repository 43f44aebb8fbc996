package no.rodtraad.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When what a diagram says about time is. Whole days and longer end with the working day they end on, Oslo time; hours and
 * minutes end exactly so long after. A date without a time means its end, a time without a zone is Oslo's.
 */
final class SpanDates {

    private final SpanCalendar calendar;

    SpanDates(SpanCalendar calendar) {
        this.calendar = calendar;
    }

    /** @return empty for what is left to the engine: ISO 8601 periods of several parts, times with a zone, expressions */
    Optional<Date> find(String text, Instant from, @Nullable String tenantId) {
        return Span.find(text).map(span -> after(span, from, tenantId)).or(() -> date(text));
    }

    private Date after(Span span, Instant from, @Nullable String tenantId) {
        return span.isWholeDays()
                ? OsloTime.endOf(calendar.due(tenantId, OsloTime.dayOf(from), span))
                : Date.from(exactly(span, from));
    }

    /** The morning of a day that something repeated falls on; exactly the time, when it is repeated within the day. */
    Date occurrence(Span span, Instant start, @Nullable String tenantId) {
        return span.isWholeDays()
                ? OsloTime.morningOf(calendar.due(tenantId, OsloTime.dayOf(start), span))
                : Date.from(exactly(span, start));
    }

    private static Instant exactly(Span span, Instant from) {
        return from.plus(
                span.unit() == Span.Unit.HOURS ? Duration.ofHours(span.amount()) : Duration.ofMinutes(span.amount()));
    }

    private static Optional<Date> date(String text) {
        try {
            return Optional.of(OsloTime.endOf(LocalDate.parse(text.strip())));
        } catch (DateTimeParseException noDate) {
            return localTime(text);
        }
    }

    private static Optional<Date> localTime(String text) {
        try {
            return Optional.of(Date.from(
                    LocalDateTime.parse(text.strip()).atZone(OsloTime.ZONE).toInstant()));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
