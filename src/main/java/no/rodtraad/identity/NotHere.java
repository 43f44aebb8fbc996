package no.rodtraad.identity;

/** There is nothing at the address, or nothing for this employee. Becomes a page with status 404. */
public final class NotHere extends RuntimeException {

    public NotHere() {
        this("Siden finnes ikke, eller den hører til en annen kommune.");
    }

    /** @param sentence what the employee reads */
    public NotHere(String sentence) {
        super(sentence);
    }
}
