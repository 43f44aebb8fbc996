package no.rodtraad.survey;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Three months of a year, known by the first day. */
record Quarter(LocalDate firstDay) implements Comparable<Quarter> {

    static Quarter of(LocalDate day) {
        return new Quarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
    }

    int year() {
        return firstDay.getYear();
    }

    /** 1 to 4. */
    int number() {
        return firstDay.get(IsoFields.QUARTER_OF_YEAR);
    }

    @Override
    public int compareTo(Quarter other) {
        return firstDay.compareTo(other.firstDay);
    }

    /** «3. kvartal 2027». */
    @Override
    public String toString() {
        return "%d. kvartal %d".formatted(number(), year());
    }
}
