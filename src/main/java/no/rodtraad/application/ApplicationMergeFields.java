package no.rodtraad.application;

import java.util.Map;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/** What messages say about the applicant and the application. */
@Component
class ApplicationMergeFields implements MergeFieldSource {

    private final Applications applications;
    private final InterviewSlots slots;

    ApplicationMergeFields(Applications applications, InterviewSlots slots) {
        this.applications = applications;
        this.slots = slots;
    }

    @Override
    public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
        fields.put("applicantCount", applications.count(caseId));
        applications.find(applicationId).ifPresent(application -> {
            fields.put("recipientName", application.applicantName());
            fields.put("recipientEmail", application.email());
            fields.put("applicantName", application.applicantName());
            fields.put("applicantFirstName", application.firstName());
            fields.put("applicantEmail", application.email());
            if (application.exemptionGranted() != null) {
                fields.put("exemptionGranted", application.exemptionGranted());
            }
            if (application.exemptionAssessment() != null) {
                fields.put("exemptionAssessment", application.exemptionAssessment());
            }
            if (application.interviewAt() != null) {
                fields.put("interviewAt", application.interviewAt());
            }
            String place = application.interviewPlace() != null
                    ? application.interviewPlace()
                    : String.join(" eller ", slots.places(caseId));
            if (!place.isEmpty()) {
                fields.put("interviewPlace", place);
            }
        });
    }
}
