package no.rodtraad.process.deployment;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Comes from our own pages, which have asked whether the user may. No other door can make one. */
final class StaffDeployment extends DeploymentBuilderImpl {

    private static final long serialVersionUID = 1L;

    private static final String SOURCE = "Rød tråd, egne sider";

    private final String userId;
    private final String reason;
    private final boolean base;

    private StaffDeployment(RepositoryServiceImpl repository, String userId, String reason, boolean base) {
        super(repository);
        this.userId = userId;
        this.reason = reason;
        this.base = base;
        name(reason).source(SOURCE);
    }

    /** Files of the municipality's own. */
    static StaffDeployment own(RepositoryServiceImpl repository, String userId, String reason) {
        return new StaffDeployment(repository, userId, reason, false);
    }

    /** The base anew; the municipality's own files stay in place of it. */
    static StaffDeployment base(RepositoryServiceImpl repository, String userId, String reason) {
        return new StaffDeployment(repository, userId, reason, true);
    }

    String userId() {
        return userId;
    }

    String reason() {
        return reason;
    }

    boolean isBase() {
        return base;
    }
}
