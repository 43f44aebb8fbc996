package no.rodtraad.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decision tables that HR owns. */
public interface Decisions {

    /**
     * Evaluates the newest version of a table of the municipality.
     *
     * @return one map of outputs per rule that matched
     */
    List<Map<String, Object>> evaluate(String tenantId, String decision, Map<String, @Nullable Object> inputs);

    /**
     * Which version of a table is the newest in the municipality.
     *
     * @return an id for {@link #evaluateVersion}; the same id always means the same content
     * @throws IllegalStateException when the table is not deployed
     */
    String newestVersion(String tenantId, String decision);

    /** Evaluates one version of a table, the newest or an older. */
    List<Map<String, Object>> evaluateVersion(String version, Map<String, @Nullable Object> inputs);
}
