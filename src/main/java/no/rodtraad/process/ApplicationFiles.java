package no.rodtraad.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, tables and forms that the application brings, under names that do not depend on where it runs. */
public final class ApplicationFiles {

    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form");

    private ApplicationFiles() {}

    /** Name, e.g. {@code processes/advert.bpmn}, to text. */
    public static Map<String, String> read() {
        Map<String, String> files = new TreeMap<>();
        PATTERNS.forEach(pattern -> read(pattern, files));
        return files;
    }

    private static void read(String pattern, Map<String, String> into) {
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                String path = resource.getURL().getPath();
                String folder = pattern.substring(0, pattern.indexOf('/') + 1);
                String name = path.substring(path.lastIndexOf("/" + folder) + 1);
                try (InputStream in = resource.getInputStream()) {
                    into.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
