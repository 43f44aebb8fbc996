package no.rodtraad.deadline;

import java.time.MonthDay;
import no.rodtraad.process.Span;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decision table {@code deadlines}. All spans are counted from the same day, in whole days.
 *
 * @param target the last day in time
 * @param warn when the holder is reminded
 * @param escalate when a leader is told
 * @param breach the last day before the deadline counts as broken
 * @param latestDate a day of the year it must be done by, e.g. 1 March
 * @param escalateTo group that is told at {@code escalate}
 * @param breachTo group that is told at {@code breach}
 */
public record Deadline(
        Span target,
        @Nullable Span warn,
        @Nullable Span escalate,
        @Nullable Span breach,
        @Nullable MonthDay latestDate,
        @Nullable String escalateTo,
        @Nullable String breachTo) {}
