package no.rodtraad.difference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the processes, tables and forms of two versions are called. Files are read only when somebody asks for them. */
final class FileNames {

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final Map<String, Map<String, String>> read = new HashMap<>();

    /** Both name to text. */
    FileNames(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
    }

    /** @param extension of the file that defines it: {@code .form} */
    Optional<String> find(String extension, String id) {
        String quoted = "\"" + id + "\"";
        return Stream.of(after, before)
                .flatMap(files -> files.entrySet().stream())
                .filter(file ->
                        file.getKey().endsWith(extension) && file.getValue().contains(quoted))
                .flatMap(file -> Stream.ofNullable(names(file).get(id)))
                .findFirst();
    }

    private Map<String, String> names(Map.Entry<String, String> file) {
        return read.computeIfAbsent(
                file.getValue(), text -> ReadFile.of(file.getKey(), text).names());
    }
}
