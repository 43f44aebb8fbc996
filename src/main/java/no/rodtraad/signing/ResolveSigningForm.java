package no.rodtraad.signing;

import java.util.Map;
import no.rodtraad.application.Withdrawals;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** HR decides what happens with a contract that was not signed: a new one, or the candidate withdraws. */
@Component
class ResolveSigningForm implements FormBinding {

    private final ContractStore contracts;
    private final Withdrawals withdrawals;

    ResolveSigningForm(ContractStore contracts, Withdrawals withdrawals) {
        this.contracts = contracts;
        this.withdrawals = withdrawals;
    }

    @Override
    public String formKey() {
        return "resolve-signing";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        Contract contract = contract(context);
        Contract.@Nullable Stop stop = contract.stop();
        String why = stop == null ? "" : stop.kind().sentence();
        String reason = stop == null || stop.reason() == null ? "" : "\n\n«%s»".formatted(stop.reason());
        return Map.of(
                "stopReason",
                contract.state() == Contract.State.ABORTED
                        ? why + reason + "\n\nSøkeren har siden trukket søknaden."
                        : why + reason);
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        Contract contract = contract(context);
        boolean again = answers.text("signingNext").equals("again");
        context.set(HiringVariables.SIGN_AGAIN, again);
        if (again) {
            if (contract.state() == Contract.State.ABORTED) {
                throw new FormRejected(
                        "Søkeren har trukket søknaden, så det kan ikke lages en ny avtale. Velg at kandidaten"
                                + " ikke vil ha stillingen.");
            }
            return;
        }
        if (contract.state() != Contract.State.ABORTED
                && !withdrawals.reported(contract.applicationId(), answers.text("signingComment"))) {
            throw new FormRejected(
                    "Søknaden kan ikke trekkes nå. Lag en ny avtale, eller ring den som er systemansvarlig.");
        }
    }

    private Contract contract(FormContext context) {
        ApplicationId applicationId = context.applicationId()
                .orElseThrow(() -> new IllegalStateException(
                        "The contract of case %s belongs to nobody".formatted(context.caseId())));
        return contracts
                .newest(applicationId)
                .orElseThrow(() -> new IllegalStateException("There is no contract in case " + context.caseId()));
    }
}
