package no.rodtraad.guardrail;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.rodtraad.process.HiringVariables;

/** The shipped files, and the rules as the application asks them. */
final class Shipped {

    static final Map<String, String> FILES = files();

    private Shipped() {}

    static Rules rules() {
        try (Stream<Path> texts = Files.list(Path.of("src/main/resources/messages/nb"))) {
            Set<String> messages = texts.map(
                            text -> text.getFileName().toString().replace(".txt", ""))
                    .collect(toSet());
            return new Rules(
                    FILES,
                    Set.of(
                            "manager",
                            "hr",
                            "hrLead",
                            "budgetOwner",
                            "appointingAuthority",
                            "union",
                            "panel",
                            "userPanel",
                            "buddy",
                            "payroll",
                            "it",
                            "workplace",
                            "archive",
                            "region",
                            "hostHr"),
                    messages,
                    HiringVariables.declared().keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All shipped files, with another text for one of them. */
    static Map<String, String> with(String file, String text) {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put(file, text);
        return files;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (String folder : Set.of("processes", "forms")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
