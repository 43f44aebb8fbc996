package no.rodtraad.signing;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the signing service that we have the signed contract in the archive. */
@Component("confirmSigning")
class ConfirmSigning implements JavaDelegate {

    private final ContractService contracts;

    ConfirmSigning(ContractService contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.confirmArchived(CaseId.of(execution), ApplicationId.of(execution));
    }
}
