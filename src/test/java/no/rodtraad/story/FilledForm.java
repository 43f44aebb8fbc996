package no.rodtraad.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as a person leaves it: what the story says, what was already filled in, and something plausible in every other
 * field that must be filled in.
 */
final class FilledForm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "Dette er vurdert og avklart med dem det gjelder, og begrunnet i saken. ";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Object> told;
    private final JsonNode shown;
    private final LocalDate today;

    FilledForm(JsonNode form, JsonNode shown, Map<String, Object> told, LocalDate today) {
        this.told = told;
        this.shown = shown;
        this.today = today;
        fill(form.path("components"));
        List<String> unknown =
                told.keySet().stream().filter(key -> !values.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            values.putAll(told); // the server is to say what it thinks of fields that are not in the form
        }
    }

    /** As Tasklist sends it: lists as JSON text, everything else as it is. */
    ObjectNode asVariables() {
        ObjectNode variables = JSON.createObjectNode();
        values.forEach((key, value) -> {
            ObjectNode variable = variables.putObject(key);
            if (value instanceof List<?>) {
                variable.put("value", JSON.valueToTree(value).toString());
                variable.put("type", "Json");
            } else {
                variable.set("value", JSON.valueToTree(value));
            }
        });
        return variables;
    }

    private void fill(JsonNode components) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group")) {
                fill(component.path("components"));
                continue;
            }
            String key = component.has("key")
                    ? component.path("key").asText()
                    : component.path("path").asText();
            if (key.isEmpty() || component.path("readonly").asBoolean()) {
                continue;
            }
            @Nullable Object value = value(component, type, key);
            if (value != null) {
                values.put(key, value);
            }
        }
    }

    private @Nullable Object value(JsonNode component, String type, String key) {
        if (told.containsKey(key)) {
            return told.get(key);
        }
        boolean conditional = component.has("conditional");
        JsonNode known = shown.path(key).path("value");
        boolean list = type.equals("checklist") || type.equals("taglist");
        if (!known.isMissingNode() && !known.isNull() && !conditional) {
            return list ? read(known.asText()) : JSON.convertValue(known, Object.class);
        }
        if (type.equals("checkbox")) {
            return component.path("validate").path("required").asBoolean();
        }
        if (!component.path("validate").path("required").asBoolean() || conditional) {
            return null;
        }
        return switch (type) {
            case "textfield", "textarea" -> text(component);
            case "number" -> Math.max(1, component.path("validate").path("min").asInt(1));
            case "datetime" -> today.plusDays(10).toString();
            case "radio", "select" ->
                component.path("values").path(0).path("value").asText();
            case "checklist", "taglist" ->
                new ArrayList<>(
                        List.of(component.path("values").path(0).path("value").asText()));
            default -> null;
        };
    }

    private static String text(JsonNode component) {
        JsonNode validate = component.path("validate");
        if (validate.path("validationType").asText().equals("email")) {
            return "faddersen@example.com";
        }
        if (validate.path("pattern").asText().contains("[0-9 ]")) {
            return "75 00 00 00";
        }
        int least = validate.path("minLength").asInt(0);
        StringBuilder text = new StringBuilder(TEXT);
        while (text.length() < least) {
            text.append(TEXT);
        }
        int most = validate.path("maxLength").asInt(Integer.MAX_VALUE);
        return text.substring(0, Math.min(most, text.length())).strip();
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
