package no.rodtraad.messaging;

import java.util.Map;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has each journey of the case that is still open send its candidate a message. */
@Component
class InformApplicants implements JavaDelegate {

    static final String INFORMED = "candidate.informed";

    private final Recipients recipients;
    private final Journeys journeys;

    InformApplicants(Recipients recipients, Journeys journeys) {
        this.recipients = recipients;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepId step = StepId.of(execution);
        CaseId caseId = CaseId.of(execution);
        String code = HiringVariables.MESSAGE_CODE.from(execution);
        recipients
                .openOfCase(caseId)
                .forEach(applicationId -> journeys.tellCandidate(
                        step + ":" + applicationId,
                        caseId,
                        applicationId,
                        INFORMED,
                        Map.of(HiringVariables.MESSAGE_CODE, code)));
    }
}
