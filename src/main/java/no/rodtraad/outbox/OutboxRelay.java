package no.rodtraad.outbox;

/** Carries out what is due. Runs by itself every second in the application; tests call it. */
public interface OutboxRelay {

    /** Tries everything that is due now, each in its own transaction; returns how many were carried out. */
    int deliverDue();

    /** Whether something is due that has not been carried out, also what somebody else is about to carry out. */
    boolean isBusy();
}
