package no.rodtraad.process;

import java.util.List;

/** Keeps what has been deployed. Every bean is told, in the transaction of the deployment. */
public interface DeploymentJournal {

    /** @param warnings what the rules said without refusing */
    void deployed(DeploymentDraft draft, String deploymentId, List<Finding> warnings);
}
