package no.rodtraad.process;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every diagram in {@code processes/} must keep, whoever draws it. */
class ProcessModelTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");

    private static final Pattern LOWER_CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]\\w*");
    private static final Set<String> WORDS_OF_THE_EXPRESSION_LANGUAGE =
            Set.of("and", "or", "not", "true", "false", "null", "empty");

    static final Set<String> GROUPS = Set.of(
            "manager",
            "hr",
            "hrLead",
            "budgetOwner",
            "appointingAuthority",
            "union",
            "panel",
            "userPanel",
            "buddy",
            "payroll",
            "it",
            "workplace",
            "archive",
            "region",
            "hostHr");

    /** Groups that are known only when the case runs. */
    static final Set<String> GROUP_EXPRESSIONS = Set.of("${approverGroup}", "${appointingGroup}", "${participant}");

    private static final Set<String> VARIABLES = Set.of(
            "caseId",
            "applicationId",
            "municipality",
            "occupationalGroup",
            "temporary",
            "partTime",
            "worksWithChildren",
            "needsPoliceCertificate",
            "needsAuthorisation",
            "needsUnionDiscussion",
            "userParticipation",
            "shortTerm",
            "requestedVariant",
            "variant",
            "needProcess",
            "planProcess",
            "interviewProcess",
            "decisionProcess",
            "probationProcess",
            "collision",
            "approverGroup",
            "appointingGroup",
            "approvalOutcome",
            "channels",
            "channel",
            "byHand",
            "advertApproved",
            "applicationDeadline",
            "fewApplicants",
            "fewApplicantsChoice",
            "listRenewed",
            "anyToInterview",
            "answerNow",
            "statementGiven",
            "appointmentOutcome",
            "offerDeadline",
            "offerAccepted",
            "nextStep",
            "contractApproved",
            "signAgain",
            "signed",
            "hired",
            "hiredWithdrew",
            "firstDay",
            "probationEnd",
            "recordsComplete",
            "probationOutcome",
            "exemptionRequested",
            "secondRound",
            "referencesWanted",
            "negativeFacts",
            "interviewAt",
            "interviewed",
            "outcome",
            "messageCode",
            "answerCode",
            "reopened",
            "answered",
            "point",
            "surveyKind");

    private static final Set<String> DELEGATES = Set.of(
            "checkCollisions",
            "archiveDocument",
            "publishAdvert",
            "countApplicants",
            "prolongDeadline",
            "updateChannel",
            "createPublicList",
            "createExtendedList",
            "informApplicants",
            "inviteCandidates",
            "sendCandidateMessage",
            "sendOffer",
            "generateContract",
            "sendForSigning",
            "releaseCandidates",
            "checkRecords",
            "reportMilestone",
            "closeCase",
            "recordSigning",
            "confirmSigning",
            "cancelMeetings",
            "remindHolder",
            "involveDeputy",
            "tellAboutDelay",
            "escalateDeadline",
            "recordBreach",
            "breakSilence",
            "inviteToSurvey",
            "readOutcome",
            "notifyPool",
            "answerUninvited",
            "keepReserveWarm",
            "askNextCandidate",
            "reportMissingAnswer");

    private static final Set<String> PROPERTIES = Set.of(
            "role",
            "checklist",
            "decisionPoint",
            "startsClock",
            "stopsClocks",
            "milestone",
            "waitsFor",
            "archiveType",
            "candidateView",
            "expectedBy",
            "legalBasis",
            "variantOf",
            "extensionPoint");

    /** The phases that work towards a decision point, and which. */
    private static final Map<String, String> WATCHED = Map.of(
            "need", "NEED",
            "plan", "ADVERT",
            "advert", "ADVERT",
            "screening", "INTERVIEW",
            "interview", "INTERVIEW",
            "recommendation", "OFFER",
            "decision", "OFFER",
            "offer", "OFFER",
            "contract-signing", "SIGNING");

    /** One diagram, shown by its file name in a test report. */
    record Diagram(Path file, BpmnModelInstance model) {

        static Diagram read(Path file) {
            return new Diagram(file, Bpmn.readModelFromFile(file.toFile()));
        }

        /** The process that this one stands for: itself, unless it is a variant of a phase. */
        String kind() {
            String variantOf = propertyOf(process(), "variantOf");
            return variantOf.isEmpty() ? name() : variantOf;
        }

        boolean isVariant() {
            return !kind().equals(name());
        }

        String name() {
            return file.getFileName().toString().replace(".bpmn", "");
        }

        Process process() {
            return model.getModelElementsByType(Process.class).iterator().next();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        <T extends BaseElement> List<String> idsOf(Class<T> type, Predicate<T> wrong) {
            return all(type).stream().filter(wrong).map(BaseElement::getId).toList();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Diagram> diagrams() {
        return DIAGRAMS.stream();
    }

    private static final List<Diagram> DIAGRAMS =
            files(PROCESSES, ".bpmn").map(Diagram::read).toList();
    private static final DmnEngine DMN_ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision DEADLINES = readDeadlines();

    @ParameterizedTest
    @MethodSource("diagrams")
    void theFileIsNamedAfterItsOnlyProcess(Diagram diagram) {
        assertThat(diagram.all(Process.class)).extracting(Process::getId).containsExactly(diagram.name());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theProcessIsNamedExplainedAndKeptForFiveYears(Diagram diagram) {
        Process process = diagram.process();

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).isNotBlank();
        assertThat(documentationOf(process)).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void onlyAHiringCaseIsStartedByAPersonInTasklist(Diagram diagram) {
        assertThat(diagram.process().isCamundaStartableInTasklist())
                .isEqualTo(diagram.name().equals("hiring-case"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementHasAnIdAPersonChose(Diagram diagram) {
        Predicate<BaseElement> generated =
                element -> !LOWER_CAMEL_CASE.matcher(element.getId()).matches();

        assertThat(diagram.idsOf(FlowElement.class, generated::test)).isEmpty();
        assertThat(diagram.idsOf(Message.class, generated::test)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskGoesToAGroupThatExists(Diagram diagram) {
        assertThat(diagram.idsOf(UserTask.class, task -> !isKnownGroup(task.getCamundaCandidateGroups())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskAsksForTheFormOfItsOwnName(Diagram diagram) {
        assertThat(diagram.idsOf(
                        UserTask.class, task -> !kebabCase(task.getId()).equals(task.getCamundaFormRef())))
                .isEmpty();
        assertThat(diagram.idsOf(UserTask.class, task -> !"deployment".equals(task.getCamundaFormRefBinding())))
                .as("bound to the forms of the same deployment")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyFormExists(Diagram diagram) {
        Stream<String> ofTasks = diagram.all(UserTask.class).stream().map(UserTask::getCamundaFormRef);
        Stream<String> ofStarts = diagram.all(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef)
                .filter(Objects::nonNull);

        assertThat(Stream.concat(ofTasks, ofStarts).filter(form -> !Files.exists(FORMS.resolve(form + ".form"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskHasADueDateFromTheTableOfDeadlines(Diagram diagram) {
        assertThat(diagram.idsOf(
                        UserTask.class, task -> !"${deadline.due(execution)}".equals(task.getCamundaDueDate())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskSaysWhyItExistsWhoDoesItAndByWhichChecklist(Diagram diagram) {
        assertThat(diagram.idsOf(UserTask.class, task -> documentationOf(task).isBlank()))
                .as("without documentation")
                .isEmpty();
        assertThat(diagram.idsOf(
                        UserTask.class, task -> propertyOf(task, "role").isEmpty()))
                .as("without role")
                .isEmpty();
        assertThat(diagram.idsOf(
                        UserTask.class, task -> propertyOf(task, "checklist").isEmpty()))
                .as("without checklist")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyPropertyIsOneTheProgramReads(Diagram diagram) {
        assertThat(diagram.all(CamundaProperty.class))
                .extracting(CamundaProperty::getCamundaName)
                .isSubsetOf(PROPERTIES);
        for (String name : Set.of("startsClock", "decisionPoint")) {
            assertThat(valuesOf(diagram, name)).as(name).doesNotContainNull().allMatch(ProcessModelTest::isPoint);
        }
        assertThat(valuesOf(diagram, "milestone")).allMatch(value -> Milestone.find(value) != null);
        assertThat(valuesOf(diagram, "stopsClocks")).allMatch("true"::equals);
    }

    @Test
    void everyClockIsStartedAndEveryMilestoneReachedSomewhere() {
        assertThat(diagrams().flatMap(diagram -> valuesOf(diagram, "startsClock").stream()))
                .containsAll(
                        Arrays.stream(DecisionPoint.values()).map(Enum::name).toList());
        assertThat(diagrams().filter(diagram -> !diagram.isVariant()).flatMap(ProcessModelTest::milestones))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Milestone.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aVariantReachesWhatThePhaseItStandsForReaches(Diagram diagram) {
        Diagram phase = named(diagram.kind());

        assertThat(milestones(diagram))
                .containsExactlyInAnyOrderElementsOf(milestones(phase).toList());
        assertThat(valuesOf(diagram, "startsClock")).isEqualTo(valuesOf(phase, "startsClock"));
        assertThat(archived(diagram)).containsAll(archived(phase));
        assertThat(diagram.name()).startsWith(diagram.kind());
    }

    private static Stream<String> milestones(Diagram diagram) {
        return Stream.concat(
                valuesOf(diagram, "milestone").stream(),
                valuesOf(diagram, "decisionPoint").stream()
                        .map(point -> Milestone.of(DecisionPoint.valueOf(point)).name()));
    }

    private static List<String> archived(Diagram diagram) {
        return diagram.all(ServiceTask.class).stream()
                .map(task -> propertyOf(task, "archiveType"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static Diagram named(String name) {
        return diagrams()
                .filter(diagram -> diagram.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No diagram is named " + name));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyPhaseThatWorksTowardsADecisionPointIsWatchedUntilItEnds(Diagram diagram) {
        List<CallActivity> watches = diagram.all(CallActivity.class).stream()
                .filter(call -> call.getCalledElement().equals("deadline-watch"))
                .toList();
        String point = WATCHED.get(diagram.kind());
        if (point == null) {
            assertThat(watches).isEmpty();
            return;
        }
        assertThat(watches).hasSize(1);
        SubProcess watch = (SubProcess) watches.get(0).getParentElement();
        StartEvent start =
                watch.getChildElementsByType(StartEvent.class).iterator().next();
        assertThat(watch.triggeredByEvent()).isTrue();
        assertThat(start.isInterrupting()).isFalse();
        assertThat(diagram.all(TimeDate.class))
                .extracting(TimeDate::getTextContent)
                .contains("${decisionPoint.warnAt(execution,'%s')}".formatted(point));
        assertThat(extensionsOf(watches.get(0), CamundaIn.class).map(CamundaIn::getCamundaSourceExpression))
                .contains(point);
        assertThat(diagram.process().getChildElementsByType(EndEvent.class))
                .as("an end that does not end the watch")
                .allMatch(
                        end -> end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance));
    }

    private static List<String> valuesOf(Diagram diagram, String property) {
        return diagram.all(CamundaProperty.class).stream()
                .filter(found -> found.getCamundaName().equals(property))
                .map(CamundaProperty::getCamundaValue)
                .toList();
    }

    private static boolean isPoint(String name) {
        return DecisionPoint.find(name) != null;
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aLawIsNeverQuotedWithoutTheReminderToCheckIt(Diagram diagram) {
        assertThat(diagram.idsOf(
                        FlowNode.class,
                        node -> documentationOf(node).contains("§")
                                && !documentationOf(node).endsWith("Kontroller mot Lovdata før bruk.")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyServiceTaskCallsAKnownDelegate(Diagram diagram) {
        assertThat(diagram.idsOf(
                        ServiceTask.class,
                        task -> DELEGATES.stream()
                                .noneMatch(name -> ("${" + name + "}").equals(task.getCamundaDelegateExpression()))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyServiceTaskRunsOnItsOwnAndIsTriedAgain(Diagram diagram) {
        assertThat(diagram.idsOf(ServiceTask.class, task -> !task.isCamundaAsyncBefore()))
                .as("not asynchronous")
                .isEmpty();
        assertThat(diagram.idsOf(
                        ServiceTask.class,
                        task -> extensionsOf(task, CamundaFailedJobRetryTimeCycle.class)
                                .noneMatch(cycle -> "PT1M,PT5M,PT15M,PT1H,PT4H,PT12H".equals(cycle.getTextContent()))))
                .as("without retries")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyCalledProcessExistsInTheSameDeployment(Diagram diagram) {
        Set<String> processes = diagrams().map(Diagram::name).collect(toSet());

        assertThat(diagram.idsOf(
                        CallActivity.class,
                        call -> !isChosenByVariant(call) && !processes.contains(call.getCalledElement())))
                .isEmpty();
        assertThat(diagram.idsOf(
                        CallActivity.class, call -> !"deployment".equals(call.getCamundaCalledElementBinding())))
                .isEmpty();
    }

    /** {@link VariantsTest} sees that the table names processes that exist. */
    private static boolean isChosenByVariant(CallActivity call) {
        return call.getCalledElement().equals("${%sProcess}".formatted(call.getId()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyCallHandsOverTheCaseAndOnlyNamedVariables(Diagram diagram) {
        for (CallActivity call : diagram.all(CallActivity.class)) {
            assertThat(extensionsOf(call, CamundaIn.class).map(CamundaIn::getCamundaBusinessKey))
                    .as(call.getId())
                    .contains("#{execution.processBusinessKey}");
            assertThat(extensionsOf(call, CamundaIn.class).map(CamundaIn::getCamundaTarget))
                    .as(call.getId())
                    .contains("caseId", "municipality");
            assertThat(extensionsOf(call, CamundaIn.class).map(CamundaIn::getCamundaVariables))
                    .as(call.getId())
                    .containsOnlyNulls();
            assertThat(extensionsOf(call, CamundaOut.class).map(CamundaOut::getCamundaVariables))
                    .as(call.getId())
                    .allMatch(Objects::isNull);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyDecisionExistsInTheSameDeployment(Diagram diagram) {
        assertThat(diagram.idsOf(
                        BusinessRuleTask.class,
                        task -> !Files.exists(PROCESSES.resolve(task.getCamundaDecisionRef() + ".dmn"))))
                .isEmpty();
        assertThat(diagram.idsOf(
                        BusinessRuleTask.class, task -> !"deployment".equals(task.getCamundaDecisionRefBinding())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyChoiceIsAQuestionWithNamedAnswersAndADefault(Diagram diagram) {
        for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                assertThat(gateway.getOutgoing())
                        .as(gateway.getId())
                        .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank())
                        .allSatisfy(flow -> assertThat(flow.getConditionExpression() == null)
                                .as("only the default %s needs no condition", flow.getId())
                                .isEqualTo(flow.equals(gateway.getDefault())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingButAGatewayJoinsPaths(Diagram diagram) {
        assertThat(diagram.idsOf(
                        FlowNode.class,
                        node -> node.getIncoming().size() > 1
                                && !node.getElementType().getTypeName().endsWith("Gateway")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyVariableIsDeclared(Diagram diagram) {
        Stream<String> inConditions = diagram.all(SequenceFlow.class).stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(Objects::nonNull)
                .flatMap(condition -> namesIn(condition.getTextContent()));
        Stream<String> handedOver = diagram.all(CamundaIn.class).stream()
                .flatMap(in -> Stream.of(in.getCamundaSource(), in.getCamundaTarget()))
                .filter(Objects::nonNull);
        Stream<String> handedBack = diagram.all(CamundaOut.class).stream()
                .flatMap(out -> Stream.of(out.getCamundaSource(), out.getCamundaTarget()))
                .filter(Objects::nonNull);
        Stream<String> decided =
                diagram.all(CamundaOutputParameter.class).stream().map(CamundaOutputParameter::getCamundaName);

        assertThat(Stream.of(inConditions, handedOver, handedBack, decided).flatMap(Function.identity()))
                .isSubsetOf(VARIABLES);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskHasAWarningADeadlineAndABreachThatMakeSense(Diagram diagram) {
        for (UserTask task : diagram.all(UserTask.class)) {
            var days = DMN_ENGINE
                    .evaluateDecisionTable(DEADLINES, step(task.getId()))
                    .getSingleResult();

            assertThat(days).as(task.getId()).isNotNull();
            int target = workingDays(days, "target");
            assertThat(workingDays(days, "warn")).as("%s warns", task.getId()).isBetween(1, target);
            assertThat(workingDays(days, "breach"))
                    .as("%s is breached", task.getId())
                    .isGreaterThanOrEqualTo(target);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEED,      7, 10, 12, 15, budgetOwner,        hrLead",
        "ADVERT,    5,  7,  9, 10, hrLead,             budgetOwner",
        "INTERVIEW, 6, 10, 12, 15, hrLead,             budgetOwner",
        "OFFER,     5,  7,  9, 10, appointingAuthority, budgetOwner",
        "SIGNING,   3,  5,  7,  7, hrLead,             budgetOwner"
    })
    void everyDecisionPointClimbsFromReminderToBreach(
            String point, int warn, int target, int escalate, int breach, String escalateTo, String breachTo) {
        var row = DMN_ENGINE.evaluateDecisionTable(DEADLINES, step(point)).getSingleResult();

        assertThat(workingDays(row, "warn")).isEqualTo(warn);
        assertThat(workingDays(row, "target")).isEqualTo(target);
        assertThat(workingDays(row, "escalate")).isEqualTo(escalate);
        assertThat(workingDays(row, "breach")).isEqualTo(breach);
        assertThat(row.<String>getEntry("escalateTo")).isEqualTo(escalateTo);
        assertThat(row.<String>getEntry("breachTo")).isEqualTo(breachTo);
    }

    @Test
    void teachersAreAdvertisedBeforeTheFirstOfMarch() {
        VariableMap engineer = step("ADVERT").putValue("occupationalGroup", "engineer");

        assertThat(DMN_ENGINE
                        .evaluateDecisionTable(DEADLINES, step("ADVERT"))
                        .getSingleResult()
                        .<String>getEntry("latestDate"))
                .isEqualTo("1. mars");
        assertThat(DMN_ENGINE
                        .evaluateDecisionTable(DEADLINES, engineer)
                        .getSingleResult()
                        .getEntryMap())
                .doesNotContainKey("latestDate");
    }

    @Test
    void aStepNobodyKnowsHasNoDeadline() {
        assertThat(DMN_ENGINE
                        .evaluateDecisionTable(DEADLINES, step("noSuchStep"))
                        .getResultList())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingRunsFromRightToLeftButTheWayBack(Diagram diagram) {
        assertThat(diagram.all(BpmnEdge.class).stream()
                        .filter(edge -> runsLeft(List.copyOf(edge.getWaypoints())))
                        .map(edge -> edge.getBpmnElement().getId()))
                .allMatch(id -> id.startsWith("backTo"));
    }

    private static boolean runsLeft(List<Waypoint> waypoints) {
        for (int i = 1; i < waypoints.size(); i++) {
            if (waypoints.get(i).getX() < waypoints.get(i - 1).getX()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnownGroup(String groups) {
        return groups != null
                && Arrays.stream(groups.split(","))
                        .allMatch(group -> GROUPS.contains(group) || GROUP_EXPRESSIONS.contains(group));
    }

    private static Stream<String> namesIn(String expression) {
        return NAME.matcher(TEXT.matcher(expression).replaceAll(""))
                .results()
                .map(result -> result.group())
                .filter(name -> !WORDS_OF_THE_EXPRESSION_LANGUAGE.contains(name));
    }

    private static String documentationOf(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(joining());
    }

    private static String propertyOf(BaseElement element, String name) {
        return extensionsOf(element, CamundaProperty.class)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .collect(joining());
    }

    /** The extensions of this type, directly under the element or one level down, as properties are. */
    private static <T extends ModelElementInstance> Stream<T> extensionsOf(BaseElement element, Class<T> type) {
        if (element.getExtensionElements() == null) {
            return Stream.empty();
        }
        return element.getExtensionElements().getElements().stream()
                .flatMap(extension -> type.isInstance(extension)
                        ? Stream.of(type.cast(extension))
                        : extension.getChildElementsByType(type).stream());
    }

    private static String kebabCase(String lowerCamelCase) {
        return lowerCamelCase.replaceAll("(?<=[a-z])(?=[A-Z0-9])", "-").toLowerCase(Locale.ROOT);
    }

    private static DmnDecision readDeadlines() {
        try (InputStream table = Files.newInputStream(PROCESSES.resolve("deadlines.dmn"))) {
            return DMN_ENGINE.parseDecision("deadlines", table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int workingDays(DmnDecisionRuleResult row, String column) {
        Span span = Span.of(row.getEntry(column));
        assertThat(span.unit()).as(column).isEqualTo(Span.Unit.WORKING_DAYS);
        return span.amount();
    }

    private static VariableMap step(String id) {
        return Variables.putValue("step", id)
                .putValue("municipality", "eksempelvik")
                .putValue("occupationalGroup", "teacher");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
