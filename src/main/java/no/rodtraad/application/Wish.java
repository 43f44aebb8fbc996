package no.rodtraad.application;

/**
 * How much the applicant wants this position among those of the same sending.
 *
 * @param number 1 for the first wish
 * @param of how many positions were applied for together, two or more
 */
public record Wish(int number, int of) {

    /** E.g. «2. ønske av 3». */
    public String words() {
        return "%d. ønske av %d".formatted(number, of);
    }
}
