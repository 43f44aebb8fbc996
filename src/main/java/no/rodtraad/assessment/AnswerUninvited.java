package no.rodtraad.assessment;

import java.util.Map;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives those who are not invited to an interview their final answer at once, instead of letting them wait for the others. */
@Component("answerUninvited")
class AnswerUninvited implements JavaDelegate {

    private final Applications applications;
    private final Journeys journeys;

    AnswerUninvited(Applications applications, Journeys journeys) {
        this.applications = applications;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        StepId step = StepId.of(execution);
        applications.lockCase(caseId);
        applications.openOfCase(caseId).stream()
                .filter(application -> !application.invited())
                .forEach(application -> answer(step, application));
    }

    private void answer(StepId step, ApplicationInfo application) {
        applications.conclude(application.id(), Outcome.REJECTED);
        journeys.tellCandidate(
                step + ":" + application.id(),
                application.caseId(),
                application.id(),
                "candidate.concluded",
                Map.of(
                        HiringVariables.OUTCOME,
                        Outcome.REJECTED.name(),
                        HiringVariables.INTERVIEWED,
                        false,
                        HiringVariables.ANSWER_CODE,
                        FinalAnswers.EARLY));
    }
}
