package no.rodtraad.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a job. The same event may come several times, late, and out of order; it is known by job,
 * kind, party and {@link #since}.
 */
public sealed interface SigningEvent {

    SigningJobRef job();

    /** When it happened, as the service says; the same each time the event comes. */
    Instant since();

    /**
     * What {@link SigningService#acknowledge} needs to know; at most 2000 characters. May differ each time the event comes;
     * the newest one is used.
     */
    String ackHandle();

    /** Everybody has signed, and the document can be fetched. */
    record AllSigned(SigningJobRef job, Instant since, String ackHandle) implements SigningEvent {}

    record SignerSigned(SigningJobRef job, Instant since, String ackHandle, Party party) implements SigningEvent {}

    /** Somebody will not sign. @param reason in their own words, null where the service does not ask for one */
    record Rejected(
            SigningJobRef job,
            Instant since,
            String ackHandle,
            Party party,
            @Nullable String reason) implements SigningEvent {}

    /** The time is over without everybody having signed. */
    record Expired(SigningJobRef job, Instant since, String ackHandle) implements SigningEvent {}

    /** It cannot be signed. @param code what the service calls the reason, at most 100 characters, no personal data */
    record Failed(SigningJobRef job, Instant since, String ackHandle, String code) implements SigningEvent {}

    /** Something that needs no answer from us. */
    record Progress(SigningJobRef job, Instant since, String ackHandle) implements SigningEvent {}

    /** A status that did not exist when this was built. @param raw as the service wrote it, at most 200 characters */
    record Unknown(SigningJobRef job, Instant since, String ackHandle, String raw) implements SigningEvent {}
}
