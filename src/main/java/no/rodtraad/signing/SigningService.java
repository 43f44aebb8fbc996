package no.rodtraad.signing;

import java.util.List;
import no.rodtraad.capability.CapabilityAdapter;

/**
 * One way to get a contract signed. {@link #capability()} is {@code SIGNING}; {@link #id()} is {@code local},
 * {@code posten} or {@code manual}. Every call may be repeated, and may fail: it throws an unchecked exception, and is
 * tried again.
 *
 * <p>What happens to a job is asked for with {@link #poll}, handled in a transaction, and acknowledged afterwards. An event
 * that was not acknowledged comes again; one that comes again is recognised and changes nothing twice.
 */
public interface SigningService extends CapabilityAdapter {

    /** Whether each {@link Signer} must have a national identity number. HR is asked for them before the contract is sent. */
    default boolean needsNationalIds() {
        return false;
    }

    /** Begins a signing. The same {@link SigningRequest#key()} again gives the same job and changes nothing. */
    SigningJobRef start(SigningRequest request);

    /**
     * What has happened since the last time, oldest first; empty when nothing has, or when it is too early to ask again.
     * Called often, by one node at a time.
     */
    List<SigningEvent> poll();

    /**
     * The signed PDF (PAdES) of a job whose {@link SigningEvent.AllSigned} was seen.
     *
     * @throws IllegalStateException when there is none yet
     */
    SignedDocument fetch(SigningJobRef job);

    /**
     * Tells the service that the event is dealt with. For {@link SigningEvent.AllSigned} only when the bytes are stored and
     * the record is archived in a committed transaction: the service may delete its copy from then on. May be told twice.
     */
    void acknowledge(SigningEvent event);

    /** Ends a job that nobody needs. One that is over already, or is unknown, is no error. */
    void cancel(SigningJobRef job);
}
