package no.rodtraad.process;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time as people write it in diagrams and decision tables: {@code 7 arbeidsdager}, {@code 14 dager},
 * {@code 3 uker}, {@code 6 måneder}, {@code 4 timer}, our working-day notation {@code P7BD}, or ISO 8601 with one part
 * ({@code P14D}, {@code P3W}, {@code P6M}, {@code PT4H}).
 *
 * @param amount how many; not negative
 */
public record Span(int amount, Unit unit) {

    /** What may be written, for sentences that refuse something else. */
    public static final String EXAMPLES = "«7 arbeidsdager», «14 dager», «3 uker», «6 måneder» eller P7BD";

    private static final Pattern NORWEGIAN = Pattern.compile(
            "(\\d{1,4})[\\s\\u00a0]+(arbeidsdag|arbeidsdager|dag|dager|uke|uker|måned|måneder|år|time|timer|minutt|minutter)");
    private static final Pattern NOTATION = Pattern.compile("P(T?)(\\d{1,4})(BD|[DWMYH])");

    public enum Unit {
        MINUTES("minutt", "minutter"),
        HOURS("time", "timer"),
        WORKING_DAYS("arbeidsdag", "arbeidsdager"),
        DAYS("dag", "dager"),
        WEEKS("uke", "uker"),
        MONTHS("måned", "måneder"),
        YEARS("år", "år");

        private final String one;
        private final String many;

        Unit(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    public Span {
        if (amount < 0) {
            throw new IllegalArgumentException("A span cannot be negative: " + amount);
        }
    }

    public static Span workingDays(int amount) {
        return new Span(amount, Unit.WORKING_DAYS);
    }

    /** @throws IllegalArgumentException with a Norwegian sentence, when the text cannot be read */
    public static Span of(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "«%s» kan ikke leses som et tidsrom. Skriv for eksempel %s.".formatted(text, EXAMPLES)));
    }

    /** @return empty for a text that is no span */
    public static Optional<Span> find(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        Matcher norwegian = NORWEGIAN.matcher(trimmed.toLowerCase(Locale.ROOT));
        if (norwegian.matches()) {
            return Optional.of(new Span(Integer.parseInt(norwegian.group(1)), unit(norwegian.group(2))));
        }
        Matcher notation = NOTATION.matcher(trimmed);
        return notation.matches()
                ? unit(notation).map(unit -> new Span(Integer.parseInt(notation.group(2)), unit))
                : Optional.empty();
    }

    /** Whether it is counted in days or longer, and so ends with a day, not at a time. */
    public boolean isWholeDays() {
        return unit != Unit.HOURS && unit != Unit.MINUTES;
    }

    /** @return a span as long as this one so many times */
    public Span times(int times) {
        return new Span(Math.multiplyExact(amount, times), unit);
    }

    /** {@code 7 arbeidsdager}. */
    @Override
    public String toString() {
        return amount + " " + (amount == 1 ? unit.one : unit.many);
    }

    private static Unit unit(String word) {
        for (Unit unit : Unit.values()) {
            if (word.equals(unit.one) || word.equals(unit.many)) {
                return unit;
            }
        }
        throw new IllegalStateException("No unit is called " + word);
    }

    private static Optional<Unit> unit(Matcher notation) {
        boolean time = !notation.group(1).isEmpty();
        return Optional.ofNullable(
                switch (notation.group(3)) {
                    case "BD" -> time ? null : Unit.WORKING_DAYS;
                    case "D" -> time ? null : Unit.DAYS;
                    case "W" -> time ? null : Unit.WEEKS;
                    case "M" -> time ? Unit.MINUTES : Unit.MONTHS;
                    case "Y" -> time ? null : Unit.YEARS;
                    case "H" -> time ? Unit.HOURS : null;
                    default -> null;
                });
    }
}
