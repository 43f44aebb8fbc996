package no.rodtraad.guardrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.process.DrawnProcesses;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Everything a designer opens in Camunda Modeler: the files that a municipality's new cases follow, and the element
 * templates, with those forms and processes in the drop-downs. A form of one's own can be chosen when it has been deployed.
 */
@Component
class ModelerFolder {

    private static final String TEMPLATES = ".camunda/element-templates/";
    private static final String SHIPPED = "classpath*:processes/" + TEMPLATES + "*.json";

    /** What a diagram is started with, by people or by the program. */
    private static final List<String> NOT_FOR_STEPS = List.of("report-need", "hiring-case");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private final DrawnProcesses drawn;

    ModelerFolder(DrawnProcesses drawn) {
        this.drawn = drawn;
    }

    /** A zip with one folder; the Modeler finds the templates in it by itself. */
    byte[] zip(String tenantId) {
        Map<String, String> files = drawn.versions(tenantId).stream()
                .findFirst()
                .flatMap(version -> drawn.files(tenantId, version.id()))
                .orElse(Map.of());
        Map<String, List<Choice>> choices = Map.of(
                "camunda:formRef", sorted(forms(files)),
                "calledElement", sorted(processes(files)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            String folder = "rodtraad-" + tenantId + "/";
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                add(zip, folder + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, JsonNode> file : templates().entrySet()) {
                file.getValue().forEach(template -> fill(template, choices));
                add(zip, folder + TEMPLATES + file.getKey(), PRETTY.writeValueAsBytes(file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private record Choice(String id, String name) {}

    private static List<Choice> sorted(Stream<Choice> choices) {
        Collator norwegian = Collator.getInstance(Locale.forLanguageTag("nb"));
        return choices.filter(choice -> !NOT_FOR_STEPS.contains(choice.id()))
                .sorted((one, other) -> norwegian.compare(one.name(), other.name()))
                .toList();
    }

    private static Stream<Choice> forms(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .map(file -> form(file.getValue()));
    }

    private static Choice form(String text) {
        try {
            JsonNode form = JSON.readTree(text);
            String id = form.path("id").asText();
            return form.path("components").findValuesAsText("text").stream()
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith("## "))
                    .findFirst()
                    .map(heading -> new Choice(id, heading.substring(3).strip()))
                    .orElse(new Choice(id, id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form that is in use cannot be read", e);
        }
    }

    private static Stream<Choice> processes(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> read(file.getValue()).children().stream())
                .filter(element -> element.name().equals("bpmn:process"))
                .map(process -> new Choice(process.id(), process.attributes().getOrDefault("name", process.id())));
    }

    private static Element read(String diagram) {
        try {
            return XmlFile.read(diagram);
        } catch (XmlFile.Unreadable e) {
            throw new IllegalStateException("A diagram that is in use cannot be read", e);
        }
    }

    private static void fill(JsonNode template, Map<String, List<Choice>> choices) {
        for (JsonNode property : template.path("properties")) {
            List<Choice> known =
                    choices.get(property.path("binding").path("name").asText());
            if (known != null && property.has("choices")) {
                ArrayNode all = ((ObjectNode) property).putArray("choices");
                known.forEach(
                        choice -> all.addObject().put("name", choice.name()).put("value", choice.id()));
            }
        }
    }

    private static Map<String, JsonNode> templates() throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
            try (InputStream in = file.getInputStream()) {
                templates.put(Objects.requireNonNull(file.getFilename()), JSON.readTree(in));
            }
        }
        return templates;
    }
}
