package no.rodtraad.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as a Norwegian reader expects them, always in Norwegian time. */
public final class InNorwegian {

    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static final Locale BOKMAAL = Locale.forLanguageTag("nb-NO");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy", BOKMAAL);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", BOKMAAL);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("'kl.' HH.mm", BOKMAAL);

    private InNorwegian() {}

    /** E.g. «fredag 18. desember 2026». */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String day(Instant at) {
        return day(dateOf(at));
    }

    /** E.g. «18. desember 2026». */
    public static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    public static String shortDay(Instant at) {
        return shortDay(dateOf(at));
    }

    /** E.g. «torsdag 7. januar 2027 kl. 10.00». */
    public static String dayAndTime(Instant at) {
        return day(at) + " " + TIME.format(at.atZone(OSLO));
    }

    public static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, OSLO);
    }
}
