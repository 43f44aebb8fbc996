package no.rodtraad.process.deployment;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Comes from our own pages, which have asked whether the user may. No other door can make one. */
final class StaffDeployment extends DeploymentBuilderImpl {

    private static final long serialVersionUID = 1L;

    private final String userId;
    private final boolean base;

    private StaffDeployment(RepositoryServiceImpl repository, String userId, boolean base) {
        super(repository);
        this.userId = userId;
        this.base = base;
    }

    /** Files of the municipality's own. */
    static StaffDeployment own(RepositoryServiceImpl repository, String userId) {
        return new StaffDeployment(repository, userId, false);
    }

    /** The base anew; the municipality's own files stay in place of it. */
    static StaffDeployment base(RepositoryServiceImpl repository, String userId) {
        return new StaffDeployment(repository, userId, true);
    }

    String userId() {
        return userId;
    }

    boolean isBase() {
        return base;
    }
}
