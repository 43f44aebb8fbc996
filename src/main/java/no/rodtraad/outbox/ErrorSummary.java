package no.rodtraad.outbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what went wrong in one short line. Addresses are left out, and everything after the first line, where databases quote values. */
final class ErrorSummary {

    private static final int LONGEST = 300;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");

    private ErrorSummary() {}

    static String of(Throwable failure) {
        String name = failure.getClass().getName();
        @Nullable String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return name;
        }
        String line = message.strip().lines().findFirst().orElse("");
        String summary = name + ": " + ADDRESS.matcher(line).replaceAll("…@…");
        return summary.length() <= LONGEST ? summary : summary.substring(0, LONGEST - 1) + "…";
    }
}
