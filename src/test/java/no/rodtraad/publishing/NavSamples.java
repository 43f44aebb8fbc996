package no.rodtraad.publishing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The adverts that NAV publishes as examples, where they are at hand. */
final class NavSamples {

    private static final Path FILE = Path.of("../shared/schemas/nav-stillingsimport/transfer-ads.json");

    private NavSamples() {}

    /** The fields of all examples with the kind of their values, e.g. {@code employer.location.city} is a string. */
    static Map<String, String> fields() {
        assumeTrue(Files.exists(FILE), "NAV's examples are not at hand: " + FILE.toAbsolutePath());
        Map<String, String> fields = new TreeMap<>();
        try {
            new ObjectMapper().readTree(FILE.toFile()).forEach(ad -> collect("", ad, fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    static Map<String, String> fieldsOf(JsonNode ad) {
        Map<String, String> fields = new TreeMap<>();
        collect("", ad, fields);
        return fields;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> fields) {
        for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> field = all.next();
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                fields.put(name, value.getNodeType().name());
            }
            if (value.isObject()) {
                collect(name + ".", value, fields);
            }
            if (value.isArray()) {
                value.forEach(one -> collect(name + ".", one, fields));
            }
        }
    }
}
