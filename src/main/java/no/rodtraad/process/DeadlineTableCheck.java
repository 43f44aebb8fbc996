package no.rodtraad.process;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** Refuses a table of deadlines that is being deployed with cells nobody could follow. */
final class DeadlineTableCheck implements Deployer {

    private final JourneyGroups groups;

    DeadlineTableCheck(JourneyGroups groups) {
        this.groups = groups;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream()
                    .filter(resource -> isTable(resource.getName()))
                    .forEach(this::check);
        }
    }

    private static boolean isTable(String name) {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }

    private void check(ResourceEntity resource) {
        new DeadlineTableParse(groups.ids())
                .name(resource.getName())
                .sourceInputStream(new ByteArrayInputStream(resource.getBytes()))
                .execute();
    }
}
