package no.rodtraad.process;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Identifies one applicant's application to one vacancy. */
public record ApplicationId(UUID value) {

    public static ApplicationId of(String value) {
        return new ApplicationId(UUID.fromString(value));
    }

    public static ApplicationId create() {
        return new ApplicationId(UUID.randomUUID());
    }

    /** The application that the step is about. */
    public static ApplicationId of(VariableScope scope) {
        return of(HiringVariables.APPLICATION_ID.from(scope));
    }

    /** The application that the step is about, where it is about one. */
    public static Optional<ApplicationId> find(VariableScope scope) {
        return HiringVariables.APPLICATION_ID.find(scope).map(ApplicationId::of);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
