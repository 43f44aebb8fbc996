package no.rodtraad.signing;

import java.util.List;
import java.util.UUID;
import no.rodtraad.capability.Capability;

/**
 * A signing that needs no other system. What happens is known at once and handled in the same transaction, so there is
 * nothing to ask for and nobody to tell.
 */
abstract class OwnSigning implements SigningService {

    private final OwnSigningDocuments documents;

    OwnSigning(OwnSigningDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Capability capability() {
        return Capability.SIGNING;
    }

    @Override
    public SigningJobRef start(SigningRequest request) {
        return new SigningJobRef(id(), request.key());
    }

    @Override
    public List<SigningEvent> poll() {
        return List.of();
    }

    @Override
    public SignedDocument fetch(SigningJobRef job) {
        return documents
                .find(UUID.fromString(job.id()))
                .map(SignedDocument::new)
                .orElseThrow(() -> new IllegalStateException("Nobody has signed contract " + job.id()));
    }

    @Override
    public void acknowledge(SigningEvent event) {}

    @Override
    public void cancel(SigningJobRef job) {}
}
