package no.rodtraad.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.OsloTime;

/** Writes the values of merge fields in a language: dates, moments and {@link Wording}, also in the rows of lists. */
final class FieldText {

    private FieldText() {}

    static Object in(Language language, Object value) {
        if (value instanceof LocalDate day) {
            return OsloTime.longDate(day, language.locale());
        }
        if (value instanceof Instant moment) {
            return OsloTime.dateAndTime(moment, language.locale());
        }
        if (value instanceof Wording wording) {
            return wording.in(language);
        }
        if (value instanceof List<?> rows) {
            return rows.stream().map(row -> in(language, row)).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<Object, Object> written = new HashMap<>();
            row.forEach((name, cell) -> written.put(name, in(language, cell)));
            return written;
        }
        return value;
    }
}
