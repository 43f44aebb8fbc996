package no.rodtraad.vacancy;

import java.util.Locale;

/** How long the employment lasts. */
public enum EmploymentType {
    PERMANENT("fast stilling", "faste stillinger"),
    TEMPORARY("midlertidig stilling", "midlertidige stillinger"),
    SUBSTITUTE("vikariat", "vikariater");

    private final String one;
    private final String several;

    EmploymentType(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /** @param choice the form's value, e.g. {@code permanent} */
    static EmploymentType of(String choice) {
        return valueOf(choice.toUpperCase(Locale.ROOT));
    }

    String choice() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String one() {
        return one;
    }

    public String several() {
        return several;
    }
}
