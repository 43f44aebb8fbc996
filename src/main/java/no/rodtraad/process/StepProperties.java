package no.rodtraad.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** The extension properties that a diagram gives to the element a process has come to. An empty one says nothing. */
public final class StepProperties {

    private StepProperties() {}

    public static Optional<String> find(DelegateExecution execution, String name) {
        return find(execution.getBpmnModelElementInstance(), name);
    }

    /** The point or milestone that is reached when the step is done, by {@code decisionPoint} or {@code milestone}. */
    public static Optional<Milestone> milestone(DelegateExecution execution) {
        Optional<Milestone> ofPoint = find(execution, "decisionPoint")
                .flatMap(name -> Optional.ofNullable(DecisionPoint.find(name)))
                .map(Milestone::of);
        return ofPoint.isPresent()
                ? ofPoint
                : find(execution, "milestone").flatMap(name -> Optional.ofNullable(Milestone.find(name)));
    }

    static Optional<String> find(@Nullable BaseElement element, String name) {
        @Nullable ExtensionElements extensions = element == null ? null : element.getExtensionElements();
        if (extensions == null) {
            return Optional.empty();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
