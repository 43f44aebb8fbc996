package no.rodtraad.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayName("Tekstene på de offentlige sidene")
class PublicTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern VALUE = Pattern.compile("\\{\\d");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.]+)");

    /** As the application reads them. */
    static PublicTexts texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("public");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PublicTexts(messages);
    }

    @Test
    void areThereInBothLanguages() throws IOException {
        Set<String> inBokmaal = keys("public.properties");
        // the form in which the need is reported names the groups in bokmål
        for (OccupationalGroup group : OccupationalGroup.values()) {
            inBokmaal.add("occupation." + group.value());
        }
        assertThat(keys("public_en.properties")).isEqualTo(inBokmaal);
    }

    @Test
    void sayInBothLanguagesWhatIsWrongWithAnApplication() throws IOException {
        Set<String> ofApplications = keys("messages.properties");
        // whoever joins the talent pool reads bokmål or nynorsk
        ofApplications.removeIf(key -> key.startsWith("pool."));
        assertThat(keys("messages_en.properties")).isEqualTo(ofApplications);
    }

    @Test
    void takeTheSameValuesInBothLanguages() throws IOException {
        for (String name : List.of("public", "messages")) {
            Properties english = texts(name + "_en.properties");
            texts(name + ".properties").forEach((key, text) -> {
                if (english.containsKey(key)) {
                    assertThat(values(english.get(key))).as("values in %s", key).isEqualTo(values(text));
                }
            });
        }
    }

    private static Set<String> values(Object text) {
        return VALUE.matcher(text.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areThereWhenATemplateAsksForThem() throws IOException {
        try (Stream<Path> templates = Files.list(RESOURCES.resolve("templates/candidate"))) {
            Set<String> asked = new TreeSet<>();
            for (Path template : templates.toList()) {
                KEY.matcher(Files.readString(template))
                        .results()
                        .map(PublicTextsTest::key)
                        .forEach(asked::add);
            }
            assertThat(asked).isNotEmpty().isSubsetOf(keys("public.properties"));
        }
    }

    private static String key(MatchResult found) {
        return found.group(1);
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(texts(file).stringPropertyNames());
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
