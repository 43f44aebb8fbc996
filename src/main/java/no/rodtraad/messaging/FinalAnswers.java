package no.rodtraad.messaging;

import java.util.Set;
import no.rodtraad.process.ApplicationId;

/** Knows whose final answer has been written and whose has arrived. */
public interface FinalAnswers {

    /** When the case is decided, to everyone who waits. */
    String GENERAL = "M21";

    /** Earlier, to those who are not invited to an interview. */
    String EARLY = "M06";

    /** The messages of the catalogue that are final answers. */
    Set<String> CODES = Set.of(GENERAL, EARLY);

    /** Whether there is an answer on its way or there, that has not been taken back. */
    boolean isWritten(ApplicationId applicationId);

    /** A mail server has taken the answer and not sent it back, or a person has logged that the candidate was told. */
    boolean hasReached(ApplicationId applicationId);

    /** What was answered is no longer so, because the candidate is in question again; another answer must come. */
    void takeBack(ApplicationId applicationId);
}
