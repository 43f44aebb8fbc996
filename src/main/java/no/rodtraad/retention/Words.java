package no.rodtraad.retention;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Periods as a Norwegian reader says them. */
final class Words {

    private Words() {}

    /** E.g. {@code 6 måneder etter at saken er avsluttet}. */
    static String of(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "år", "år");
        add(parts, period.getMonths(), "måned", "måneder");
        add(parts, period.getDays(), "dag", "dager");
        return parts.isEmpty() ? "når saken er avsluttet" : String.join(" og ", parts) + " etter at saken er avsluttet";
    }

    private static void add(List<String> parts, int number, String one, String more) {
        if (number != 0) {
            parts.add(number + " " + (number == 1 ? one : more));
        }
    }
}
