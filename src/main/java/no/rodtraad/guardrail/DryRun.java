package no.rodtraad.guardrail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.rodtraad.guardrail.rules.Violation;
import no.rodtraad.process.DeploymentTrials;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Judges files as if they were deployed for a municipality. Nothing is kept. */
@Component
class DryRun {

    private final DeploymentTrials trials;

    DryRun(DeploymentTrials trials) {
        this.trials = trials;
    }

    /**
     * @param refused whether the files could not be deployed
     * @param findings refusals first
     */
    record Result(boolean refused, List<Violation> findings) {}

    Result check(String tenantId, List<MultipartFile> files, String userId) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach(file -> contents.put(nameOf(file), content(file)));
        List<Violation> findings = trials.check(tenantId, contents, userId).stream()
                .map(DryRun::violation)
                .sorted(Comparator.comparing((Violation finding) -> !finding.refused())
                        .thenComparing(Violation::file)
                        .thenComparing(Violation::rule))
                .toList();
        return new Result(findings.stream().anyMatch(Violation::refused), findings);
    }

    private static Violation violation(Finding finding) {
        @Nullable String elementId = finding.elementId();
        return new Violation(
                finding.rule(),
                finding.severity() == Severity.ERROR,
                finding.file(),
                elementId == null ? "" : elementId,
                finding.line(),
                finding.column(),
                finding.what(),
                finding.why(),
                finding.mend());
    }

    /** The diagrams among the files, by name. */
    static Map<String, String> diagrams(List<MultipartFile> files) {
        Map<String, String> diagrams = new TreeMap<>();
        files.stream()
                .filter(file -> nameOf(file).endsWith(".bpmn"))
                .forEach(file -> diagrams.put(nameOf(file), new String(content(file), StandardCharsets.UTF_8)));
        return diagrams;
    }

    private static String nameOf(MultipartFile file) {
        @Nullable String name = file.getOriginalFilename();
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
