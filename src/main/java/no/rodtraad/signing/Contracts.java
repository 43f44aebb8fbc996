package no.rodtraad.signing;

import java.util.Optional;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** The employment contracts of a case. */
public interface Contracts {

    /** The newest contract of the case as it stands, signed where it is signed. */
    Optional<byte[]> currentPdf(CaseId caseId);

    /**
     * Ends the signing of the contract that waits for this candidate's signature, if one does. The case is told, so that it
     * goes on to the next candidate.
     */
    void abort(ApplicationId applicationId);
}
