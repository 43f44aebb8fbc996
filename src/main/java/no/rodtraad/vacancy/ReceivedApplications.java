package no.rodtraad.vacancy;

import java.util.List;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** What the vacancy needs to know about the applications that came in. */
public interface ReceivedApplications {

    /** How many have applied and not withdrawn. */
    int count(CaseId caseId);

    /** Those who still wait for an answer, oldest first. */
    List<ApplicationId> waiting(CaseId caseId);
}
