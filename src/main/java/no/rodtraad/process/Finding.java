package no.rodtraad.process;

import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about one place in a file that is being deployed.
 *
 * @param rule the rule's code, e.g. {@code G03}
 * @param file the file's name
 * @param elementId the element in it, if it has an id
 * @param line from 1; 0 when the place is unknown
 * @param column from 1; 0 when the place is unknown
 * @param what what is wrong, a Norwegian sentence like the two that follow
 * @param why why that matters, with its source; may be empty
 * @param mend what to do about it; may be empty
 */
public record Finding(
        String rule,
        Severity severity,
        String file,
        @Nullable String elementId,
        int line,
        int column,
        String what,
        String why,
        String mend) {

    /** An error refuses the deployment; a warning is kept and shown. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** All it says in one text, e.g. «… (G03)». */
    public String text() {
        return (what + " " + why + " " + mend).strip().replaceAll(" +", " ") + " (" + rule + ")";
    }
}
