package no.rodtraad.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The Norwegian texts follow the English ones of the version of Camunda that is in use. */
@DisplayName("Norske tekster i webapplikasjonene")
class TasklistLocaleTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void translatesEveryLabel(String app) throws IOException {
        assertThat(labels(app, "nb").keySet()).isEqualTo(labels(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void keepsThePlaceholders(String app) throws IOException {
        Map<String, String> norwegian = labels(app, "nb");

        labels(app, "en")
                .forEach((key, english) -> assertThat(placeholders(norwegian.getOrDefault(key, "")))
                        .as(app + " " + key)
                        .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void leavesNoTextEmpty(String app) throws IOException {
        Map<String, String> norwegian = labels(app, "nb");

        labels(app, "en").entrySet().stream()
                .filter(label -> !label.getValue().isBlank())
                .forEach(label -> assertThat(norwegian.getOrDefault(label.getKey(), ""))
                        .as(app + " " + label.getKey())
                        .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin"})
    void keepsTheLinksToPages(String app) throws IOException {
        Map<String, String> norwegian = labels(app, "nb");

        labels(app, "en").entrySet().stream()
                .filter(label -> label.getValue().contains("href=\"#"))
                .forEach(label -> assertThat(links(norwegian.getOrDefault(label.getKey(), "")))
                        .as(app + " " + label.getKey())
                        .isEqualTo(links(label.getValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void writesDatesInNorwegian(String app) throws IOException {
        JsonNode english = locale(app, "en").path("dateLocales");
        JsonNode norwegian = locale(app, "nb").path("dateLocales");

        assertThat(shape(norwegian)).isEqualTo(shape(english));
        assertThat(norwegian.at("/longDateFormat/L").asText()).isEqualTo("DD.MM.YYYY");
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        locale(app, language)
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        assertThat(labels).isNotEmpty();
        return labels;
    }

    private static JsonNode locale(String app, String language) throws IOException {
        String json = new ClassPathResource(ScriptPatch.ROOT + "app/" + app + "/locales/" + language + ".json")
                .getContentAsString(StandardCharsets.UTF_8);
        // the English files begin with a byte order mark
        return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1) == null ? "{}" : match.group(1))
                .sorted()
                .toList();
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Map<String, TreeSet<String>> shape(JsonNode dates) {
        Map<String, TreeSet<String>> shape = new TreeMap<>();
        dates.properties().forEach(part -> {
            TreeSet<String> names = new TreeSet<>();
            part.getValue().fieldNames().forEachRemaining(names::add);
            if (part.getValue().isArray()) {
                names.add(String.valueOf(part.getValue().size()));
            }
            shape.put(part.getKey(), names);
        });
        return shape;
    }
}
