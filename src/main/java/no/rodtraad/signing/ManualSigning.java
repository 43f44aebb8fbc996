package no.rodtraad.signing;

import java.util.Optional;
import java.util.UUID;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;
import no.rodtraad.capability.ManualWork;
import org.springframework.stereotype.Component;

/** Both sign on paper, and somebody uploads what was scanned, see {@link PaperSigning}. */
@Component
class ManualSigning extends OwnSigning {

    private final ContractStore contracts;
    private final ManualWork work;

    ManualSigning(OwnSigningDocuments documents, ContractStore contracts, ManualWork work) {
        super(documents);
        this.contracts = contracts;
        this.work = work;
    }

    @Override
    public String id() {
        return CapabilityAdapter.MANUAL;
    }

    @Override
    public String label() {
        return "På papir";
    }

    @Override
    public String explanation() {
        return "Avtalen skrives ut og signeres på papir. Leder eller HR laster opp den skannede avtalen, og Rød tråd"
                + " arkiverer den.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return Optional.empty();
    }

    /** From now on people work, and that is measured. */
    @Override
    public SigningJobRef start(SigningRequest request) {
        UUID id = UUID.fromString(request.key());
        Contract contract =
                contracts.find(id).orElseThrow(() -> new IllegalStateException("There is no contract " + id));
        work.began(request.tenantId(), Capability.SIGNING, contract.caseId(), workKey(id));
        return super.start(request);
    }

    @Override
    public void cancel(SigningJobRef job) {
        work.done(workKey(UUID.fromString(job.id())));
    }

    static String workKey(UUID contractId) {
        return "signing:" + contractId;
    }
}
