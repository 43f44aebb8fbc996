package no.rodtraad.guardrail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.rodtraad.guardrail.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Judges files without deploying them. Nothing is kept. */
@Component
class DryRun {

    /** A diagram with hundreds of steps is a tenth of this. */
    private static final int MOST_BYTES = 2_000_000;

    private final Rules rules;

    DryRun(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param refused whether the files could not be deployed
     * @param findings refusals first
     */
    record Result(boolean refused, List<Violation> findings) {}

    /** Files of other types than diagrams, tables and forms, and files that are too large, are findings too. */
    Result check(List<MultipartFile> files) {
        Map<String, String> texts = new TreeMap<>();
        List<Violation> findings = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = nameOf(file);
            if (name.isEmpty()) {
                continue;
            }
            if (!isReadable(name)) {
                findings.add(refusal(
                        name,
                        "Filen er ikke et diagram, en tabell eller et skjema.",
                        "Velg filer som slutter på .bpmn, .dmn eller .form."));
            } else if (file.getSize() > MOST_BYTES) {
                findings.add(refusal(name, "Filen er over 2 MB.", "Del prosessen i flere diagrammer."));
            } else {
                texts.put(name, read(file));
            }
        }
        findings.addAll(rules.check(texts, false));
        findings.sort(Comparator.comparing((Violation finding) -> !finding.refused())
                .thenComparing(Violation::file)
                .thenComparing(Violation::rule));
        return new Result(findings.stream().anyMatch(Violation::refused), List.copyOf(findings));
    }

    /** The diagrams among the files, by name. */
    static Map<String, String> diagrams(List<MultipartFile> files) {
        Map<String, String> diagrams = new TreeMap<>();
        files.stream()
                .filter(file -> nameOf(file).endsWith(".bpmn") && file.getSize() <= MOST_BYTES)
                .forEach(file -> diagrams.put(nameOf(file), read(file)));
        return diagrams;
    }

    private static boolean isReadable(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
    }

    private static String nameOf(MultipartFile file) {
        @Nullable String name = file.getOriginalFilename();
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    private static String read(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Violation refusal(String file, String what, String mend) {
        return new Violation(
                "G16", true, file, "", 0, 0, what, "Bare diagrammer, tabeller og skjemaer kan tas i bruk.", mend);
    }
}
