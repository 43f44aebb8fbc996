package no.rodtraad.deadline;

import java.util.Set;

/** Real calendars for tests of other packages. */
public final class TestCalendars {

    private TestCalendars() {}

    /** Weekends and Norwegian public holidays. */
    public static WorkingDays ordinary() {
        return new WorkingDays(new PublicHolidays(), Set.of(), false);
    }
}
