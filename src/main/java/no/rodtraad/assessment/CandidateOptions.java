package no.rodtraad.assessment;

import java.util.List;
import java.util.Map;
import no.rodtraad.application.ApplicationInfo;

/** Candidates as choices in a form: the application's id, shown as the applicant's name, how far it has come and which wish it is. */
final class CandidateOptions {

    private CandidateOptions() {}

    static List<Map<String, String>> of(List<ApplicationInfo> applications) {
        return applications.stream()
                .map(application -> Map.of("value", application.id().toString(), "label", label(application)))
                .toList();
    }

    private static String label(ApplicationInfo application) {
        return application.wish() == null
                ? standing(application)
                : "%s (%s)".formatted(standing(application), application.wish().words());
    }

    private static String standing(ApplicationInfo application) {
        if (application.rank() != null) {
            return "%d. %s".formatted(application.rank(), application.applicantName());
        }
        if (application.assessment() == null) {
            return application.applicantName();
        }
        return application.applicantName()
                + switch (application.assessment()) {
                    case QUALIFIED -> " – aktuell";
                    case MAYBE -> " – kanskje";
                    case NOT_QUALIFIED -> " – ikke aktuell";
                };
    }
}
