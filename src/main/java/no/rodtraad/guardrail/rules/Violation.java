package no.rodtraad.guardrail.rules;

/**
 * A rule that a file breaks, in words for HR.
 *
 * @param rule its number in the catalogue, for example {@code G03}
 * @param refused whether it stops the file from being deployed; otherwise it is advice
 * @param elementId empty when it concerns the file as a whole
 * @param line from 1; 0 when unknown
 * @param what is wrong, and on which element
 * @param why the rule exists, with its source
 * @param mend how to put it right
 */
public record Violation(
        String rule,
        boolean refused,
        String file,
        String elementId,
        int line,
        int column,
        String what,
        String why,
        String mend) {}
