package no.rodtraad.process;

import java.time.Instant;
import java.util.Optional;

/** Where a form is opened or submitted: which case, whose application, by whom. */
public interface FormContext {

    CaseId caseId();

    Optional<ApplicationId> applicationId();

    /** User id of the one who opened or submitted the form. */
    String userId();

    /** The BPMN element id of the step, e.g. {@code writeAdvert}. */
    String step();

    Instant now();

    /** Sets a declared variable in the step's process instance. */
    <T> void set(ProcessVariable<T> variable, T value);

    <T> Optional<T> get(ProcessVariable<T> variable);
}
