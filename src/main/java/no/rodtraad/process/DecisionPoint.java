package no.rodtraad.process;

import org.jspecify.annotations.Nullable;

/**
 * Where a candidate may be lost, so where a clock runs: the four decision points of the journey, and before them the
 * approval of the need. Diagrams name them in the properties {@code startsClock} and {@code decisionPoint}; decision
 * tables name them in the column for the step.
 */
public enum DecisionPoint {
    /** From the need is reported until the position is approved. Not one of the four; no candidate waits yet. */
    NEED,
    /** From the position is approved until the advert is published. */
    ADVERT,
    /** From the application deadline until the last first interview is held. */
    INTERVIEW,
    /** From the last interview until the offer is sent. */
    OFFER,
    /** From the candidate's yes until both have signed. */
    SIGNING;

    /** @return null for a name that is none */
    public static @Nullable DecisionPoint find(@Nullable String name) {
        for (DecisionPoint point : values()) {
            if (point.name().equals(name)) {
                return point;
            }
        }
        return null;
    }
}
