package no.rodtraad.archive;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Decisions;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code archive-requirements}, which HR and the archivist own. */
@Component
class DecidedRecords implements RequiredRecords {

    private static final String TABLE = "archive-requirements";

    private final Decisions decisions;
    private final HiringCases cases;
    private final Applicants applicants;

    DecidedRecords(Decisions decisions, HiringCases cases, Applicants applicants) {
        this.decisions = decisions;
        this.cases = cases;
        this.applicants = applicants;
    }

    @Override
    public Set<String> forCase(CaseId caseId, boolean hired) {
        boolean cancelled = cases.get(caseId).state() == HiringCases.State.CANCELLED;
        boolean hadApplicants = !applicants.ofCase(caseId).isEmpty();
        return decisions
                .evaluate(
                        caseId.tenantId(),
                        TABLE,
                        Map.of("hired", hired, "cancelled", cancelled, "hadApplicants", hadApplicants))
                .stream()
                .map(outputs -> String.valueOf(outputs.get("documentCode")))
                .collect(Collectors.toSet());
    }
}
