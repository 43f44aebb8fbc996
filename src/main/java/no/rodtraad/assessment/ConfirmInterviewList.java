package no.rodtraad.assessment;

import java.util.List;
import java.util.Map;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Assessment;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.HiringVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * «Bekreft intervjulisten»: the manager chooses who is invited, and whether the others are answered now. Nobody chosen
 * closes the case, and everyone gets the answer that says so.
 */
@Component
class ConfirmInterviewList implements FormBinding {

    private final Applications applications;

    ConfirmInterviewList(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String formKey() {
        return "confirm-interview-list";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        List<ApplicationInfo> open = applications.openOfCase(context.caseId());
        return Map.of(
                "candidateOptions",
                CandidateOptions.of(open),
                "interviewList",
                open.stream()
                        .filter(application -> application.assessment() == Assessment.QUALIFIED)
                        .map(application -> application.id().toString())
                        .toList());
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        List<ApplicationId> chosen =
                answers.texts("interviewList").stream().map(ApplicationId::of).toList();
        applications.invite(chosen);
        context.set(HiringVariables.ANY_TO_INTERVIEW, !chosen.isEmpty());
        context.set(
                HiringVariables.ANSWER_NOW,
                !chosen.isEmpty() && answers.text("answerOthers").equals("now"));
    }
}
