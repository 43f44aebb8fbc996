package no.rodtraad.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Something repeated, as {@code R/P1BD} (each working day) or {@code R5/P5BD}. The engine itself puts the start between the
 * two when it makes the timer.
 *
 * @param times how often at most
 * @param start null before there is a timer
 */
record Cycle(int times, @Nullable Instant start, Span span) {

    private static final Pattern SHAPE = Pattern.compile("R(\\d{0,6})/(?:([^/P][^/]*)/)?([^/]+)");

    /** @return empty for a text that is left to the engine: other ISO 8601 repetitions, and cron expressions */
    static Optional<Cycle> find(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int times = matcher.group(1).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(1));
        @Nullable String start = matcher.group(2);
        return Span.find(matcher.group(3))
                .filter(span -> span.amount() > 0)
                .map(span -> new Cycle(times, start == null ? null : readStart(start), span));
    }

    /** @return the first occurrence after a moment; null when there are no more */
    @Nullable
    Date next(SpanDates dates, Instant now, @Nullable String tenantId) {
        Instant from = start == null ? now : start;
        for (int time = 1; time <= times; time++) {
            Date occurrence = dates.occurrence(span.times(time), from, tenantId);
            if (occurrence.toInstant().isAfter(now)) {
                return occurrence;
            }
        }
        return null;
    }

    private static Instant readStart(String text) {
        return DateTimeUtil.parseDate(text).toInstant();
    }
}
