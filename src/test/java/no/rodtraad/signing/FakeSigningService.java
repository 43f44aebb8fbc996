package no.rodtraad.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rodtraad.capability.Capability;

/** A signing service that tells what a test has written down, and remembers what it is told. */
final class FakeSigningService implements SigningService {

    static final String ID = "fake";

    final List<SigningRequest> started = new ArrayList<>();
    final List<SigningEvent> tells = new ArrayList<>();
    final List<SigningEvent> acknowledged = new ArrayList<>();
    final List<SigningJobRef> cancelled = new ArrayList<>();
    byte[] signed = {};
    boolean away;
    boolean needsNationalIds;

    @Override
    public Capability capability() {
        return Capability.SIGNING;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Prøvetjenesten";
    }

    @Override
    public String explanation() {
        return "For prøver.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return Optional.empty();
    }

    @Override
    public boolean needsNationalIds() {
        return needsNationalIds;
    }

    @Override
    public SigningJobRef start(SigningRequest request) {
        if (started.stream().noneMatch(known -> known.key().equals(request.key()))) {
            started.add(request);
        }
        return new SigningJobRef(ID, "job-" + request.key());
    }

    @Override
    public List<SigningEvent> poll() {
        if (away) {
            throw new IllegalStateException("The service is away");
        }
        return List.copyOf(tells);
    }

    @Override
    public SignedDocument fetch(SigningJobRef job) {
        if (away) {
            throw new IllegalStateException("The service is away");
        }
        return new SignedDocument(signed);
    }

    @Override
    public void acknowledge(SigningEvent event) {
        if (away) {
            throw new IllegalStateException("The service is away");
        }
        acknowledged.add(event);
    }

    @Override
    public void cancel(SigningJobRef job) {
        cancelled.add(job);
    }
}
