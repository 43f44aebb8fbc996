package no.rodtraad.vacancy;

import java.util.Map;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the vacancy until its new deadline, in every channel, and lets those who have applied know. */
@Component
class ProlongDeadline implements JavaDelegate {

    private static final String DEADLINE_MOVED = "M03";

    private final Vacancies vacancies;
    private final Adverts adverts;
    private final ReceivedApplications applications;
    private final Journeys journeys;

    ProlongDeadline(Vacancies vacancies, Adverts adverts, ReceivedApplications applications, Journeys journeys) {
        this.vacancies = vacancies;
        this.adverts = adverts;
        this.applications = applications;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        StepId step = StepId.of(execution);
        vacancies.reopen(caseId);
        adverts.changed(step.value(), caseId);
        for (ApplicationId application : applications.waiting(caseId)) {
            journeys.tellCandidate(
                    step + ":" + application,
                    caseId,
                    application,
                    "candidate.informed",
                    Map.of(HiringVariables.MESSAGE_CODE, DEADLINE_MOVED));
        }
    }
}
