package no.rodtraad.capability;

/** Something a hiring needs done that another system may do, or people by hand. */
public enum Capability {
    SIGNING("Signering av arbeidsavtalen"),
    ARCHIVE("Arkivering"),
    NAV("Utlysning hos NAV");

    private final String label;

    Capability(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }
}
