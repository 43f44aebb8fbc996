package no.rodtraad.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody or something a message may be for without being an application: a draft, a survey invitation, a member of the pool. */
public interface MessageSubject {

    /** {@code DRAFT}, {@code SURVEY}, {@code POOL}. */
    String kind();

    /** Empty when it is deleted: then nothing is sent. */
    Optional<Addressee> addressee(UUID subject);

    /**
     * Merge fields, {@code municipalityName} and {@code contact*} included. {@code recipientName} and
     * {@code applicantFirstName} come from the addressee. Dates as {@link java.time.LocalDate}, moments as
     * {@link java.time.Instant}: they are written in the addressee's language.
     */
    Map<String, Object> fields(UUID subject);

    /** Whole address; called in a transaction of its own before the mail leaves. */
    String newLink(UUID subject);

    record Addressee(String tenantId, String name, String email, Language language) {}
}
