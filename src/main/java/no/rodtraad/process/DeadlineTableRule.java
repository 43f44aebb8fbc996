package no.rodtraad.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.rodtraad.process.Finding.Severity;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.springframework.stereotype.Component;

/** Refuses a table of deadlines with cells nobody could follow. */
@Component
class DeadlineTableRule implements DeploymentRule {

    private static final String RULE = "S09";

    private final JourneyGroups groups;

    DeadlineTableRule(JourneyGroups groups) {
        this.groups = groups;
    }

    @Override
    public List<Finding> check(DeploymentDraft draft) {
        return draft.changed().stream()
                .filter(name -> name.endsWith(".dmn"))
                .sorted()
                .flatMap(
                        name -> check(name, Objects.requireNonNull(draft.files().get(name))))
                .toList();
    }

    private Stream<Finding> check(String name, String text) {
        try {
            new DeadlineTableParse(groups.ids()).name(name).sourceString(text).execute();
            return Stream.empty();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(problem -> finding(name, problem));
        }
    }

    private static Finding finding(String name, Problem problem) {
        return new Finding(
                RULE,
                Severity.ERROR,
                name,
                problem.getMainElementId(),
                problem.getLine(),
                problem.getColumn(),
                problem.getMessage(),
                "",
                "");
    }
}
