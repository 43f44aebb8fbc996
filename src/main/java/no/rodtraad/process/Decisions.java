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
}
