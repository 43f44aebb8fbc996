package no.rodtraad.hiring;

import java.util.Map;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which case a form belongs to. */
@Component
class CaseFacts implements FormFacts {

    private final HiringCases cases;

    CaseFacts(HiringCases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, @Nullable Object> facts(FormContext context) {
        HiringCases.HiringCase hiring = cases.get(context.caseId());
        return Map.of(
                "caseId", context.caseId().value(),
                "caseNumber", context.caseId().caseNumber(),
                "caseTitle", hiring.title() + ", " + hiring.workplace());
    }
}
