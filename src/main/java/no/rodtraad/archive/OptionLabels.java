package no.rodtraad.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.rodtraad.identity.StaffDirectory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the choices of a form are called, read from the form file. */
@Component
class OptionLabels {

    /** Forms get the employees of a role as options in a variable with such a name, e.g. {@code managerPeople}. */
    private static final String EMPLOYEES_KEY = "People";

    private static final Map<String, String> EMPLOYEES = Map.of(EMPLOYEES_KEY, EMPLOYEES_KEY);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, Map<String, String>>> byForm = new ConcurrentHashMap<>();

    private final StaffDirectory staff;

    OptionLabels(StaffDirectory staff) {
        this.staff = staff;
    }

    /** The label of a chosen value, the name of a chosen employee, or the value itself where the form gives neither. */
    String label(String formKey, String fieldKey, String value) {
        Map<String, String> options =
                byForm.computeIfAbsent(formKey, this::read).getOrDefault(fieldKey, Map.of());
        return options == EMPLOYEES ? staff.nameOf(value) : options.getOrDefault(value, value);
    }

    private Map<String, Map<String, String>> read(String formKey) {
        ClassPathResource file = new ClassPathResource("forms/" + formKey + ".form");
        Map<String, Map<String, String>> labels = new HashMap<>();
        if (file.exists()) {
            try (InputStream in = file.getInputStream()) {
                collect(json.readTree(in), labels);
            } catch (IOException e) {
                throw new UncheckedIOException("Skjemaet «%s» kunne ikke leses".formatted(formKey), e);
            }
        }
        return labels;
    }

    private static void collect(JsonNode component, Map<String, Map<String, String>> labels) {
        JsonNode values = component.path("values");
        if (component.hasNonNull("key") && values.isArray()) {
            Map<String, String> options = new HashMap<>();
            values.forEach(option -> options.put(
                    option.path("value").asText(), option.path("label").asText()));
            labels.put(component.path("key").asText(), options);
        }
        if (component.path("valuesKey").asText().endsWith(EMPLOYEES_KEY)) {
            labels.put(component.path("key").asText(), EMPLOYEES);
        }
        component.path("components").forEach(child -> collect(child, labels));
    }
}
