package no.rodtraad.talentpool;

import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the members of the talent pool of the vacancy that has been published. */
@Component
class NotifyPool implements JavaDelegate {

    private final Notices notices;

    NotifyPool(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.tellInterested(CaseId.of(execution));
    }
}
