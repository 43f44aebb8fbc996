package no.rodtraad.outbox;

/** Carries out one kind of effect. It may be called again for the same entry after a crash, so it must be idempotent or harmless to repeat. */
public interface OutboxHandler {

    String kind();

    /**
     * Carries out the effect within the relay's transaction.
     *
     * @throws Exception to have it tried again later
     * @throws PermanentFailure to give up at once
     */
    void handle(Outbox.Entry entry) throws Exception;

    /** Called once, in a transaction of its own, when the relay has given up. */
    default void givenUp(Outbox.Entry entry, String reason) {}

    /** An effect that will not succeed however often it is tried. */
    class PermanentFailure extends RuntimeException {
        public PermanentFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
