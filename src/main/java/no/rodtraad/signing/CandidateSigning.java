package no.rodtraad.signing;

import java.util.Optional;
import no.rodtraad.application.ApplicationWithdrawn;
import no.rodtraad.application.ContractSigning;
import no.rodtraad.application.ContractView;
import no.rodtraad.application.SigningWay;
import no.rodtraad.document.Documents;
import no.rodtraad.process.ApplicationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contract as the candidate meets it. */
@Component
class CandidateSigning implements ContractSigning {

    private final ContractService contracts;
    private final ContractStore store;
    private final SigningHere here;
    private final SigningCodes codes;
    private final Documents documents;

    CandidateSigning(
            ContractService contracts, ContractStore store, SigningHere here, SigningCodes codes, Documents documents) {
        this.contracts = contracts;
        this.store = store;
        this.here = here;
        this.codes = codes;
        this.documents = documents;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContractView> waiting(ApplicationId applicationId) {
        return sent(applicationId)
                .map(contract -> new ContractView(
                        ContractView.State.valueOf(contract.state().name()),
                        hasSigned(contract, Party.CANDIDATE),
                        hasSigned(contract, Party.EMPLOYER)));
    }

    @Override
    @Transactional(readOnly = true)
    public SigningWay way(ApplicationId applicationId) {
        return sent(applicationId)
                .map(contract -> new SigningWay(
                        SigningWay.How.valueOf(contracts.wayOf(contract).name()),
                        codes.aliveUntil(contract.id()).orElse(null)))
                .orElse(new SigningWay(SigningWay.How.HERE, null));
    }

    @Override
    public void sendCode(ApplicationId applicationId) {
        saying(() -> here.sendCode(applicationId));
    }

    @Override
    public void sign(ApplicationId applicationId, String typedName, String typedCode) {
        saying(() -> here.signAsCandidate(applicationId, typedName, typedCode));
    }

    @Override
    public void refuse(ApplicationId applicationId, @Nullable String reason) {
        saying(() -> here.refuse(applicationId, reason));
    }

    private static void saying(Runnable work) {
        try {
            work.run();
        } catch (CannotSign refused) {
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

    /** A draft is not for the candidate yet, and one that was stopped not any more. */
    private Optional<Contract> sent(ApplicationId applicationId) {
        return store.newest(applicationId)
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .filter(contract -> contract.state() != Contract.State.STOPPED);
    }

    private boolean hasSigned(Contract contract, Party party) {
        return store.signatures(contract).stream().anyMatch(signature -> signature.party() == party);
    }
}
