package no.rodtraad.outbox;

/** Carries out one kind of effect. It may be called again for the same entry after a crash, so it must be idempotent or harmless to repeat. */
public interface OutboxHandler {

    String kind();

    /**
     * Carries out the effect within the relay's transaction. When it fails, what it wrote to the database is undone.
     *
     * @throws Exception to have it tried again later
     * @throws PermanentFailure to give up at once
     * @throws NotYet to wait for a receiver that is not ready
     */
    void handle(Outbox.Entry entry) throws Exception;

    /**
     * Called once, when the relay gives up, in the transaction that records that it did.
     *
     * @param reason class and message of what went wrong the last time, without addresses
     */
    default void givenUp(Outbox.Entry entry, String reason) {}

    /** An effect that will not succeed however often it is tried. */
    class PermanentFailure extends RuntimeException {
        public PermanentFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The receiver is not ready yet. Tried again soon, then more and more seldom, without counting as a failure. */
    class NotYet extends RuntimeException {
        public NotYet(String message) {
            super(message);
        }
    }
}
