package no.rodtraad.archive;

import java.util.List;
import java.util.Optional;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** Who applied, as far as documents and records name them. */
public interface Applicants {

    /** The applicant's full name, or empty where the application is deleted or unknown. */
    Optional<String> nameOf(ApplicationId applicationId);

    /** Everyone who applied, also those who have withdrawn. */
    List<ApplicationId> ofCase(CaseId caseId);
}
