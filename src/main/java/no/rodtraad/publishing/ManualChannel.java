package no.rodtraad.publishing;

import java.util.Optional;
import java.util.stream.Stream;

/** A channel that people put adverts into, and what they need for it. */
enum ManualChannel {
    INTERNAL("internal", "Intranett og oppslag for ansatte", Length.WHOLE, "Ikke nødvendig."),
    NAV("nav", "NAV (arbeidsplassen.no)", Length.WHOLE, "Ikke nødvendig."),
    FINN("finn", "Finn.no", Length.WHOLE, "Liggende, minst 1600 × 1200 piksler."),
    LOCAL_PAPER(
            "localPaper",
            "Lokalavisen",
            Length.SHORT,
            "Trykk: 300 punkter per tomme i annonsens bredde. Nett: spør avisen."),
    SOCIAL_MEDIA(
            "socialMedia",
            "Sosiale medier",
            Length.SHORT,
            "Liggende 1200 × 630 piksler, kvadratisk 1080 × 1080 piksler.");

    private final String id;
    private final String label;
    private final Length length;
    private final String picture;

    ManualChannel(String id, String label, Length length, String picture) {
        this.id = id;
        this.label = label;
        this.length = length;
        this.picture = picture;
    }

    enum Length {
        SHORT,
        WHOLE
    }

    static Optional<ManualChannel> find(String id) {
        return Stream.of(values()).filter(channel -> channel.id.equals(id)).findFirst();
    }

    String label() {
        return label;
    }

    Length length() {
        return length;
    }

    /** What size a picture should have; people check it with the channel. */
    String picture() {
        return picture;
    }
}
