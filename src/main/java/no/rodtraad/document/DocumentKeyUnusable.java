package no.rodtraad.document;

import org.jspecify.annotations.Nullable;

/** The keys to the files are missing or not the right ones; says why and what to do. */
class DocumentKeyUnusable extends RuntimeException {

    private final String action;

    DocumentKeyUnusable(String message, String action, @Nullable Exception cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
