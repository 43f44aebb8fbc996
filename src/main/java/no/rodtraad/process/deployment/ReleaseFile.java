package no.rodtraad.process.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * One file of a release.
 *
 * @param defines what the file defines, as people read it: «Prosessen advert», «Beslutningen deadlines», «Skjemaet
 *     write-advert»
 * @param firstId id of the first of them
 */
record ReleaseFile(String name, FileKind kind, String text, Set<String> defines, String firstId) {

    static final int MOST_KILOBYTES = 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws Unreadable when it is of another kind, too large, not to be read, or defines nothing */
    static ReleaseFile read(String name, byte[] content) throws Unreadable {
        FileKind kind = FileKind.of(name).orElseThrow(() -> new Unreadable(Faults.kind(name)));
        if (content.length > MOST_KILOBYTES * 1024) {
            throw new Unreadable(Faults.size(name, MOST_KILOBYTES));
        }
        return read(name, kind, decode(name, content));
    }

    static ReleaseFile read(String name, String text) throws Unreadable {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReleaseFile read(String name, FileKind kind, String text) throws Unreadable {
        Set<String> ids = switch (kind) {
            case DIAGRAM -> ids(XmlTree.read(name, text), "process");
            case TABLE -> ids(XmlTree.read(name, text), "decision");
            case FORM -> formId(name, text);
        };
        if (ids.isEmpty()) {
            throw new Unreadable(Faults.nothing(name));
        }
        Set<String> defines = new LinkedHashSet<>();
        ids.forEach(id -> defines.add(label(kind) + " " + id));
        return new ReleaseFile(name, kind, text, defines, ids.iterator().next());
    }

    ReleaseFile named(String other) {
        return new ReleaseFile(other, kind, text, defines, firstId);
    }

    private static String label(FileKind kind) {
        return switch (kind) {
            case DIAGRAM -> "Prosessen";
            case TABLE -> "Beslutningen";
            case FORM -> "Skjemaet";
        };
    }

    private static Set<String> ids(Element definitions, String tag) {
        Set<String> ids = new LinkedHashSet<>();
        for (Element element : definitions.elements(tag)) {
            if (tag.equals("decision") || "true".equals(element.attribute("isExecutable"))) {
                ids.add(element.attribute("id", ""));
            }
        }
        ids.remove("");
        return ids;
    }

    private static Set<String> formId(String name, String text) throws Unreadable {
        try {
            JsonNode form = JSON.readTree(text);
            String id = form == null ? "" : form.path("id").asText();
            return id.isBlank() ? Set.of() : Set.of(id);
        } catch (JsonProcessingException e) {
            throw new Unreadable(Faults.unreadable(name, e));
        }
    }

    private static String decode(String name, byte[] content) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Faults.encoding(name));
        }
    }
}
