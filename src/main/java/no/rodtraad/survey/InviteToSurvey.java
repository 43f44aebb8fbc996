package no.rodtraad.survey;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the applicant of the process about what the step names. */
@Component
class InviteToSurvey implements JavaDelegate {

    private final SurveyInvitations invitations;

    InviteToSurvey(SurveyInvitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.invite(
                SurveyKind.valueOf(HiringVariables.SURVEY_KIND.from(execution)),
                CaseId.of(execution),
                ApplicationId.of(execution));
    }
}
