package no.rodtraad.signing;

/** Somebody has tried to sign what cannot be signed, or not in that way. */
class CannotSign extends RuntimeException {

    private final String sentence;

    CannotSign(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** For the one who signs; names nobody else. */
    String sentence() {
        return sentence;
    }
}
