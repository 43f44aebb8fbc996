package no.rodtraad.process;

import org.camunda.bpm.engine.BadUserRequestException;

/** Answers that cannot be taken, with a Norwegian sentence that says what is wrong and what to do. HTTP 400 by REST. */
public class FormRejected extends BadUserRequestException {

    public FormRejected(String message) {
        super(message);
    }
}
