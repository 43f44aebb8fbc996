package no.rodtraad.signing;

import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.springframework.stereotype.Component;

/** Someone signs for the municipality. */
@Component
class SignContractForm implements FormBinding {

    private final ContractService contracts;

    SignContractForm(ContractService contracts) {
        this.contracts = contracts;
    }

    @Override
    public String formKey() {
        return "sign-contract";
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        if (!answers.flag("hasRead")) {
            throw new FormRejected("Bekreft at du har lest avtalen før du signerer.");
        }
        if (!answers.flag("actsForMunicipality")) {
            throw new FormRejected("Bekreft at du har fullmakt til å signere for kommunen.");
        }
        try {
            contracts.signForMunicipality(
                    context.caseId(), context.applicationId().orElse(null), context.userId());
        } catch (ContractService.CannotSign refused) {
            throw new FormRejected(refused.sentence());
        }
    }
}
