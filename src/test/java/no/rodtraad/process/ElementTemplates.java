package no.rodtraad.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The building blocks that the Modeler offers for the diagrams in {@code processes/}. */
final class ElementTemplates {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    private ElementTemplates() {}

    record Template(JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        List<Property> properties() {
            return nodes(json.path("properties")).map(Property::new).toList();
        }

        /** The value it always gives the step there. */
        Optional<String> fixed(String bindingName) {
            return properties().stream()
                    .filter(property ->
                            property.type().equals("Hidden") && property.name().equals(bindingName))
                    .map(property -> property.json().path("value").asText())
                    .findFirst();
        }
    }

    record Property(JsonNode json) {

        String type() {
            return json.path("type").asText();
        }

        /** What it sets on the step, e.g. {@code camunda:formRef} or the name of an input parameter. */
        String name() {
            return json.path("binding").path("name").asText();
        }

        /** Everything it may be set to, without the empty choice; where it is free text, what it is at first. */
        List<String> values() {
            Stream<String> offered = json.has("choices")
                    ? nodes(json.path("choices"))
                            .map(choice -> choice.path("value").asText())
                    : Stream.of(json.path("value").asText());
            return offered.filter(value -> !value.isEmpty()).toList();
        }
    }

    static List<Template> all() {
        List<Template> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                nodes(new ObjectMapper().readTree(file.toFile()))
                        .map(Template::new)
                        .forEach(all::add);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    /** What all templates together offer there. */
    static List<String> values(String bindingName) {
        return all().stream()
                .flatMap(template -> template.properties().stream())
                .filter(property -> property.name().equals(bindingName))
                .flatMap(property -> property.values().stream())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
