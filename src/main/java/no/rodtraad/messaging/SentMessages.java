package no.rodtraad.messaging;

import java.time.Instant;
import java.util.List;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** What was sent to whom and when. */
public interface SentMessages {

    /** Newest first. */
    List<SentMessage> toApplication(ApplicationId applicationId);

    /** Newest first. */
    List<SentMessage> ofCase(CaseId caseId);

    /**
     * One message to one candidate.
     *
     * @param code the catalogue's id, e.g. {@code M01}
     * @param body all of the text, also what the mail leaves for the candidate's page, without the secret link
     * @param sentAt when a mail server took it
     * @param failedAt when delivery was given up
     */
    record SentMessage(
            ApplicationId applicationId,
            String code,
            String subject,
            String body,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant failedAt) {}
}
