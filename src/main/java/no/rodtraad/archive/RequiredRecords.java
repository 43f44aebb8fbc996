package no.rodtraad.archive;

import java.util.Set;
import no.rodtraad.process.CaseId;

/** Which records a case must hold before it may be closed. */
@FunctionalInterface
public interface RequiredRecords {

    /** Codes of the archive map. D08 and D26 are required of every applicant. */
    Set<String> forCase(CaseId caseId, boolean hired);
}
