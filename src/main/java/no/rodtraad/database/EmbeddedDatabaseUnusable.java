package no.rodtraad.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; says why and what to do. */
class EmbeddedDatabaseUnusable extends RuntimeException {

    private final String action;

    EmbeddedDatabaseUnusable(String message, String action, @Nullable Exception cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
