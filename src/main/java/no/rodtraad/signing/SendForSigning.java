package no.rodtraad.signing;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets both parties sign. */
@Component("sendForSigning")
class SendForSigning implements JavaDelegate {

    private final ContractService contracts;

    SendForSigning(ContractService contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.send(StepId.of(execution).value(), CaseId.of(execution), ApplicationId.of(execution));
    }
}
