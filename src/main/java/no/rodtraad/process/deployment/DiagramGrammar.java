package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.rodtraad.process.BuildingBlocks;
import no.rodtraad.process.Finding;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram may say. Elements and attributes that do not stand here are refused, and every text is read as an
 * expression, because the engine evaluates more of them than one would think: names and documentation too.
 */
final class DiagramGrammar {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Where things are drawn; never executed. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    private static final String STEP = CAMUNDA + ":delegateExpression";

    private static final String REMOVE =
            "Fjern det. Program, skript, lyttere og adresser kan ikke stå i et diagram; bruk et av stegene i Rød tråd.";

    private static final Set<String> ELEMENTS = words(BPMN, """
            definitions process documentation extensionElements incoming outgoing collaboration participant messageFlow
            laneSet childLaneSet lane flowNodeRef startEvent endEvent intermediateCatchEvent intermediateThrowEvent
            boundaryEvent task manualTask userTask serviceTask sendTask receiveTask businessRuleTask callActivity subProcess
            exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway sequenceFlow conditionExpression
            messageEventDefinition timerEventDefinition timeDate timeDuration timeCycle errorEventDefinition
            escalationEventDefinition conditionalEventDefinition condition linkEventDefinition source target
            terminateEventDefinition multiInstanceLoopCharacteristics loopCardinality completionCondition message error
            escalation textAnnotation text association group category categoryValue dataObject dataObjectReference
            dataStoreReference dataInputAssociation dataOutputAssociation property sourceRef targetRef""");

    private static final Set<String> EXTENSIONS = words(CAMUNDA, """
            properties property inputOutput inputParameter outputParameter list map entry value in out
            failedJobRetryTimeCycle""");

    private static final Set<String> CAMUNDA_ATTRIBUTES = words(CAMUNDA, """
            asyncBefore asyncAfter exclusive jobPriority assignee candidateUsers candidateGroups dueDate followUpDate
            priority formRef formRefBinding formRefVersion historyTimeToLive isStartableInTasklist versionTag
            calledElementBinding calledElementVersion calledElementVersionTag decisionRef decisionRefBinding
            decisionRefVersion mapDecisionResult resultVariable delegateExpression collection elementVariable initiator
            variableName variableEvents errorCodeVariable errorMessageVariable escalationCodeVariable modelerTemplate
            modelerTemplateVersion""");

    private static final Set<String> PLAIN_ATTRIBUTES = words("", """
            id name isExecutable processType isClosed sourceRef targetRef default attachedToRef cancelActivity
            isInterrupting triggeredByEvent messageRef errorRef escalationRef calledElement isSequential gatewayDirection
            targetNamespace exporter exporterVersion typeLanguage processRef instantiate isForCompensation
            startQuantity completionQuantity parallelMultiple errorCode escalationCode textFormat associationDirection
            eventGatewayType isCollection dataObjectRef dataStoreRef categoryValueRef value key source sourceExpression
            target variables local businessKey""");

    /** What the engine itself sets while a step is repeated for several. */
    private static final Set<String> COUNTERS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final String file;
    private final ExpressionGrammar expressions;
    private final List<Finding> findings = new ArrayList<>();

    private DiagramGrammar(String file, ExpressionGrammar expressions) {
        this.file = file;
        this.expressions = expressions;
    }

    static List<Finding> check(String file, Element definitions, BuildingBlocks blocks) {
        Set<String> variables = new HashSet<>(HiringVariables.declared().keySet());
        variables.addAll(COUNTERS);
        addElementVariables(definitions, variables);
        DiagramGrammar grammar = new DiagramGrammar(file, new ExpressionGrammar(blocks, variables));
        grammar.check(definitions, null);
        return grammar.findings;
    }

    private static void addElementVariables(Element element, Set<String> variables) {
        @Nullable String name = element.attribute(CAMUNDA + ":elementVariable");
        if (name != null) {
            variables.add(name);
        }
        element.elements().forEach(child -> addElementVariables(child, variables));
    }

    /** @param owner id of the nearest element around that has one */
    private void check(Element element, @Nullable String owner) {
        if (DRAWING.contains(element.getUri())) {
            return;
        }
        @Nullable String id = element.attribute("id") == null ? owner : element.attribute("id");
        String name = element.getUri() + ":" + element.getTagName();
        if (!ELEMENTS.contains(name) && !EXTENSIONS.contains(name)) {
            add(element, id, "S12", "Elementet «%s» kan ikke brukes.".formatted(element.getTagName()), REMOVE);
            return;
        }
        for (String attribute : element.attributes()) {
            checkAttribute(element, id, attribute, element.attribute(attribute, ""));
        }
        checkText(element, id, element.getText(), expressions::problem);
        element.elements().forEach(child -> check(child, id));
    }

    private void checkAttribute(Element element, @Nullable String id, String attribute, String value) {
        boolean isKnown = CAMUNDA_ATTRIBUTES.contains(attribute)
                || PLAIN_ATTRIBUTES.contains(attribute)
                || attribute.startsWith(XSI + ":")
                || attribute.startsWith("http://camunda.org/schema/modeler/1.0:");
        if (!isKnown) {
            String shortName = attribute.substring(attribute.lastIndexOf(':') + 1);
            add(element, id, "S13", "Egenskapen «%s» kan ikke brukes.".formatted(shortName), REMOVE);
        } else if (attribute.equals(STEP)) {
            checkText(element, id, value, expressions::stepProblem);
        } else {
            checkText(element, id, value, expressions::problem);
        }
    }

    private void checkText(
            Element element, @Nullable String id, String text, Function<String, Optional<String>> grammar) {
        grammar.apply(text)
                .ifPresent(problem -> add(
                        element,
                        id,
                        "S10",
                        problem,
                        "Bruk en erklært opplysning, en sammenligning eller en byggekloss, for eksempel"
                                + " ${deadline.workingDaysFromNow(2)}."));
    }

    private void add(Element element, @Nullable String id, String code, String what, String mend) {
        findings.add(Faults.at(element, id, code, file, what, mend));
    }

    static Set<String> words(String namespace, String names) {
        Set<String> words = new HashSet<>();
        for (String name : names.strip().split("\\s+", -1)) {
            words.add(namespace.isEmpty() ? name : namespace + ":" + name);
        }
        return Set.copyOf(words);
    }
}
