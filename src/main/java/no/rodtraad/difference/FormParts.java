package no.rodtraad.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.rodtraad.difference.Part.Fact;

/** The fields and texts of a form. */
final class FormParts {

    /** What they say is where on the screen a field stands, or is no word of the form's. */
    private static final Set<String> UNSAID = Set.of("id", "components", "layout", "values");

    private static final int LONG = 60;

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private FormParts() {}

    static Map<String, Part> of(JsonNode form) {
        FormParts read = new FormParts();
        read.collect(form.path("components"), "", "");
        return read.parts;
    }

    /** The form's own id, with its heading. */
    static Map<String, String> names(JsonNode form) {
        String id = form.path("id").asText("");
        if (id.isEmpty()) {
            return Map.of();
        }
        String heading = heading(form);
        return Map.of(id, heading.isEmpty() ? id : heading);
    }

    private static String heading(JsonNode form) {
        for (JsonNode component : form.path("components")) {
            if (component.path("type").asText().equals("text")
                    && component.path("text").asText().strip().startsWith("#")) {
                return firstLine(component.path("text").asText());
            }
        }
        return "";
    }

    private static String firstLine(String markdown) {
        return Wording.oneLine(markdown.strip().lines().findFirst().orElse("").replaceFirst("^#+", ""));
    }

    private void collect(JsonNode components, String group, String groupName) {
        for (JsonNode component : components) {
            Part part = part(component, group, groupName);
            parts.put(part.place(), part);
            collect(component.path("components"), part.place(), part.name());
        }
    }

    private static Part part(JsonNode component, String group, String groupName) {
        String type = component.path("type").asText("");
        String called = called(component);
        String kind = Wording.find("the.form" + type).isPresent() ? "form" + type : "formfield";
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts(component, "", facts);
        put(facts, "columns", "columns", component.path("layout").path("columns"));
        component
                .path("values")
                .forEach(option ->
                        put(facts, "option:" + option.path("value").asText(), "option", option.path("label")));
        facts.put("inside", Fact.named("inside", group, groupName));
        return new Part(
                component.path("id").asText(component.path("key").asText(called)),
                Wording.say("the." + kind, Wording.quoted(called)),
                Wording.say("added." + kind, Wording.quoted(called)),
                facts,
                "",
                "form" + group);
    }

    private static String called(JsonNode component) {
        return Stream.of("label", "dateLabel", "timeLabel", "dateTimeLabel", "text", "key", "id")
                .map(name -> firstLine(component.path(name).asText("")))
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONG ? text.substring(0, LONG) + "…" : text)
                .findFirst()
                .orElse("");
    }

    private static void facts(JsonNode of, String path, Map<String, Fact> into) {
        of.fields().forEachRemaining(entry -> {
            String name = entry.getKey();
            if (path.isEmpty() && UNSAID.contains(name)) {
                return;
            }
            if (entry.getValue().isObject()) {
                facts(entry.getValue(), path + name + ".", into);
            } else {
                put(into, path + name, name, entry.getValue());
            }
        });
    }

    private static void put(Map<String, Fact> into, String key, String name, JsonNode value) {
        String written = value.isValueNode() ? value.asText("") : value.toString();
        if (written.isEmpty() || written.equals("null") || written.equals("false")) {
            return;
        }
        into.put(
                key,
                Fact.named(
                        "field." + name,
                        written,
                        value.isBoolean() ? Wording.say("true") : Wording.quoted(words(name, written))));
    }

    private static String words(String name, String written) {
        return name.equals("type") ? Wording.find("fieldtype." + written).orElse(written) : Wording.oneLine(written);
    }
}
