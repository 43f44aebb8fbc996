package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of every variant through the real diagrams and tables, in a real engine; only what the steps do is left out. */
@DisplayName("En variant av ansettelsen")
class VariantsTest {

    private static final String TENANT = "eksempelvik";
    private static final Path PROCESSES = Path.of("processes");
    private static final List<String> PHASES = List.of("need", "plan", "interview", "decision", "probation");

    /** What everyone answers on the way to a new colleague who stays. */
    private static final Map<String, Object> YES = Map.ofEntries(
            Map.entry("collision", false),
            Map.entry("approvalOutcome", "approve"),
            Map.entry("applicationDeadline", Date.from(Instant.parse("2027-02-10T22:59:00Z"))),
            Map.entry("advertApproved", true),
            Map.entry("fewApplicants", false),
            Map.entry("fewApplicantsChoice", "continue"),
            Map.entry("listRenewed", false),
            Map.entry("anyToInterview", true),
            Map.entry("answerNow", false),
            Map.entry("appointmentOutcome", "appoint"),
            Map.entry("offerDeadline", Date.from(Instant.parse("2027-03-31T21:59:00Z"))),
            Map.entry("offerAccepted", true),
            Map.entry("nextStep", "stop"),
            Map.entry("contractApproved", true),
            Map.entry("signAgain", false),
            Map.entry("signed", true),
            Map.entry("recordsComplete", true),
            Map.entry("byHand", false),
            Map.entry("probationOutcome", "passed"),
            Map.entry("applicationId", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
            Map.entry("firstDay", Date.from(Instant.parse("2027-06-01T06:00:00Z"))),
            Map.entry("probationEnd", Date.from(Instant.parse("2027-08-31T21:59:00Z"))));

    private static EmbeddedPostgres postgres;
    private static HikariDataSource pool;
    private static ProcessEngine engine;

    @BeforeAll
    static void startEngine() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "off")
                .start();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("variants");
        pool = new HikariDataSource();
        pool.setDataSource(postgres.getPostgresDatabase());
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(steps());
        configuration
                .getProcessEnginePlugins()
                .add(new TimePlugin((tenant, from, span) -> from.plusDays(span.amount())));
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().tenantId(TENANT);
        for (Path file : files()) {
            deployment.addString(file.getFileName().toString(), Files.readString(file));
        }
        deployment.deploy();
    }

    @AfterAll
    static void stopEngine() throws IOException {
        engine.close();
        pool.close();
        postgres.close();
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource({
        "byTable,            office,           false, false, ordinary",
        "byTable,            office,           true,  false, temporary-short",
        "temporary-short,    office,           false, false, temporary-short",
        "ordinary,           office,           true,  false, ordinary",
        "byTable,            leader,           true,  false, leader",
        "byTable,            teacher,          false, false, teacher",
        "byTable,            kindergartenTeacher, false, true, teacher",
        "byTable,            teacher,          true,  false, temporary-short",
        "byTable,            nurse,            false, true,  health-rotation",
        "byTable,            healthWorker,     false, false, health-rotation",
        "byTable,            office,           false, true,  user-participation",
        "small-municipality, leader,           false, false, small-municipality",
        ",                   office,           ,      ,      ordinary"
    })
    void isChosenByTheTableUnlessHrHasChosen(
            @Nullable String requested,
            String occupationalGroup,
            @Nullable Boolean shortTerm,
            @Nullable Boolean userParticipation,
            String variant) {
        Map<String, @Nullable Object> need = new HashMap<>();
        need.put("requestedVariant", requested);
        need.put("occupationalGroup", occupationalGroup);
        need.put("shortTerm", shortTerm);
        need.put("userParticipation", userParticipation);
        need.put("municipality", TENANT);

        assertThat(phases(need)).containsEntry("variant", variant);
    }

    @Test
    void letsTeachersAndUsersMeetInOneCase() {
        assertThat(phases(Map.of("occupationalGroup", "teacher", "userParticipation", true)))
                .containsEntry("planProcess", "plan-teacher")
                .containsEntry("interviewProcess", "interview-user-participation")
                .containsEntry("decisionProcess", "decision");
    }

    @Test
    void namesOnlyProcessesThatStandForThePhase() throws IOException {
        for (Rule rule : rules()) {
            for (String phase : PHASES) {
                String process = String.valueOf(rule.outputs().get(phase + "Process"));
                assertThat(PROCESSES.resolve(process + ".bpmn")).as(rule.id()).exists();
                assertThat(process.equals(phase) ? phase : variantOf(process))
                        .as("%s: %s", rule.id(), process)
                        .isEqualTo(phase);
            }
        }
    }

    @Test
    void isInUseWhereverOneIsDrawn() throws IOException {
        Set<String> drawn = new TreeSet<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".bpmn", "");
            if (name.length() < file.getFileName().toString().length()
                    && !variantOf(name).isEmpty()) {
                drawn.add(name);
            }
        }

        assertThat(rules().stream()
                        .flatMap(rule -> rule.outputs().values().stream())
                        .map(String::valueOf)
                        .collect(Collectors.toSet()))
                .containsAll(drawn);
    }

    @ParameterizedTest
    @CsvSource({
        "ordinary, ''",
        "temporary-short, checkTemporaryBasis",
        "teacher, checkStaffingWheel gatherTeacherPosts",
        "health-rotation, clarifyRotation checkAuthorisation",
        "leader, planTwoRounds interpretTest prepareBoardCase",
        "small-municipality, coverRoles arrangeManualWork",
        "user-participation, gatherUserConsent giveUserView evaluateUserParticipation"
    })
    void leadsFromNeedToTheEndOfProbationAndKeepsEveryPromise(String variant, String ownSteps) {
        Walk walk = new Walk(variant).toTheEnd();

        assertThat(walk.steps()).contains("everyoneAnswered", "closeCase", "probationCompleted");
        assertThat(walk.steps())
                .containsAll(Stream.of(ownSteps.split(" "))
                        .filter(step -> !step.isEmpty())
                        .toList());
        assertThat(walk.archived())
                .contains(
                        "D01", "D02", "D04", "D05", "D19", "D20", "D21", "D22", "D27", "D29", "D30", "D31", "D32",
                        "D33");
    }

    @Test
    void givesWayToTheOneThatHrChoosesBeforeThePlanIsSet() {
        Walk walk = new Walk("ordinary").until("assessNeed");
        engine.getRuntimeService()
                .createMessageCorrelation("case.variantChanged")
                .processInstanceId(walk.id())
                .setVariable("requestedVariant", "temporary-short")
                .correlate();

        walk.toTheEnd();

        assertThat(walk.processes())
                .as("the phase that had begun stays as it was")
                .contains("need", "probation-temporary-short")
                .doesNotContain("need-temporary-short", "probation");
    }

    /** One case, whose people answer yes to everything as soon as they are asked. */
    private static final class Walk {

        private static final int PATIENCE = 400;
        private static final Map<String, String> ACTIVITIES = new HashMap<>();

        private final ProcessInstance hiring;

        Walk(String requested) {
            Map<String, Object> need = new HashMap<>(YES);
            need.put("caseId", TENANT + "-2026-0001");
            need.put("municipality", TENANT);
            need.put("requestedVariant", requested);
            need.put("occupationalGroup", "office");
            for (String flag : List.of(
                    "temporary",
                    "partTime",
                    "worksWithChildren",
                    "userParticipation",
                    "shortTerm",
                    "collision",
                    "hired")) {
                need.put(flag, false);
            }
            hiring = engine.getRuntimeService()
                    .createProcessInstanceByKey("hiring-case")
                    .processDefinitionTenantId(TENANT)
                    .businessKey(UUID.randomUUID().toString())
                    .setVariables(need)
                    .execute();
        }

        String id() {
            return hiring.getId();
        }

        Walk until(String step) {
            for (int left = PATIENCE; left > 0; left--) {
                if (tasks().stream()
                        .anyMatch(task -> task.getTaskDefinitionKey().equals(step))) {
                    return this;
                }
                goOn();
            }
            throw new AssertionError("Never came to " + step);
        }

        Walk toTheEnd() {
            for (int left = PATIENCE; left > 0; left--) {
                if (!goOn()) {
                    break;
                }
            }
            assertThat(stillOpen()).as("steps that the case is left in").isEmpty();
            return this;
        }

        /** @return whether anything happened */
        private boolean goOn() {
            Map<String, String> running = running();
            return runJobs(
                            running,
                            engine.getManagementService().createJobQuery().messages())
                    || doTasks()
                    || hearMessages(running)
                    || runJobs(
                            running,
                            engine.getManagementService().createJobQuery().timers());
        }

        private boolean runJobs(Map<String, String> running, JobQuery query) {
            List<Job> due = query.list().stream()
                    .filter(job -> running.containsKey(job.getProcessInstanceId()))
                    .filter(job -> isOnTheWay(job.getProcessDefinitionId(), activity(job)))
                    .toList();
            due.stream()
                    .findFirst()
                    .ifPresent(job -> engine.getManagementService().executeJob(job.getId()));
            return !due.isEmpty();
        }

        private boolean doTasks() {
            List<Task> open = tasks();
            open.forEach(task -> engine.getTaskService().complete(task.getId(), YES));
            return !open.isEmpty();
        }

        private boolean hearMessages(Map<String, String> running) {
            List<EventSubscription> waiting =
                    engine.getRuntimeService().createEventSubscriptionQuery().eventType("message").list().stream()
                            .filter(subscription -> running.containsKey(subscription.getProcessInstanceId()))
                            .filter(subscription -> isOnTheWay(
                                    Objects.requireNonNull(running.get(subscription.getProcessInstanceId())),
                                    subscription.getActivityId()))
                            .toList();
            waiting.stream()
                    .findFirst()
                    .ifPresent(subscription -> engine.getRuntimeService()
                            .messageEventReceived(subscription.getEventName(), subscription.getExecutionId(), YES));
            return !waiting.isEmpty();
        }

        /** Process instance to its definition. */
        private Map<String, String> running() {
            return engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(hiring.getBusinessKey())
                    .list()
                    .stream()
                    .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getProcessDefinitionId));
        }

        /** Nobody is late, withdraws or calls the hiring off. */
        private boolean isOnTheWay(String definition, String activity) {
            FlowNode node = engine.getRepositoryService()
                    .getBpmnModelInstance(definition)
                    .getModelElementById(activity);
            return !(node instanceof BoundaryEvent) && !(node instanceof StartEvent);
        }

        private String activity(Job job) {
            return ACTIVITIES.computeIfAbsent(
                    job.getJobDefinitionId(),
                    id -> engine.getManagementService()
                            .createJobDefinitionQuery()
                            .jobDefinitionId(id)
                            .singleResult()
                            .getActivityId());
        }

        private List<Task> tasks() {
            return engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(hiring.getBusinessKey())
                    .list();
        }

        private List<String> stillOpen() {
            return history()
                    .filter(step -> step.getEndTime() == null)
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
        }

        List<String> steps() {
            return history().map(HistoricActivityInstance::getActivityId).toList();
        }

        List<String> processes() {
            return instances().stream()
                    .map(HistoricProcessInstance::getProcessDefinitionKey)
                    .toList();
        }

        /** What the archive got, as the diagrams say it. */
        Set<String> archived() {
            return history()
                    .filter(step -> step.getActivityType().equals("serviceTask"))
                    .map(step -> StepProperties.find(
                                    engine.getRepositoryService()
                                            .getBpmnModelInstance(step.getProcessDefinitionId())
                                            .<FlowNode>getModelElementById(step.getActivityId()),
                                    "archiveType")
                            .orElse(""))
                    .collect(Collectors.toSet());
        }

        private Stream<HistoricActivityInstance> history() {
            return instances().stream()
                    .flatMap(instance -> engine
                            .getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .list()
                            .stream());
        }

        private List<HistoricProcessInstance> instances() {
            return engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(hiring.getBusinessKey())
                    .list();
        }
    }

    private record Rule(String id, Map<String, Object> outputs) {}

    /** Every row of the table of phases, read from the file. */
    private static List<Rule> rules() throws IOException {
        var model = org.camunda.bpm.model.dmn.Dmn.readModelFromFile(
                PROCESSES.resolve("variants.dmn").toFile());
        org.camunda.bpm.model.dmn.instance.DecisionTable table = model.getModelElementById("variantsTable");
        List<String> columns =
                table.getOutputs().stream().map(output -> output.getName()).toList();
        List<Rule> rules = new ArrayList<>();
        for (var rule : table.getRules()) {
            Map<String, Object> outputs = new HashMap<>();
            int column = 0;
            for (var entry : rule.getOutputEntries()) {
                outputs.put(
                        columns.get(column++), entry.getTextContent().strip().replace("\"", ""));
            }
            rules.add(new Rule(rule.getId(), outputs));
        }
        return rules;
    }

    private static String variantOf(String process) throws IOException {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(PROCESSES.resolve(process + ".bpmn").toFile());
        BaseElement element = model.getModelElementById(process);
        return StepProperties.find(element, "variantOf").orElse("");
    }

    private static Map<String, Object> phases(Map<String, @Nullable Object> need) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("variants")
                .variables(need)
                .evaluate()
                .getSingleResult()
                .getEntryMap();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(PROCESSES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A step for every name that the diagrams call, which finds that all is well. */
    private static Map<Object, Object> steps() throws IOException {
        Map<Object, Object> beans = new HashMap<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".bpmn")) {
                Bpmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ServiceTask.class)
                        .forEach(task ->
                                beans.put(task.getCamundaDelegateExpression().replaceAll("[${}]", ""), (JavaDelegate)
                                        execution -> execution.setVariables(YES)));
            }
        }
        beans.put("deadline", new Days());
        beans.put("decisionPoint", new Days());
        beans.put("participants", new Days());
        beans.put("surveyDate", new Days());
        return beans;
    }

    /** Dates that nobody looks at: time does not pass here. */
    public static class Days {

        private static final Date LATER = Date.from(Instant.now().plus(900, ChronoUnit.DAYS));

        public Date due(DelegateExecution execution) {
            return LATER;
        }

        public Date warnAt(DelegateExecution execution, String point) {
            return LATER;
        }

        public Date workingDaysFromNow(int days) {
            return LATER;
        }

        public Date workingDaysBefore(Date date, int days) {
            return LATER;
        }

        public Date daysBefore(Date date, int days) {
            return LATER;
        }

        public Date monthsAfter(Date date, int months) {
            return LATER;
        }

        public List<String> of(DelegateExecution execution) {
            return List.of("hr");
        }
    }
}
