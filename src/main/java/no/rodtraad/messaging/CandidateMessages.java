package no.rodtraad.messaging;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** Sends the messages of the catalogue (M00–M25) to candidates. */
public interface CandidateMessages {

    /**
     * Renders the message and remembers it for delivery, in the caller's transaction.
     *
     * @param key idempotency key; the same key again does nothing
     * @param code the catalogue's id, e.g. {@code M01}
     */
    void send(String key, CaseId caseId, ApplicationId applicationId, String code);
}
