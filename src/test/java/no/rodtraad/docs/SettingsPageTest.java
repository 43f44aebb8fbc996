package no.rodtraad.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Keeps {@code docs/reference/settings.md} and the code together. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("docs/reference/settings.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path YAML = Path.of("src/main/resources/application.yaml");

    private static final Pattern IN_A_STRING = Pattern.compile("[\"{](rodtraad\\.[a-z][a-z0-9.-]*)");
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{(rodtraad\\.[a-z0-9.-]+):([^}\"]+)}");
    private static final Pattern ROW = Pattern.compile("^\\| `(rodtraad\\.[^`]+)` \\|(.*)$", Pattern.MULTILINE);
    private static final Pattern ONE_MUNICIPALITY =
            Pattern.compile("^(rodtraad\\.(?:municipalities|talent-pool\\.contacts))\\.[^.]+\\.");

    @Test
    void namesEverySettingAndNoOther() throws Exception {
        Set<String> used = new TreeSet<>(inSources());
        Map<String, Class<?>> bound = boundClasses();
        used.removeAll(bound.keySet());
        bound.forEach((prefix, type) -> addComponents(prefix, type, used));
        used.addAll(inYaml());

        assertThat(onPage().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void saysTheDefaultThatTheCodeHas() throws Exception {
        Map<String, String> rows = onPage();
        assertThat(matches(WITH_DEFAULT))
                .isNotEmpty()
                .allSatisfy(match ->
                        assertThat(rows.get(match.group(1))).as(match.group(1)).contains("`" + match.group(2) + "`"));
    }

    private static Map<String, String> onPage() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static Set<String> inSources() throws IOException {
        return matches(IN_A_STRING).stream().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Set<MatchResult> matches(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SettingsPageTest::text)
                    .flatMap(text -> pattern.matcher(text).results())
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> inYaml() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(YAML));
        Properties properties = java.util.Objects.requireNonNull(yaml.getObject());
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("rodtraad."))
                .map(key -> ONE_MUNICIPALITY.matcher(key).replaceFirst("$1.<id>."))
                .collect(Collectors.toSet());
    }

    private static Map<String, Class<?>> boundClasses() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, Class<?>> classes = new TreeMap<>();
        for (var found : scanner.findCandidateComponents("no.rodtraad")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            classes.put(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        return classes;
    }

    private static void addComponents(String prefix, Class<?> type, Set<String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + kebab(component.getName());
            if (component.getGenericType() instanceof ParameterizedType map && map.getRawType() == Map.class) {
                Type value = map.getActualTypeArguments()[1];
                if (value instanceof Class<?> record) {
                    addComponents(key + ".<id>", record, into);
                } else {
                    into.add(key + ".<id>");
                }
            } else {
                into.add(key);
            }
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
