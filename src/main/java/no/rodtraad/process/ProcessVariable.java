package no.rodtraad.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** A name and a type that travel together, so that a typo or a wrong cast fails where it is written. */
public record ProcessVariable<T>(String name, Class<T> type) {

    public T from(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("Process variable '%s' is not set".formatted(name)));
    }

    public Optional<T> find(VariableScope scope) {
        @Nullable Object value = scope.getVariable(name);
        return Optional.ofNullable(type.cast(value));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
