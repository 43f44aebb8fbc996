package no.rodtraad.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** One version of the contract for one candidate. */
record Contract(
        UUID id,
        CaseId caseId,
        ApplicationId applicationId,
        int version,
        UUID documentId,
        @Nullable UUID signedDocumentId,
        State state) {

    enum State {
        DRAFT,
        SENT,
        SIGNED,
        ABORTED
    }

    enum Party {
        CANDIDATE,
        EMPLOYER
    }

    record Signature(Party party, String name, Method method, Instant signedAt, String sha256) {}

    /** How someone has shown who they are. */
    enum Method {
        LINK_AND_NAME("Åpnet den personlige, hemmelige lenken sin og skrev navnet sitt"),
        LOGIN_AND_CONFIRMATION("Logget inn med egen bruker, og bekreftet å ha lest avtalen og å ha fullmakt");

        private final String description;

        Method(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    /** What a reader gets: the signed contract where there is one. */
    UUID readableDocumentId() {
        return Optional.ofNullable(signedDocumentId).orElse(documentId);
    }
}
