package no.rodtraad.signing;

import java.util.Optional;
import no.rodtraad.application.ApplicationWithdrawn;
import no.rodtraad.application.Applications;
import no.rodtraad.application.ContractSigning;
import no.rodtraad.application.ContractView;
import no.rodtraad.application.Outcome;
import no.rodtraad.document.Documents;
import no.rodtraad.process.ApplicationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contract as the candidate meets it. */
@Component
class CandidateSigning implements ContractSigning {

    private final ContractService contracts;
    private final ContractStore store;
    private final Documents documents;
    private final Applications applications;

    CandidateSigning(ContractService contracts, ContractStore store, Documents documents, Applications applications) {
        this.contracts = contracts;
        this.store = store;
        this.documents = documents;
        this.applications = applications;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContractView> waiting(ApplicationId applicationId) {
        return sent(applicationId)
                .map(contract -> new ContractView(
                        ContractView.State.valueOf(contract.state().name()),
                        hasSigned(contract, Contract.Party.CANDIDATE),
                        hasSigned(contract, Contract.Party.EMPLOYER)));
    }

    @Override
    @Transactional
    public void sign(ApplicationId applicationId, String typedName) {
        try {
            contracts.signAsCandidate(applicationId, typedName);
            applications.conclude(applicationId, Outcome.HIRED);
        } catch (ContractService.CannotSign refused) {
            throw new Refused(refused.sentence());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(ApplicationId applicationId) {
        return sent(applicationId)
                .flatMap(contract -> documents.find(contract.readableDocumentId()))
                .map(Documents.StoredDocument::content);
    }

    @EventListener
    void on(ApplicationWithdrawn withdrawn) {
        contracts.abort(withdrawn.applicationId());
    }

    /** A draft is not for the candidate yet. */
    private Optional<Contract> sent(ApplicationId applicationId) {
        return store.newest(applicationId).filter(contract -> contract.state() != Contract.State.DRAFT);
    }

    private boolean hasSigned(Contract contract, Contract.Party party) {
        return store.signatures(contract).stream().anyMatch(signature -> signature.party() == party);
    }
}
