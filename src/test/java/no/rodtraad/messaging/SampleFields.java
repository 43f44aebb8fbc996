package no.rodtraad.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A value for every field that texts may use. */
final class SampleFields {

    static final Map<String, Object> ALL = ExampleFields.ALL;

    private SampleFields() {}

    static Map<String, Object> without(String... names) {
        Map<String, Object> fields = new HashMap<>(ALL);
        fields.keySet().removeAll(List.of(names));
        return fields;
    }

    static Map<String, Object> withOutcome(String outcome) {
        Map<String, Object> fields = new HashMap<>(ALL);
        fields.put("outcomeRejected", false);
        fields.put(outcome, true);
        return fields;
    }
}
