package no.rodtraad.messaging;

import java.util.UUID;

/** Sends messages of the catalogue to those who have no application: by mail, in whole, and kept nowhere else. */
public interface DirectMessages {

    /**
     * Checks that the text has what it needs and leaves the mail to the outbox, in the caller's transaction. The text is
     * written again when the mail leaves, so nothing about the person is kept.
     *
     * @param key idempotency key; the same key again does nothing
     * @param kind of which {@link MessageSubject}
     * @param code the catalogue's id, e.g. {@code M02}
     * @throws IllegalStateException naming the field when one is missing
     */
    void send(String key, String kind, UUID subject, String code);
}
