package no.rodtraad.archive.fiks;

/** Fiks IO did not take the message now; the sentence says what to look at. */
public class FiksUnusable extends RuntimeException {

    private final boolean permanent;

    FiksUnusable(String sentence, boolean permanent, Throwable cause) {
        super(sentence, cause);
        this.permanent = permanent;
    }

    FiksUnusable(String sentence) {
        super(sentence);
        this.permanent = false;
    }

    /** Whether another try with the same message will not mend it. */
    public boolean isPermanent() {
        return permanent;
    }
}
