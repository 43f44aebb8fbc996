package no.rodtraad.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rodtraad.guardrail.Drawing;
import no.rodtraad.guardrail.Drawing.Note;
import no.rodtraad.guardrail.XmlFile;
import no.rodtraad.guardrail.rules.Element;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param xml of a diagram or a table; {@code null} for a form and for what cannot be read
 * @param json of a form
 * @param names id to name of what the file defines
 */
record ReadFile(
        String name,
        String text,
        @Nullable Element xml,
        @Nullable JsonNode json,
        Map<String, String> names) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ReadFile of(String name, String text) {
        try {
            if (name.endsWith(".form")) {
                JsonNode form = JSON.readTree(text);
                return new ReadFile(name, text, null, form, FormParts.names(form));
            }
            if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
                Element root = XmlFile.read(text);
                return new ReadFile(name, text, root, null, defined(root));
            }
        } catch (XmlFile.Unreadable | JsonProcessingException e) {
            return unreadable(name, text);
        }
        return unreadable(name, text);
    }

    /** It is told of as a whole. */
    private static ReadFile unreadable(String name, String text) {
        return new ReadFile(name, text, null, null, Map.of());
    }

    private static Map<String, String> defined(Element root) {
        Map<String, String> names = new LinkedHashMap<>();
        root.children().stream()
                .filter(child ->
                        child.name().equals("bpmn:process") || child.name().equals("dmn:decision"))
                .forEach(child -> names.put(
                        child.id(),
                        child.attributes().getOrDefault("name", "").isBlank()
                                ? child.id()
                                : Wording.oneLine(child.attributes().getOrDefault("name", ""))));
        return names;
    }

    /** @return {@code null} when there is nothing to draw */
    @Nullable
    Drawing drawing(List<Note> notes) {
        return xml == null ? null : Drawing.of(xml, notes);
    }

    boolean isReadable() {
        return xml != null || json != null;
    }

    String title() {
        String called = names.values().stream().distinct().collect(Collectors.joining("», «"));
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return Wording.find("file." + kind).isPresent() && !called.isEmpty()
                ? Wording.say("file." + kind, called)
                : Wording.say("file", name);
    }

    /** What can differ, by place. */
    Map<String, Part> parts(Wording wording) {
        if (json != null) {
            return FormParts.of(json);
        }
        if (xml == null) {
            return Map.of();
        }
        return name.endsWith(".dmn") ? TableParts.of(xml) : DiagramParts.of(xml, wording);
    }
}
