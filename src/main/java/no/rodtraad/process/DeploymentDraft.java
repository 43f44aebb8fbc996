package no.rodtraad.process;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be deployed: the whole release that a municipality's new cases will follow.
 *
 * @param tenantId the municipality
 * @param files every diagram, table and form of the release: name to text
 * @param changed names of the files that were sent now; the others stand in the release already
 * @param userId who deploys; null when the application does it at start-up
 */
public record DeploymentDraft(
        String tenantId,
        Map<String, String> files,
        Set<String> changed,
        @Nullable String userId) {

    public DeploymentDraft {
        files = Map.copyOf(files);
        changed = Set.copyOf(changed);
    }
}
