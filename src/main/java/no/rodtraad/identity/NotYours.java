package no.rodtraad.identity;

/** The employee's groups do not reach that far. Becomes a page with status 403. */
public final class NotYours extends RuntimeException {

    /** @param sentence what the employee reads: who may */
    public NotYours(String sentence) {
        super(sentence);
    }
}
