package no.rodtraad.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.OsloTime;

/** When the time to apply is long enough. */
final class Deadlines {

    static final int FEWEST_DAYS = 14;
    static final int MOST_DAYS = 60;
    private static final int FEWEST_DAYS_MORE = 7;

    private Deadlines() {}

    static void check(LocalDate deadline, Instant now) {
        check(deadline, OsloTime.dayOf(now), FEWEST_DAYS);
    }

    static void checkProlonged(LocalDate deadline, Instant now) {
        check(deadline, OsloTime.dayOf(now), FEWEST_DAYS_MORE);
    }

    private static void check(LocalDate deadline, LocalDate today, int fewest) {
        LocalDate first = today.plusDays(fewest);
        LocalDate last = today.plusDays(MOST_DAYS);
        if (deadline.isBefore(first)) {
            throw new FormRejected("Søknadsfristen må være minst %d dager frem i tid. Velg %s eller senere."
                    .formatted(fewest, OsloTime.longDate(first)));
        }
        if (deadline.isAfter(last)) {
            throw new FormRejected("Søknadsfristen kan være høyst %d dager frem i tid. Velg %s eller tidligere."
                    .formatted(MOST_DAYS, OsloTime.longDate(last)));
        }
    }
}
