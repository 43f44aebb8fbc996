package no.rodtraad.signing;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the employment contract from what the case says. */
@Component("generateContract")
class GenerateContract implements JavaDelegate {

    private final ContractService contracts;

    GenerateContract(ContractService contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.generate(CaseId.of(execution), ApplicationId.of(execution));
    }
}
