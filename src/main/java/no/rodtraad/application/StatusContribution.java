package no.rodtraad.application;

import java.util.List;
import no.rodtraad.process.ApplicationId;

/** A feature's contribution to the candidate's status page. */
public interface StatusContribution {

    /** What the candidate may see or do now. */
    List<StatusItem> items(ApplicationId applicationId);
}
