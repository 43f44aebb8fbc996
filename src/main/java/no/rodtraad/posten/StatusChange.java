package no.rodtraad.posten;

import static no.digipost.signature.client.portal.SignatureStatus.EXPIRED;
import static no.digipost.signature.client.portal.SignatureStatus.NOT_APPLICABLE;
import static no.digipost.signature.client.portal.SignatureStatus.REJECTED;
import static no.digipost.signature.client.portal.SignatureStatus.SIGNED;
import static no.digipost.signature.client.portal.SignatureStatus.WAITING;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.digipost.signature.client.portal.PortalJobStatusChanged;
import no.digipost.signature.client.portal.Signature;
import no.digipost.signature.client.portal.SignatureStatus;
import no.rodtraad.signing.Party;
import no.rodtraad.signing.SigningEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a change at Posten means for us. The signers' statuses are an open set: one that is new is told as it is and stops
 * nothing. They sign one after the other, so whoever acted is the one whose turn it was.
 */
record StatusChange(PostenJob job, PortalJobStatusChanged change) {

    private static final int LONGEST_CODE = 100;
    /** What says nothing about why a job failed. */
    private static final Set<SignatureStatus> NOT_THE_REASON = Set.of(SIGNED, WAITING, NOT_APPLICABLE);

    SigningEvent event() {
        return switch (change.getStatus()) {
            case COMPLETED_SUCCESSFULLY -> new SigningEvent.AllSigned(job.ref(), newest(), handle());
            case FAILED -> failure();
            case IN_PROGRESS -> progress();
            case NO_CHANGES -> throw new IllegalArgumentException("Nothing has changed");
        };
    }

    /** When the newest thing happened. */
    Instant newest() {
        return change.getSignatures().stream()
                .map(Signature::getStatusDateTime)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private SigningEvent failure() {
        Optional<Signature> rejection = with(REJECTED);
        if (rejection.isPresent()) {
            return new SigningEvent.Rejected(
                    job.ref(), rejection.get().getStatusDateTime(), handle(), whoseTurn(), null);
        }
        if (with(EXPIRED).isPresent()) {
            return new SigningEvent.Expired(job.ref(), newest(), handle());
        }
        return new SigningEvent.Failed(
                job.ref(), newest(), handle(), outOfTheOrdinary().orElse("FAILED"));
    }

    private SigningEvent progress() {
        Optional<Instant> lastSigned =
                signed().stream().map(Signature::getStatusDateTime).max(Comparator.naturalOrder());
        if (lastSigned.isPresent()) {
            return new SigningEvent.SignerSigned(job.ref(), lastSigned.get(), handle(), party(signed().size() - 1));
        }
        @Nullable String unknown = outOfTheOrdinary().orElse(null);
        return unknown == null
                ? new SigningEvent.Progress(job.ref(), newest(), handle())
                : new SigningEvent.Unknown(job.ref(), newest(), handle(), unknown);
    }

    private Optional<String> outOfTheOrdinary() {
        return change.getSignatures().stream()
                .map(Signature::getStatus)
                .filter(status -> !NOT_THE_REASON.contains(status))
                .map(SignatureStatus::getIdentifier)
                .map(code -> code.substring(0, Math.min(code.length(), LONGEST_CODE)))
                .findFirst();
    }

    private Party whoseTurn() {
        return party(signed().size());
    }

    private Party party(int place) {
        return job.parties().get(Math.min(place, job.parties().size() - 1));
    }

    private List<Signature> signed() {
        return all(SIGNED).toList();
    }

    private Optional<Signature> with(SignatureStatus status) {
        return all(status).findFirst();
    }

    /** Not {@link Signature#is}, which compares identities, and every status that is read is an object of its own. */
    private Stream<Signature> all(SignatureStatus status) {
        return change.getSignatures().stream().filter(one -> one.getStatus().equals(status));
    }

    private String handle() {
        return change.getConfirmationReference().getConfirmationUrl().toString();
    }
}
