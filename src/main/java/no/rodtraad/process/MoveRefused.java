package no.rodtraad.process;

import org.jspecify.annotations.Nullable;

/** A case was not moved, and nothing of it has changed. */
public final class MoveRefused extends RuntimeException {

    MoveRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
