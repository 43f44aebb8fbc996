package no.rodtraad.guardrail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.JourneyGroups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The rules, knowing the names of this installation. */
@Configuration
class GuardrailConfiguration {

    private static final List<String> SHIPPED =
            List.of("classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form");
    private static final String MESSAGES = "classpath*:messages/nb/*.txt";

    @Bean
    Rules rules(JourneyGroups groups) {
        return new Rules(
                shipped(), groups.ids(), messages(), HiringVariables.declared().keySet());
    }

    private static Map<String, String> shipped() {
        Map<String, String> files = new TreeMap<>();
        for (Resource resource : SHIPPED.stream()
                .flatMap(pattern -> Arrays.stream(resources(pattern)))
                .toList()) {
            try (InputStream in = resource.getInputStream()) {
                files.put(nameOf(resource), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static Set<String> messages() {
        return Arrays.stream(resources(MESSAGES))
                .map(text -> nameOf(text).replace(".txt", ""))
                .collect(Collectors.toSet());
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource resource) {
        return Objects.requireNonNull(resource.getFilename());
    }
}
