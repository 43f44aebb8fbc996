package no.rodtraad.process;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day of any year, as people write it: {@code 1. mars}. */
public final class DayOfYear {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})\\.?[\\s\\u00a0]+(\\p{L}+)");
    private static final List<String> MONTHS = List.of(
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember");

    private DayOfYear() {}

    /** @return empty for a text that is no day, as {@code 31. april} */
    public static Optional<MonthDay> find(String text) {
        Matcher matcher = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !MONTHS.contains(matcher.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonthDay.of(MONTHS.indexOf(matcher.group(2)) + 1, Integer.parseInt(matcher.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
