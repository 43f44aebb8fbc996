package no.rodtraad.application;

import java.util.LinkedHashMap;
import java.util.Map;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which HR decides whether an applicant may be left out of the public list. */
@Component
class AssessListExemption implements FormBinding {

    private final Applications applications;

    AssessListExemption(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String formKey() {
        return "assess-list-exemption";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        ApplicationInfo application = applications.get(applicationOf(context));
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("applicantName", application.applicantName());
        values.put("exemptionReason", application.exemptionReason());
        return values;
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        String assessment = answers.text("exemptionAssessment").strip();
        if (assessment.isEmpty()) {
            throw new FormRejected("Skriv vurderingen. Søkeren får den, og den arkiveres.");
        }
        boolean granted = switch (answers.text("exemptionGranted")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new FormRejected("Velg om søkeren skal unntas fra den offentlige søkerlisten.");
        };
        applications.decideExemption(applicationOf(context), granted, assessment);
    }

    private static ApplicationId applicationOf(FormContext context) {
        return context.applicationId()
                .orElseThrow(() -> new IllegalStateException(
                        "Step %s of case %s is about no application".formatted(context.step(), context.caseId())));
    }
}
