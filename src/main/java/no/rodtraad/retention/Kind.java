package no.rodtraad.retention;

/** What the report counts. */
enum Kind {
    APPLICATION("Søknader"),
    FILE("Filer fra søkere og avtaler"),
    MESSAGE("Tekster i meldinger til søkere"),
    FORM("Utfylte skjemaer"),
    LIST("Søkerlister"),
    EMPLOYEE_MAIL("Tekster i e-poster til ansatte");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** In Norwegian, for employees. */
    String title() {
        return title;
    }
}
