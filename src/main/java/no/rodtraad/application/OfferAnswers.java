package no.rodtraad.application;

import java.util.Optional;
import no.rodtraad.process.ApplicationId;
import org.jspecify.annotations.Nullable;

/** Shows a candidate the offer and takes the answer. */
public interface OfferAnswers {

    /** The candidate's newest offer, also after it was answered or lapsed; its state tells. */
    Optional<OfferView> open(ApplicationId applicationId);

    /** @throws Refused when the offer can no longer be answered */
    void answer(ApplicationId applicationId, boolean accepted, @Nullable String reason);

    /** With a Norwegian sentence for the candidate. */
    class Refused extends RuntimeException {
        public Refused(String message) {
            super(message);
        }
    }
}
