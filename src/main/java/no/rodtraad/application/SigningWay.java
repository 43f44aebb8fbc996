package no.rodtraad.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate signs the contract.
 *
 * @param codeUntil until when the code that was mailed can be used; null where none was, or it cannot be used any more
 */
public record SigningWay(How how, @Nullable Instant codeUntil) {

    public enum How {
        /** On the candidate's own page. */
        HERE,
        /** At a signing service that writes to the candidate itself. */
        SERVICE,
        PAPER
    }
}
