package no.rodtraad.process.deployment;

import java.util.List;
import java.util.stream.Collectors;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import no.rodtraad.process.ReleaseRefused;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a deployment with errors in it, in the words the Modeler looks for: only a message that begins like the
 * engine's own parser's is shown as something wrong with the diagram.
 */
final class RefusedDeployment {

    private static final String BEGINNING = "ENGINE-09005 Could not parse BPMN process. Errors: ";

    private RefusedDeployment() {}

    /** @param errors at least one */
    static ParseException because(List<Finding> errors) {
        String message = errors.stream().map(RefusedDeployment::line).collect(Collectors.joining("", BEGINNING, ""));
        String file = errors.get(0).file();
        List<Problem> problems = errors.stream()
                .filter(error -> error.file().equals(file))
                .<Problem>map(Told::new)
                .toList();
        ParseException refusal = new ParseException(message, file, problems, List.of());
        refusal.initCause(new ReleaseRefused(null, errors));
        return refusal;
    }

    /** What is wrong, also when the engine's own parser says so. */
    static ReleaseRefused inWords(ParseException refusal) {
        return refusal.getCause() instanceof ReleaseRefused refused
                ? refused
                : new ReleaseRefused(
                        null,
                        refusal.getResorceReports().stream()
                                .flatMap(report -> report.getErrors().stream()
                                        .map(problem -> finding(report.getResourceName(), problem)))
                                .toList());
    }

    private static Finding finding(String file, Problem problem) {
        return new Finding(
                "",
                Severity.ERROR,
                file,
                problem.getMainElementId(),
                problem.getLine(),
                problem.getColumn(),
                problem.getMessage(),
                "",
                "");
    }

    private static String line(Finding error) {
        String place = error.line() == 0 ? "" : " | line %d | column %d".formatted(error.line(), error.column());
        return "\n* %s | resource %s%s".formatted(error.text(), error.file(), place);
    }

    private record Told(Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.text();
        }

        @Override
        public int getLine() {
            return finding.line();
        }

        @Override
        public int getColumn() {
            return finding.column();
        }

        @Override
        public @Nullable String getMainElementId() {
            return finding.elementId();
        }

        @Override
        public List<String> getElementIds() {
            return finding.elementId() == null ? List.of() : List.of(finding.elementId());
        }
    }
}
