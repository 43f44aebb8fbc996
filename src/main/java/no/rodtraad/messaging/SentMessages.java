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
     * @param toldAt when somebody logged that they have told the candidate what the mail did not
     */
    record SentMessage(
            ApplicationId applicationId,
            String code,
            String subject,
            String body,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant failedAt,
            @Nullable Instant toldAt) {

        /** In Norwegian, for employees. */
        public String delivery() {
            if (failedAt != null) {
                return toldAt == null ? "Ikke levert" : "Ikke levert, men fortalt";
            }
            return sentAt == null ? "Venter på å bli sendt" : "Sendt";
        }

        /** Whether the candidate still does not know what it says, because it did not arrive. */
        public boolean missed() {
            return failedAt != null && toldAt == null;
        }
    }
}
