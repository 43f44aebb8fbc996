package no.rodtraad.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import no.rodtraad.application.Applications;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two who read the recommendation: the union representative and the appointing authority. */
final class RecommendationReaders {

    private RecommendationReaders() {}

    private static String recommendation(Applications applications, CaseAnswers answers, CaseId caseId) {
        return WriteRecommendation.asText(applications.ofCase(caseId), answers.latest(caseId, null));
    }

    @Component
    static class UnionStatement implements FormBinding {

        private final Applications applications;
        private final CaseAnswers answers;

        UnionStatement(Applications applications, CaseAnswers answers) {
            this.applications = applications;
            this.answers = answers;
        }

        @Override
        public String formKey() {
            return "union-statement";
        }

        @Override
        public Map<String, @Nullable Object> load(FormContext context) {
            return Map.of("recommendationText", recommendation(applications, answers, context.caseId()));
        }

        @Override
        public void save(FormContext context, FormAnswers given) {
            context.set(HiringVariables.STATEMENT_GIVEN, true);
        }
    }

    @Component
    static class DecideAppointment implements FormBinding {

        private static final Map<String, String> AGREES =
                Map.of("yes", "Ingen merknader.", "remarks", "Merknader:", "no", "Uenig i innstillingen:");

        private final Applications applications;
        private final CaseAnswers answers;
        private final Journeys journeys;

        DecideAppointment(Applications applications, CaseAnswers answers, Journeys journeys) {
            this.applications = applications;
            this.answers = answers;
            this.journeys = journeys;
        }

        @Override
        public String formKey() {
            return "decide-appointment";
        }

        @Override
        public Map<String, @Nullable Object> load(FormContext context) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("recommendationText", recommendation(applications, answers, context.caseId()));
            Map<String, Object> latest = answers.latest(context.caseId(), null);
            shown.put(
                    "unionStatementText",
                    context.get(HiringVariables.STATEMENT_GIVEN).orElse(false)
                            ? (AGREES.getOrDefault(String.valueOf(latest.get("agrees")), "") + " "
                                            + latest.getOrDefault("statement", ""))
                                    .strip()
                            : "Ikke avgitt innen fristen.");
            return shown;
        }

        @Override
        public void save(FormContext context, FormAnswers given) {
            if (given.text("appointmentOutcome").equals("reconsider")) {
                // the recommendation is written anew, and nobody is left to interview in the meantime
                journeys.tellCase(
                        context.caseId() + ":reconsider:" + context.now().toEpochMilli(),
                        context.caseId(),
                        "case.candidatesAssessed",
                        Map.of());
            }
        }
    }
}
