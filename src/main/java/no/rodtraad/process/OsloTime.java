package no.rodtraad.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** The JVM runs in UTC; people live in Europe/Oslo. Every date that a person writes or reads passes through here. */
public final class OsloTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Locale BOKMAAL = Locale.forLanguageTag("nb-NO");
    private static final String LONG_DATE = "EEEE d. MMMM yyyy";
    private static final String LONG_DATE_IN_ENGLISH = "EEEE d MMMM yyyy";
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d. MMMM yyyy", BOKMAAL);
    private static final String SHORT_DATE_IN_ENGLISH = "d MMMM yyyy";
    private static final String DATE_AND_TIME = LONG_DATE + " 'kl.' HH.mm";
    private static final String DATE_AND_TIME_IN_ENGLISH = LONG_DATE_IN_ENGLISH + " 'at' HH:mm";

    private OsloTime() {}

    /** The moment after the day has ended: a deadline «4. januar» includes the whole day. */
    public static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** When the working day starts, eight in the morning. */
    public static Date morningOf(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant());
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static LocalDate dayOf(Date date) {
        return dayOf(date.toInstant());
    }

    /** The last day that a deadline made by {@link #endOf} includes. */
    public static LocalDate lastDayOf(Date deadline) {
        return dayOf(deadline.toInstant().minusMillis(1));
    }

    /** «fredag 18. desember 2026». */
    public static String longDate(LocalDate day) {
        return longDate(day, BOKMAAL);
    }

    /** The same in a language, e.g. «tysdag 8. desember 2026» or "Tuesday 8 December 2026". */
    public static String longDate(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern(isEnglish(language) ? LONG_DATE_IN_ENGLISH : LONG_DATE, language)
                .format(day);
    }

    /** «18. desember 2026». */
    public static String date(LocalDate day) {
        return SHORT_DATE.format(day);
    }

    /** The same in a language, e.g. "18 December 2026". */
    public static String date(LocalDate day, Locale language) {
        return isEnglish(language)
                ? DateTimeFormatter.ofPattern(SHORT_DATE_IN_ENGLISH, language).format(day)
                : date(day);
    }

    /** «torsdag 7. januar 2027 kl. 10.00». */
    public static String dateAndTime(Instant instant) {
        return dateAndTime(instant, BOKMAAL);
    }

    /** The same in a language, e.g. "Thursday 7 January 2027 at 10:00". */
    public static String dateAndTime(Instant instant, Locale language) {
        return DateTimeFormatter.ofPattern(isEnglish(language) ? DATE_AND_TIME_IN_ENGLISH : DATE_AND_TIME, language)
                .format(instant.atZone(ZONE));
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
