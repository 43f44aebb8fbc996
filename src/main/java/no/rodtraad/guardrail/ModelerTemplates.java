package no.rodtraad.guardrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * The element templates for Camunda Modeler, with the forms and processes that a municipality's new cases use in the
 * drop-downs: a form of its own can be chosen as soon as it has been deployed.
 */
@Component
class ModelerTemplates {

    private static final String SHIPPED = "classpath*:processes/.camunda/element-templates/*.json";

    /** What a diagram is started with, by people or by the program. */
    private static final List<String> NOT_FOR_STEPS = List.of("report-need", "hiring-case");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DrawnProcesses drawn;

    ModelerTemplates(DrawnProcesses drawn) {
        this.drawn = drawn;
    }

    /** A zip with the files that are copied to the Modeler. */
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
            for (Map.Entry<String, JsonNode> file : shipped().entrySet()) {
                file.getValue().forEach(template -> fill(template, choices));
                zip.putNextEntry(new ZipEntry("rodtraad-" + file.getKey()));
                zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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

    private static Map<String, JsonNode> shipped() throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
            try (InputStream in = file.getInputStream()) {
                templates.put(Objects.requireNonNull(file.getFilename()), JSON.readTree(in));
            }
        }
        return templates;
    }
}
