package no.rodtraad.messaging;

import java.util.List;
import java.util.Optional;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** Whom messages about a case are for. */
public interface Recipients {

    /** The applications of the case that have no outcome yet. */
    List<ApplicationId> openOfCase(CaseId caseId);

    /** The application of the one who was hired. */
    Optional<ApplicationId> hiredOfCase(CaseId caseId);

    /** The language the candidate has chosen. */
    Language languageOf(ApplicationId applicationId);

    /** Whether it is this candidate's turn: an offer without an answer, or a contract without the candidate's signature. */
    boolean isWaitedFor(ApplicationId applicationId);
}
