package no.rodtraad.signing;

import java.util.HashMap;
import java.util.Map;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** HR checks the contract. What is approved is what will be signed. */
@Component
class ReviewContractForm implements FormBinding {

    private final ContractTerms terms;
    private final ContractService contracts;

    ReviewContractForm(ContractTerms terms, ContractService contracts) {
        this.terms = terms;
        this.contracts = contracts;
    }

    @Override
    public String formKey() {
        return ContractTerms.REVIEW_FORM;
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        ApplicationId applicationId = applicationId(context);
        Map<String, Object> fields = terms.reviewFields(context.caseId(), applicationId);
        Terms content = terms.of(context.caseId(), applicationId, fields);
        Map<String, @Nullable Object> shown = new HashMap<>(fields);
        shown.put("contractApproved", false);
        shown.remove("contractComment");
        shown.remove("checklist");
        shown.put(
                "missingItems",
                content.complete() ? "Ingenting mangler." : "Dette mangler i avtalen:\n" + content.missingItems());
        return shown;
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        if (!answers.flag("contractApproved")) {
            return;
        }
        ApplicationId applicationId = applicationId(context);
        Terms content = terms.of(context.caseId(), applicationId, answers.values());
        if (!content.complete()) {
            throw new FormRejected("Avtalen kan ikke godkjennes før den har alt arbeidsmiljøloven § 14-6 krever. "
                    + content.missingItems());
        }
        contracts.generate(context.caseId(), applicationId, answers.values());
    }

    private static ApplicationId applicationId(FormContext context) {
        return context.applicationId()
                .orElseThrow(() -> new IllegalStateException(
                        "The contract of case %s belongs to nobody".formatted(context.caseId())));
    }
}
