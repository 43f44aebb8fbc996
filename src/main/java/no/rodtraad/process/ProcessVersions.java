package no.rodtraad.process;

import java.util.List;

/** The versions of the journey that a municipality has had, with who put them in force, when and why. */
public interface ProcessVersions {

    /** Newest first; new cases follow the first. */
    List<ProcessVersion> of(String tenantId);

    /**
     * Says why a version was put in force. What was said before is kept.
     *
     * @param versionId one of the municipality's
     * @param userId who says so
     */
    void explain(String tenantId, String versionId, String reason, String userId);

    /**
     * Puts exactly the files of an older version in force as a new version, by the rules that hold for everything that is
     * deployed. Cases that are under way keep theirs.
     *
     * @param versionId one of the municipality's
     * @param reason why
     * @param by who does it, with the rights of their groups and municipalities
     * @return false when the same files are in force already, so that nothing was done
     * @throws ReleaseRefused when the rules refuse it; what is in force stays
     */
    boolean goBack(String tenantId, String versionId, String reason, Deployer by);

    /** @param groups group ids */
    record Deployer(String userId, List<String> groups, List<String> tenants) {}
}
