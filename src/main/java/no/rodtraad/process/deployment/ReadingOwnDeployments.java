package no.rodtraad.process.deployment;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;

/** Lets whoever deploys read it. The engine's own rule would let them delete it too, and with it the cases that follow it. */
final class ReadingOwnDeployments extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
        AuthorizationEntity @Nullable [] granted = super.newDeployment(deployment);
        if (granted != null) {
            for (AuthorizationEntity authorization : granted) {
                authorization.removePermission(Permissions.DELETE);
            }
        }
        return granted;
    }
}
