package no.rodtraad.assessment;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A candidate's journey has come to the milestone named in the diagram. */
@Component("reportMilestone")
class ReportMilestone implements JavaDelegate {

    private final Milestones milestones;

    ReportMilestone(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        ApplicationId applicationId = ApplicationId.of(execution);
        String milestone = String.valueOf(execution.getVariableLocal("milestone"));
        switch (milestone) {
            case "interviewHeld" -> milestones.interviewHeld(caseId, applicationId);
            case "assessed" -> milestones.assessed(caseId, applicationId);
            case "answered" -> milestones.answered(caseId, applicationId);
            default -> throw new IllegalArgumentException("There is no milestone '" + milestone + "'");
        }
    }
}
