package no.rodtraad.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import no.rodtraad.process.FormRejected;

/** When the time to apply is long enough, and when a day is over. */
final class Deadlines {

    static final int FEWEST_DAYS = 14;
    static final int MOST_DAYS = 60;
    private static final int FEWEST_DAYS_MORE = 7;

    private Deadlines() {}

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(InNorwegian.OSLO).toInstant().minusSeconds(1);
    }

    static void check(LocalDate deadline, Instant now) {
        check(deadline, InNorwegian.dateOf(now), FEWEST_DAYS);
    }

    static void checkProlonged(LocalDate deadline, Instant now) {
        check(deadline, InNorwegian.dateOf(now), FEWEST_DAYS_MORE);
    }

    private static void check(LocalDate deadline, LocalDate today, int fewest) {
        LocalDate first = today.plusDays(fewest);
        LocalDate last = today.plusDays(MOST_DAYS);
        if (deadline.isBefore(first)) {
            throw new FormRejected("Søknadsfristen må være minst %d dager frem i tid. Velg %s eller senere."
                    .formatted(fewest, InNorwegian.day(first)));
        }
        if (deadline.isAfter(last)) {
            throw new FormRejected("Søknadsfristen kan være høyst %d dager frem i tid. Velg %s eller tidligere."
                    .formatted(MOST_DAYS, InNorwegian.day(last)));
        }
    }
}
