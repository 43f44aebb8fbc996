package no.rodtraad.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a municipality's diagrams, forms and tables say to people, as they were deployed. */
public interface DrawnProcesses {

    /** The versions of the journey that cases have followed or follow, newest first. New cases follow the first. */
    List<Version> versions(String tenantId);

    /** @return empty when the municipality has no such version */
    Optional<Drawing> drawing(String tenantId, String versionId);

    /**
     * Every diagram, table and form of a version, as it was deployed: name to text.
     *
     * @return empty when the municipality has no such version
     */
    Optional<Map<String, String>> files(String tenantId, String versionId);

    /** @param number 1 for the first that was deployed */
    record Version(String id, int number, Instant since) {}
}
