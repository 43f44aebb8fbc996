package no.rodtraad.survey;

import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the process how it ended for the applicant; one who has been deleted is not asked about a job. */
@Component
class ReadOutcome implements JavaDelegate {

    private final Applications applications;

    ReadOutcome(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Outcome outcome = applications
                .find(ApplicationId.of(execution))
                .map(ApplicationInfo::outcome)
                .orElse(Outcome.REJECTED);
        HiringVariables.OUTCOME.set(execution, outcome.name());
    }
}
