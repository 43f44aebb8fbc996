package no.rodtraad.guardrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules as a plugin for Camunda Modeler: what the build has translated, with the words and the names of this
 * installation, so that the Modeler knows what is in use here.
 */
@Component
class ModelerPlugin {

    private static final String FOLDER = "rodtraad-regler/";
    private static final String RULES = "guardrail/modeler/rules.js";
    private static final String GLUE = "guardrail/modeler/glue.js";
    private static final String INDEX = """
            module.exports = { name: 'Rød tråd: regler for prosesser', script: './client.js' };
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rules rules;

    ModelerPlugin(Rules rules) {
        this.rules = rules;
    }

    /** Whether the build has made it; an application started from its sources has none. */
    boolean isThere() {
        return ModelerPlugin.class.getClassLoader().getResource(RULES) != null;
    }

    /** A zip with the folder that is copied to the Modeler. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, "index.js", INDEX);
            add(zip, "client.js", client());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(FOLDER + name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    String client() {
        return """
                (function () {
                const rules = {};
                (function (exports) {
                %s
                })(rules);
                const words = %s;
                const names = %s;
                %s
                })();
                """.formatted(read(RULES), json(Rules.texts()), json(rules.known()), read(GLUE));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String resource) {
        try (@Nullable InputStream in = ModelerPlugin.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing; the build makes it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
