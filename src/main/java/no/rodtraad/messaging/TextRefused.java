package no.rodtraad.messaging;

import org.jspecify.annotations.Nullable;

/** A text of the catalogue that cannot be used; its message says in Norwegian what is wrong with it. */
public class TextRefused extends RuntimeException {

    TextRefused(String code, String what) {
        this(code, what, null);
    }

    TextRefused(String code, String what, @Nullable Throwable cause) {
        super("Teksten %s %s.".formatted(code, what), cause);
    }
}
