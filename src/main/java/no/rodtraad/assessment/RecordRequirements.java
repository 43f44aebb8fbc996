package no.rodtraad.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.rodtraad.application.Applications;
import no.rodtraad.archive.RequiredRecords;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records a case needs is HR's decision table {@code archive-requirements}. */
@Component
class RecordRequirements implements RequiredRecords {

    private final Decisions decisions;
    private final HiringCases cases;
    private final Applications applications;

    RecordRequirements(Decisions decisions, HiringCases cases, Applications applications) {
        this.decisions = decisions;
        this.cases = cases;
        this.applications = applications;
    }

    @Override
    public Set<String> forCase(CaseId caseId, boolean hired) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("hired", hired);
        inputs.put("cancelled", cases.get(caseId).state() == HiringCases.State.CANCELLED);
        inputs.put("hadApplicants", !applications.ofCase(caseId).isEmpty());
        return decisions.evaluate(caseId.tenantId(), "archive-requirements", inputs).stream()
                .map(row -> String.valueOf(row.get("documentCode")))
                .collect(Collectors.toSet());
    }
}
