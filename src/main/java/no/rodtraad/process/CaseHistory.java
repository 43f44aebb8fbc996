package no.rodtraad.process;

import java.util.List;
import java.util.Optional;

/** How cases began and what was done in them, as long as the engine keeps that. */
public interface CaseHistory {

    /** The version that the case began under, also when it has been moved to another since. */
    Optional<String> begunUnder(CaseId caseId);

    /** The cases that began under a version, finished ones too, in no particular order. */
    List<CaseId> begunUnder(String tenantId, String versionId);

    /** How many tasks people have done in the case, those for its candidates included. */
    long tasksDone(CaseId caseId);
}
