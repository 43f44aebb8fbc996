package no.rodtraad.deadline;

import java.util.List;
import no.rodtraad.process.CaseId;

/** Who answers for a case where nobody else is known. */
@FunctionalInterface
public interface CaseOwners {

    /** User ids: the one who holds HR's role in the case, or all of HR. */
    List<String> owners(CaseId caseId);
}
