package no.rodtraad.messaging;

import no.rodtraad.process.ApplicationId;

/** Knows whose final answer has arrived. */
@FunctionalInterface
public interface FinalAnswers {

    /** A mail server has taken the answer and not sent it back, or a person has logged that the candidate was told. */
    boolean hasReached(ApplicationId applicationId);
}
