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
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy", BOKMAAL);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d. MMMM yyyy", BOKMAAL);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy 'kl.' HH.mm", BOKMAAL);

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
        return LONG_DATE.format(day);
    }

    /** «18. desember 2026». */
    public static String date(LocalDate day) {
        return SHORT_DATE.format(day);
    }

    /** «torsdag 7. januar 2027 kl. 10.00». */
    public static String dateAndTime(Instant instant) {
        return DATE_AND_TIME.format(instant.atZone(ZONE));
    }
}
