package no.rodtraad.signing;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the signed contract; from here on the position is filled. */
@Component("recordSigning")
class RecordSigning implements JavaDelegate {

    private final ContractService contracts;

    RecordSigning(ContractService contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.record(CaseId.of(execution), ApplicationId.of(execution));
        HiringVariables.SIGNED.set(execution, true);
    }
}
