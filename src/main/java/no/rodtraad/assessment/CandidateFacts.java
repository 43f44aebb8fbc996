package no.rodtraad.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import no.rodtraad.application.Applications;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormFacts;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a form is about. */
@Component
class CandidateFacts implements FormFacts {

    private final Applications applications;

    CandidateFacts(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Map<String, @Nullable Object> facts(FormContext context) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("applicantCount", applications.count(context.caseId()));
        long wished = applications.openOfCase(context.caseId()).stream()
                .filter(application -> application.wish() != null)
                .count();
        if (wished > 0) {
            facts.put("applicantsWithWishes", wished);
        }
        context.applicationId().flatMap(applications::find).ifPresent(application -> {
            facts.put("candidateName", application.applicantName());
            facts.put("candidatePhone", application.phone());
            if (application.interviewAt() != null) {
                facts.put(
                        "interviewTime",
                        OsloTime.dateAndTime(application.interviewAt()) + ", " + application.interviewPlace());
            }
        });
        return facts;
    }
}
