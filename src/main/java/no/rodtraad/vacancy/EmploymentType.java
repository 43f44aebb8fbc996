package no.rodtraad.vacancy;

import java.util.Locale;

/** How long the employment lasts. */
public enum EmploymentType {
    PERMANENT,
    TEMPORARY,
    SUBSTITUTE;

    /** @param choice the form's value, e.g. {@code permanent} */
    static EmploymentType of(String choice) {
        return valueOf(choice.toUpperCase(Locale.ROOT));
    }

    String choice() {
        return name().toLowerCase(Locale.ROOT);
    }
}
