package no.rodtraad.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing on the candidate's status page.
 *
 * @param kind where it is shown
 * @param text plain text; empty lines part paragraphs
 * @param linkText what the link says, where there is something to do
 * @param linkPath below the candidate's own address, e.g. {@code tilbud}
 */
public record StatusItem(
        Kind kind,
        String title,
        @Nullable String text,
        @Nullable Instant at,
        @Nullable String linkText,
        @Nullable String linkPath) {

    public enum Kind {
        /** Something for the candidate to do; shown first. */
        ACTION,
        /** A message that was sent, newest first. */
        MESSAGE
    }

    public static StatusItem action(String title, String text, String linkText, String linkPath) {
        return new StatusItem(Kind.ACTION, title, text, null, linkText, linkPath);
    }

    public static StatusItem message(String title, String text, Instant sentAt) {
        return new StatusItem(Kind.MESSAGE, title, text, sentAt, null, null);
    }
}
