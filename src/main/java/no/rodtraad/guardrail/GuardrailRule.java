package no.rodtraad.guardrail;

import java.util.List;
import java.util.Set;
import no.rodtraad.guardrail.rules.Violation;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentRule;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import org.springframework.stereotype.Component;

/**
 * Refuses what breaks a promise. What stood in the release before is not refused now, lest a new rule keep HR from mending
 * something else; only names and deadlines that are no longer there are, since the change has taken them away.
 */
@Component
class GuardrailRule implements DeploymentRule {

    /** Deadlines and names that a diagram uses must be in the release. */
    private static final Set<String> ACROSS_FILES = Set.of("G14", "G16");

    private final Rules rules;

    GuardrailRule(Rules rules) {
        this.rules = rules;
    }

    @Override
    public List<Finding> check(DeploymentDraft draft) {
        return rules.check(draft.files(), true).stream()
                .map(violation -> finding(violation, draft))
                .toList();
    }

    private static Finding finding(Violation violation, DeploymentDraft draft) {
        boolean sentNow = draft.changed().contains(violation.file());
        boolean refused = violation.refused() && (sentNow || ACROSS_FILES.contains(violation.rule()));
        return new Finding(
                violation.rule(),
                refused ? Severity.ERROR : Severity.WARNING,
                violation.file(),
                violation.elementId().isEmpty() ? null : violation.elementId(),
                violation.line(),
                violation.column(),
                violation.what(),
                violation.why(),
                violation.mend());
    }
}
