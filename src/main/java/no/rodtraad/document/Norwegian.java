package no.rodtraad.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and amounts as a Norwegian reader expects them. Templates reach it as {@code ${nb}}. */
public final class Norwegian {

    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private static final Locale BOKMAAL = Locale.forLanguageTag("nb-NO");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d. MMMM yyyy", BOKMAAL);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", BOKMAAL);

    /** E.g. {@code 4. mai 2026}. */
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    public String date(Instant at) {
        return date(LocalDate.ofInstant(at, ZONE));
    }

    /** E.g. {@code 4. mai 2026 kl. 09.30}, in Norwegian time. */
    public String time(Instant at) {
        return time(LocalDateTime.ofInstant(at, ZONE));
    }

    public String time(LocalDateTime at) {
        return "%s kl. %s".formatted(DATE.format(at), TIME.format(at));
    }

    /** E.g. {@code 540 000}; the space does not break. */
    public String number(Number number) {
        if (number instanceof Double || number instanceof Float || number instanceof java.math.BigDecimal) {
            double value = number.doubleValue();
            if (value != Math.rint(value)) {
                return String.format(Locale.ROOT, "%,.2f", value)
                        .replace(",", "\u00a0")
                        .replaceFirst("0$", "")
                        .replace('.', ',');
            }
        }
        return String.format(Locale.ROOT, "%,d", number.longValue()).replace(',', '\u00a0');
    }
}
