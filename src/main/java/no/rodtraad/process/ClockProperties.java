package no.rodtraad.process;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes properties of a diagram's elements tell every {@link JourneyClock}: {@code startsClock} and {@code stopsClocks} when the
 * element is entered or the arrow taken, {@code decisionPoint} and {@code milestone} when it is left in the way of its
 * arrows. Nothing leaves an end event, so that one tells when it is entered.
 */
@Component
class ClockProperties extends AbstractBpmnParseListener {

    private final ObjectProvider<JourneyClock> clocks;

    ClockProperties(ObjectProvider<JourneyClock> clocks) {
        this.clocks = clocks;
    }

    /** At the end of the process, when all its elements are there. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        element.elements().forEach(child -> addListeners(child, process));
    }

    private void addListeners(Element element, ProcessDefinitionEntity process) {
        @Nullable Element extensions = element.element("extensionElements");
        @Nullable
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            properties
                    .elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")
                    .forEach(property ->
                            addListener(element, process, property.attribute("name"), property.attribute("value")));
        }
        element.elements().forEach(child -> addListeners(child, process));
    }

    private void addListener(
            Element element, ProcessDefinitionEntity process, @Nullable String name, @Nullable String value) {
        @Nullable DecisionPoint point = DecisionPoint.find(value);
        @Nullable Milestone milestone = Milestone.find(value);
        if ("startsClock".equals(name) && point != null) {
            onEntering(
                    element, process, execution -> clocks.forEach(clock -> clock.started(CaseId.of(execution), point)));
        } else if ("stopsClocks".equals(name) && "true".equals(value)) {
            onEntering(element, process, execution -> clocks.forEach(clock -> clock.stopped(CaseId.of(execution))));
        } else if ("decisionPoint".equals(name) && point != null) {
            onLeaving(
                    element, process, execution -> clocks.forEach(clock -> clock.reached(CaseId.of(execution), point)));
        } else if ("milestone".equals(name) && milestone != null) {
            onLeaving(
                    element,
                    process,
                    execution -> clocks.forEach(clock -> clock.reached(CaseId.of(execution), milestone)));
        }
    }

    private static void onEntering(Element element, ProcessDefinitionEntity process, Consumer<DelegateExecution> tell) {
        String id = element.attribute("id");
        boolean arrow = element.getTagName().equals("sequenceFlow");
        CoreModelElement place = arrow ? process.findTransition(id) : process.findActivity(id);
        place.addBuiltInListener(
                arrow ? ExecutionListener.EVENTNAME_TAKE : ExecutionListener.EVENTNAME_START,
                (ExecutionListener) tell::accept);
    }

    private static void onLeaving(Element element, ProcessDefinitionEntity process, Consumer<DelegateExecution> tell) {
        String end = element.getTagName().equals("endEvent")
                ? ExecutionListener.EVENTNAME_START
                : ExecutionListener.EVENTNAME_END;
        process.findActivity(element.attribute("id")).addBuiltInListener(end, (ExecutionListener) execution -> {
            if (!execution.isCanceled()) {
                tell.accept(execution);
            }
        });
    }
}
