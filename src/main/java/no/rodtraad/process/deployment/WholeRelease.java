package no.rodtraad.process.deployment;

import java.util.Map;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Everything that a municipality's new cases shall follow: of the release before, nothing else stays. */
final class WholeRelease extends DeploymentBuilderImpl {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param files by the names they shall have */
    WholeRelease(
            RepositoryServiceImpl repository, String tenantId, Map<String, String> files, String name, String reason) {
        super(repository);
        this.reason = reason;
        name(name).tenantId(tenantId);
        files.forEach(this::addString);
    }

    String reason() {
        return reason;
    }
}
