package no.rodtraad.assessment;

import java.util.Map;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells each chosen candidate's journey to invite to an interview. */
@Component("inviteCandidates")
class InviteCandidates implements JavaDelegate {

    private final Applications applications;
    private final Journeys journeys;

    InviteCandidates(Applications applications, Journeys journeys) {
        this.applications = applications;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        StepId step = StepId.of(execution);
        applications.openOfCase(caseId).stream()
                .filter(ApplicationInfo::invited)
                .forEach(application -> journeys.tellCandidate(
                        step + ":" + application.id(), caseId, application.id(), "candidate.invited", Map.of()));
    }
}
