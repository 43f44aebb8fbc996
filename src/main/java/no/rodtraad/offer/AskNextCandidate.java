package no.rodtraad.offer;

import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Reopening;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Asks the next in rank who has had no offer whether he or she is still interested, before somebody calls with one. For
 * one who has had a final answer already, a new journey begins.
 */
@Component("askNextCandidate")
class AskNextCandidate implements JavaDelegate {

    private static final String STILL_INTERESTED = "M15";

    private final Reserve reserve;
    private final Reopening reopening;

    AskNextCandidate(Reserve reserve, Reopening reopening) {
        this.reserve = reserve;
        this.reopening = reopening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        StepId step = StepId.of(execution);
        reserve.next(caseId).ifPresent(next -> ask(step, next));
    }

    private void ask(StepId step, ApplicationInfo next) {
        if (next.open()) {
            reserve.tell(step, next.caseId(), next.id(), STILL_INTERESTED);
        } else {
            reopening.reopen(step + ":" + next.id(), next.id());
        }
    }
}
