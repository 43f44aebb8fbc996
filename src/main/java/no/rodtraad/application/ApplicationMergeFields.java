package no.rodtraad.application;

import java.util.List;
import java.util.Map;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
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
        List<ApplicationInfo> all = applications.ofCase(caseId);
        fields.put("applicantCount", applications.count(caseId));
        all.stream()
                .filter(one -> one.outcome() == Outcome.HIRED)
                .findFirst()
                .ifPresent(hired -> fields.put("appointedName", hired.applicantName()));
        all.stream().filter(one -> one.id().equals(applicationId)).findFirst().ifPresent(application -> {
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
                fields.put("interviewAt", OsloTime.dateAndTime(application.interviewAt()));
            }
            String place = application.interviewPlace() != null
                    ? application.interviewPlace()
                    : String.join(" eller ", slots.places(caseId));
            if (!place.isEmpty()) {
                fields.put("interviewPlace", place);
            }
            if (application.outcome() != null) {
                fields.put(flag(application.outcome()), true);
            }
        });
    }

    private static String flag(Outcome outcome) {
        return switch (outcome) {
            case HIRED -> "outcomeHired";
            case DECLINED -> "outcomeDeclined";
            case REJECTED -> "outcomeRejected";
            case WITHDRAWN -> "outcomeWithdrawn";
            case CANCELLED -> "outcomeCancelled";
        };
    }
}
