package no.rodtraad.capability;

import java.util.Optional;

/** One way to do a capability. Every bean of this type is offered on {@code /saker/oppsett}. */
public interface CapabilityAdapter {

    /** The id of the adapter that lets people do the work by hand, in every capability that has one. */
    String MANUAL = "manual";

    Capability capability();

    /** Unique within the capability; kept in the database and therefore never changed. */
    String id();

    /** What it is called where it is chosen, e.g. «Mappe på disk». */
    String label();

    /** One or two sentences for the head of HR: what happens when this is chosen. */
    String explanation();

    /** Why it cannot be chosen now, in a sentence that says how to mend it; empty when it can. */
    Optional<String> unusableBecause();

    /** As {@link #unusableBecause()}, and what this municipality lacks. */
    default Optional<String> unusableBecause(String tenantId) {
        return unusableBecause();
    }
}
