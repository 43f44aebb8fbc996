package no.rodtraad.process;

import java.util.List;
import java.util.Map;

/** What a deployment would be answered, without making it. */
public interface DeploymentTrials {

    /**
     * Judges files as they would be when they were deployed now: together with the rest of the municipality's release, by
     * the same rules, and read by the engine.
     *
     * @param files diagrams, tables and forms: name to content
     * @return what would be said about these files, and what else would refuse them; by the names they were sent with
     */
    List<Finding> check(String tenantId, Map<String, byte[]> files, String userId);
}
