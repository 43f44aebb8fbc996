package no.rodtraad.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.process.ApplicationId;

/** What was written to an applicant. */
@FunctionalInterface
public interface LetterSource {

    /** The newest of the messages with one of the codes of the catalogue (e.g. {@code M21}). */
    Optional<Letter> newest(ApplicationId applicationId, Set<String> messageCodes);

    /** @param body plain text */
    record Letter(String messageCode, String subject, String body, Instant writtenAt) {}
}
