package no.rodtraad.plan;

import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A hiring that is called off has no meetings to come. */
@Component
class CancelMeetings implements JavaDelegate {

    private final Meetings meetings;

    CancelMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        meetings.cancelAll(CaseId.of(execution));
    }
}
