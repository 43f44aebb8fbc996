package no.rodtraad.messaging;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a message to the candidate of the journey, or to the one who was hired where the step belongs to the case. */
@Component
class SendCandidateMessage implements JavaDelegate {

    private final CandidateMessages messages;
    private final Recipients recipients;

    SendCandidateMessage(CandidateMessages messages, Recipients recipients) {
        this.messages = messages;
        this.recipients = recipients;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        messages.send(
                StepId.of(execution).value(),
                caseId,
                ApplicationId.find(execution).orElseGet(() -> hired(caseId)),
                HiringVariables.MESSAGE_CODE.from(execution));
    }

    private ApplicationId hired(CaseId caseId) {
        return recipients
                .hiredOfCase(caseId)
                .orElseThrow(() -> new IllegalStateException("Nobody is hired in case %s".formatted(caseId)));
    }
}
