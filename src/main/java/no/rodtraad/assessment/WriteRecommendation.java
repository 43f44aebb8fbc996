package no.rodtraad.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** «Skriv innstilling»: up to three ranked candidates among those who were interviewed. */
@Component
class WriteRecommendation implements FormBinding {

    private final Applications applications;

    WriteRecommendation(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String formKey() {
        return "write-recommendation";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        return Map.of(
                "candidateOptions",
                CandidateOptions.of(applications.openOfCase(context.caseId()).stream()
                        .filter(application -> application.interviewedAt() != null)
                        .toList()));
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        List<String> ranked = Stream.of("firstChoice", "secondChoice", "thirdChoice")
                .map(answers::text)
                .filter(id -> !id.isEmpty())
                .toList();
        if (ranked.stream().distinct().count() < ranked.size()) {
            throw new FormRejected(
                    "Den samme kandidaten er valgt flere ganger. Velg ulike kandidater i innstillingen.");
        }
        if (answers.text("secondChoice").isEmpty()
                && !answers.text("thirdChoice").isEmpty()) {
            throw new FormRejected("Nummer tre er valgt, men ikke nummer to. Fyll ut rekkefølgen ovenfra.");
        }
        applications.ranked(
                context.caseId(), ranked.stream().map(ApplicationId::of).toList());
    }

    /** The ranking as text, for those who read the recommendation. */
    static String asText(List<ApplicationInfo> applications, Map<String, Object> answers) {
        StringBuilder text = new StringBuilder();
        applications.stream()
                .filter(application -> application.rank() != null)
                .sorted(java.util.Comparator.comparing(
                        application -> java.util.Objects.requireNonNullElse(application.rank(), 0)))
                .forEach(application -> text.append(application.rank())
                        .append(". ")
                        .append(application.applicantName())
                        .append('\n'));
        for (String key : List.of("comparison", "recommendationReason")) {
            @Nullable Object answer = answers.get(key);
            if (answer != null) {
                text.append('\n').append(answer).append('\n');
            }
        }
        return text.toString().strip();
    }
}
