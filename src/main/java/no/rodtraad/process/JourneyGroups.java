package no.rodtraad.process;

import java.util.Map;
import java.util.Set;

/** The groups that people of the journey are in, so those that diagrams and tables may name. */
public interface JourneyGroups {

    /** Group id to the name people read, in the order of the journey. */
    Map<String, String> names();

    /** Group ids. */
    default Set<String> ids() {
        return names().keySet();
    }
}
