package no.rodtraad.process;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * Answers that cannot be taken, with a Norwegian sentence that says what is wrong and what to do. The REST API answers
 * HTTP 400 with it; any other exception there would be a 500.
 */
public class FormRejected extends FormFieldValidationException {

    public FormRejected(String message) {
        super("rodtraad", message);
    }
}
