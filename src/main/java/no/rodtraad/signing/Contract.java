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
        @Nullable UUID evidenceDocumentId,
        State state,
        @Nullable Stop stop) {

    enum State {
        DRAFT,
        SENT,
        SIGNED,
        /** Nobody needs it any more. */
        ABORTED,
        /** It was not signed, and HR decides what happens. */
        STOPPED
    }

    /** Why it was not signed. @param reason what the signer wrote, null where nothing was */
    record Stop(Kind kind, @Nullable String reason) {

        enum Kind {
            CANDIDATE_REFUSED("Kandidaten vil ikke signere."),
            EMPLOYER_REFUSED("Den som skulle signere for kommunen, vil ikke signere."),
            EXPIRED("Tiden for å signere er ute, og ikke begge har signert."),
            FAILED("Signeringstjenesten fikk ikke gjennomført signeringen.");

            private final String sentence;

            Kind(String sentence) {
                this.sentence = sentence;
            }

            String sentence() {
                return sentence;
            }
        }
    }

    record Signature(Party party, String name, Method method, Instant signedAt, String sha256) {}

    /** How someone has shown who they are. */
    enum Method {
        LINK_AND_NAME("Åpnet den personlige, hemmelige lenken sin og skrev navnet sitt"),
        LOGIN_AND_CONFIRMATION("Logget inn med egen bruker, og bekreftet å ha lest avtalen og å ha fullmakt"),
        CODE_BY_MAIL(
                "Åpnet sin personlige lenke og skrev navnet sitt og en engangskode sendt til e-postadressen i søknaden"),
        PASSWORD_AGAIN(
                "Logget inn med egen bruker, bekreftet å ha lest avtalen og å ha fullmakt, og skrev passordet på nytt"),
        SIGNING_SERVICE("Signerte hos signeringstjenesten; se signaturene i dokumentet"),
        ON_PAPER("Signerte på papir; den signerte avtalen er skannet");

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
