package no.rodtraad.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connects one form to the tables of the feature that owns what is written in it. The form gate has already checked the
 * answers against the form file; it also keeps every answer, so that a form without a binding works too.
 */
public interface FormBinding {

    /** The form's id, which is also its file name, e.g. {@code write-advert}. */
    String formKey();

    /**
     * Values to show when the form is opened, by field key: texts, numbers, booleans, ISO dates, or lists and maps for
     * options. Keys that are no fields of the form may be used in its texts.
     */
    default Map<String, @Nullable Object> load(FormContext context) {
        return Map.of();
    }

    /**
     * Takes the checked answers, in the engine's transaction. May set variables through the context.
     *
     * @throws FormRejected when the answers cannot be right, with a sentence for the one who filled in the form
     */
    default void save(FormContext context, FormAnswers answers) {}
}
