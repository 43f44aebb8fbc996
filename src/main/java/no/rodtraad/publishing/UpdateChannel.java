package no.rodtraad.publishing;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings one channel up to date with the advert, or says that somebody has to. */
@Component("updateChannel")
class UpdateChannel implements JavaDelegate {

    private final ChannelUpdates updates;

    UpdateChannel(ChannelUpdates updates) {
        this.updates = updates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean byHand = updates.update(CaseId.of(execution), HiringVariables.CHANNEL.from(execution));
        HiringVariables.BY_HAND.set(execution, byHand);
    }
}
