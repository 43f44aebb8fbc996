package no.rodtraad.ratelimit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many times within a stretch of time; what is used comes back evenly.
 *
 * @param times at least 1
 */
record Limit(int times, Duration within) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,6})/(\\d+(?:s|m|h|d))");

    /** @param written e.g. {@code 60/10m}; seconds, minutes, hours or days */
    static Limit of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "«%s» er ingen grense. Skriv antall, skråstrek og tid, som 60/10m".formatted(written));
        }
        return new Limit(Integer.parseInt(parts.group(1)), DurationStyle.detectAndParse(parts.group(2)));
    }
}
