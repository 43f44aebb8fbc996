package no.rodtraad.process;

import org.jspecify.annotations.Nullable;

/**
 * The dated points of a plan, in the order of the journey. Diagrams name those that are no decision point in the property
 * {@code milestone}; the others are reached when their decision point is.
 */
public enum Milestone {
    POSITION_APPROVED(DecisionPoint.NEED),
    ADVERT_PUBLISHED(DecisionPoint.ADVERT),
    APPLICATION_DEADLINE(null),
    INTERVIEWS_HELD(DecisionPoint.INTERVIEW),
    OFFER_SENT(DecisionPoint.OFFER),
    CONTRACT_SIGNED(DecisionPoint.SIGNING),
    FIRST_DAY(null),
    PROBATION_TALK_1(null),
    PROBATION_TALK_2(null),
    PROBATION_TALK_3(null),
    PROBATION_DECIDED(null),
    PROBATION_COMPLETED(null);

    private final @Nullable DecisionPoint point;

    Milestone(@Nullable DecisionPoint point) {
        this.point = point;
    }

    /** The decision point that ends here, if any. */
    public @Nullable DecisionPoint point() {
        return point;
    }

    public static Milestone of(DecisionPoint point) {
        for (Milestone milestone : values()) {
            if (milestone.point == point) {
                return milestone;
            }
        }
        throw new IllegalStateException("No milestone ends at " + point);
    }

    /** @return null for a name that is none */
    public static @Nullable Milestone find(@Nullable String name) {
        for (Milestone milestone : values()) {
            if (milestone.name().equals(name)) {
                return milestone;
            }
        }
        return null;
    }
}
