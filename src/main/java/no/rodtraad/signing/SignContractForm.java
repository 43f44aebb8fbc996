package no.rodtraad.signing;

import java.util.Map;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends whoever signs for the municipality to where that is done; the task ends by itself when it is. */
@Component
class SignContractForm implements FormBinding {

    private final ContractStore contracts;

    SignContractForm(ContractStore contracts) {
        this.contracts = contracts;
    }

    @Override
    public String formKey() {
        return "sign-contract";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        return Map.of("caseId", context.caseId().value());
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        boolean signed = contracts
                .newest(context.caseId())
                .filter(contract ->
                        contract.state() == Contract.State.SENT || contract.state() == Contract.State.SIGNED)
                .filter(contract -> contracts.signatures(contract).stream()
                        .anyMatch(signature -> signature.party() == Party.EMPLOYER))
                .isPresent();
        if (!signed) {
            throw new FormRejected(
                    "Avtalen er ikke signert for kommunen ennå. Åpne «Les og signer» i oppgaven og signer der."
                            + " Oppgaven blir borte av seg selv etterpå.");
        }
    }
}
