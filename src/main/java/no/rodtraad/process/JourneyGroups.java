package no.rodtraad.process;

import java.util.Set;

/** The groups that people of the journey are in, so those that diagrams and tables may name. */
public interface JourneyGroups {

    /** Group ids. */
    Set<String> ids();
}
