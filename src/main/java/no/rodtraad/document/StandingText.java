package no.rodtraad.document;

/** A text of the municipality's own that documents have in a fixed place, beside what each of them is about. */
public enum StandingText {
    LETTERHEAD(
            "letterhead",
            "Brevhode",
            "Under kommunens navn øverst i alle dokumenter. For eksempel adresse, telefon og organisasjonsnummer."),
    LETTER("letterEnd", "Nederst i brev", "Etter teksten i brev til søkere, for eksempel åpningstider."),
    CONTRACT(
            "contractEnd",
            "Nederst i arbeidsavtalen",
            "Etter punktene i arbeidsavtalen. Erstatter ingen av punktene loven krever.");

    private final String variable;
    private final String title;
    private final String explanation;

    StandingText(String variable, String title, String explanation) {
        this.variable = variable;
        this.title = title;
        this.explanation = explanation;
    }

    /** What templates know it by. */
    public String variable() {
        return variable;
    }

    public String title() {
        return title;
    }

    /** Where it stands, for the one who writes it. */
    public String explanation() {
        return explanation;
    }
}
