package no.rodtraad.signing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Norwegian national identity number or D-number, real or synthetic, whose two check digits are right: eleven digits, each
 * check digit by modulus 11. It shows itself to nobody: {@link #toString} says only that it is one.
 *
 * <p>Numbers that are given out from 2032 on may break the first check digit's rule (Skatteetaten; check before use).
 */
public record NationalId(String value) {

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int MODULUS = 11;

    public NationalId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a national identity number");
        }
    }

    /** What somebody typed, with or without spaces; empty when it cannot be right. */
    static Optional<NationalId> of(@Nullable String typed) {
        String digits = typed == null ? "" : typed.replaceAll("\\s", "");
        return isValid(digits) ? Optional.of(new NationalId(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        return digits.matches("[0-9]{11}") && fits(digits, FIRST) && fits(digits, SECOND);
    }

    private static boolean fits(String digits, int[] weights) {
        int sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += weights[place] * Character.digit(digits.charAt(place), 10);
        }
        return sum % MODULUS == 0;
    }

    @Override
    public String toString() {
        return "a national identity number";
    }
}
