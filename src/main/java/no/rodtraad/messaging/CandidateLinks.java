package no.rodtraad.messaging;

import no.rodtraad.process.ApplicationId;

/** Makes the secret links by which candidates reach their own page. */
public interface CandidateLinks {

    /**
     * Makes a new link to the candidate's page; the whole address. Called in a transaction of its own that is committed
     * before the mail leaves, so that a link that has reached somebody always works.
     */
    String linkFor(ApplicationId applicationId);
}
