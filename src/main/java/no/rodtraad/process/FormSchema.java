package no.rodtraad.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Camunda Form as the server reads it: its fields in order and what each of them accepts. */
record FormSchema(String id, List<Field> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static FormSchema parse(byte[] file) {
        try {
            JsonNode root = JSON.readTree(file);
            List<Field> fields = new ArrayList<>();
            collect(root.path("components"), List.of(), fields);
            return new FormSchema(root.path("id").asText(), List.copyOf(fields));
        } catch (IOException e) {
            throw new IllegalArgumentException("The form is not JSON: " + e.getMessage(), e);
        }
    }

    Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static void collect(JsonNode components, List<String> hiddenBy, List<Field> into) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            List<String> hides = new ArrayList<>(hiddenBy);
            String hide = component.path("conditional").path("hide").asText("");
            if (!hide.isBlank()) {
                hides.add(hide.startsWith("=") ? hide.substring(1) : hide);
            }
            if (type.equals("group")) {
                collect(component.path("components"), hides, into);
            } else if (type.equals("dynamiclist")) {
                List<Field> columns = new ArrayList<>();
                collect(component.path("components"), List.of(), columns);
                into.add(Field.of(component, component.path("path").asText(), type, hides, columns));
            } else if (component.hasNonNull("key")) {
                into.add(Field.of(component, component.path("key").asText(), type, hides, List.of()));
            }
        }
    }

    /**
     * One field.
     *
     * @param hiddenBy FEEL conditions; the field is hidden when one of them is true
     * @param options the values to choose among by value, with their labels; empty where they come from elsewhere
     * @param optionsFrom key of the value that holds the options
     */
    record Field(
            String key,
            String type,
            String label,
            boolean readOnly,
            boolean required,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            @Nullable String validationType,
            @Nullable Integer decimalDigits,
            String subtype,
            List<String> hiddenBy,
            Map<String, String> options,
            @Nullable String optionsFrom,
            List<Field> columns) {

        private static Field of(
                JsonNode component, String key, String type, List<String> hiddenBy, List<Field> columns) {
            JsonNode validate = component.path("validate");
            Map<String, String> options = new LinkedHashMap<>();
            for (JsonNode option : component.path("values")) {
                options.put(
                        option.path("value").asText(),
                        option.path("label").asText(option.path("value").asText()));
            }
            String label = component
                    .path("label")
                    .asText(component
                            .path("dateLabel")
                            .asText(component
                                    .path("timeLabel")
                                    .asText(component.path("dateTimeLabel").asText(key))));
            return new Field(
                    key,
                    type,
                    label.isBlank() ? key : label,
                    component.path("readonly").asBoolean()
                            || component.path("disabled").asBoolean(),
                    validate.path("required").asBoolean(),
                    number(validate.path("min")),
                    number(validate.path("max")),
                    integer(validate.path("minLength")),
                    integer(validate.path("maxLength")),
                    validate.hasNonNull("pattern") ? validate.path("pattern").asText() : null,
                    validate.hasNonNull("validationType")
                            ? validate.path("validationType").asText()
                            : null,
                    integer(component.path("decimalDigits")),
                    component.path("subtype").asText(""),
                    List.copyOf(hiddenBy),
                    options,
                    component.hasNonNull("valuesKey")
                            ? component.path("valuesKey").asText()
                            : null,
                    columns);
        }

        private static @Nullable Double number(JsonNode node) {
            return node.isNumber() || node.isTextual() && node.asText().matches("-?\\d+(\\.\\d+)?")
                    ? Double.valueOf(node.asText())
                    : null;
        }

        private static @Nullable Integer integer(JsonNode node) {
            @Nullable Double number = number(node);
            return number == null ? null : number.intValue();
        }
    }
}
