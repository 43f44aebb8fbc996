package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.deployment.Attacks;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Through the REST API, as the Modeler deploys. */
@DisplayName("Det som legges ut fra Modeler")
class DeploymentStoryTest extends Story {

    private static final String TENANT = "eksempelvik";
    private static final String TABLE = "processes/deadlines.dmn";
    private static final String FORM = "forms/write-advert.form";
    private static final String SIGNING = "processes/contract-signing.bpmn";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Journeys journeys;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("processDeployer")
    private SmartInitializingSingleton start;

    @Autowired
    private OutboxRelay outbox;

    private static final String MIGRATION = """
            {"migrationPlan": {"sourceProcessDefinitionId": "%s", "targetProcessDefinitionId": "%s", "instructions": []},
             "processInstanceIds": ["a"]}""";

    @Autowired
    private ProcessEngine engine;

    private World world;

    @BeforeEach
    void aMondayInSeptember() {
        world = new World(management, outbox);
        world.itIs("2029-09-03", "09:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @Test
    void isRefusedAsAWholeWhenADiagramSaysWhatNobodyCanFollow() {
        String before = newest("process-definition", "contract-signing");

        Colleague.Answer refusal = deploys(
                SIGNING,
                text(SIGNING)
                        .replace("${deadline.daysBefore(firstDay,10)}", "fjorten dager")
                        .replace(
                                "name=\"decisionPoint\" value=\"SIGNING\" />",
                                "name=\"decisionPoint\" value=\"SIGNING\" />"
                                        + "<camunda:property name=\"waitsFor\" value=\"UNDERSKRIFT\" />"));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(message(refusal))
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains(
                        "Tidspunktet på «10 dager før start» (tenDaysLeft) kan ikke leses: «fjorten dager». Skriv en dato")
                .contains("«7 arbeidsdager»")
                .contains(
                        "Egenskapen waitsFor på «Ta vare på signert avtale» (recordSigning) har verdien «UNDERSKRIFT»,"
                                + " som ikke finnes. Skriv candidate, journey, plan, system.")
                .contains("line");
        assertThat(newest("process-definition", "contract-signing")).isEqualTo(before);
    }

    @Test
    void isRefusedWhenATableHasCellsNobodyCanFollow() {
        String before = newest("decision-definition", "deadlines");

        Colleague.Answer refusal = deploys(
                TABLE,
                text(TABLE)
                        .replace("\"10 arbeidsdager\"", "\"fjorten dager\"")
                        .replace("\"appointingAuthority\"", "\"sjefen\""));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(message(refusal))
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains("Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent")
                .contains("«fjorten dager» i kolonnen «Mål» kan ikke leses. Skriv hele dager eller mer, for eksempel"
                        + " «7 arbeidsdager»")
                .contains("«sjefen» i kolonnen «Hvem får vite» er ingen gruppe i Rød tråd. Skriv appointingAuthority,");
        assertThat(newest("decision-definition", "deadlines")).isEqualTo(before);
    }

    @Test
    void comesFromTheMunicipalitysOwnDesignersAndAdministratorsOnly() {
        Map<String, String> form = Map.of("write-advert.form", text(FORM));

        assertThat(colleague("hr1").deploys(TENANT, form).status()).isEqualTo(403);
        assertThat(colleague("designer1").deploys(TENANT, form).status()).isEqualTo(200);
        assertThat(colleague("designer1").deploys("", form).status()).isEqualTo(200);
        assertThat(colleague("admin").deploys(TENANT, form).status()).isEqualTo(200);

        Colleague.Answer other = colleague("designer1").deploys("provedal", form);
        assertThat(other.status()).isEqualTo(403);
        assertThat(message(other)).isEqualTo("Du kan bare legge ut filer for din egen kommune: eksempelvik.");
        assertThat(message(colleague("admin").deploys("", form)))
                .contains("Skriv en av disse i feltet «Tenant ID»: eksempelvik, provedal.");
    }

    @Test
    void takesEffectInNewCasesAlthoughOnlyOneFileWasSent() {
        Colleague designer = colleague("designer1");
        String caseBefore = newest("process-definition", "hiring-case");
        try {
            Colleague.Answer answer = designer.deploys("", changedForm("Ny ledetekst"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);

            String release = id(answer);
            assertThat(deploymentOf(newest("process-definition", "hiring-case")))
                    .isEqualTo(release);
            assertThat(deploymentOf(newest("process-definition", "advert"))).isEqualTo(release);
            assertThat(deploymentOf(caseBefore)).isNotEqualTo(release);
            assertThat(files(release)).isEqualTo(files(deploymentOf(caseBefore)));
            assertThat(designer.deletes("/deployment/" + release).status())
                    .as("nobody deletes what they have deployed")
                    .isEqualTo(403);
            assertThat(designer.post("/deployment/" + release + "/redeploy", json("{}"))
                            .status())
                    .isEqualTo(400);
        } finally {
            restoreForm();
        }
    }

    @Test
    void staysWhenTheApplicationStartsAgainAlsoWithNewFilesOfItsOwn() {
        Colleague designer = colleague("designer1");
        try {
            String release = id(designer.deploys("", changedForm("Vår ledetekst")));
            start.afterSingletonsInstantiated();
            assertThat(deploymentOf(newest("process-definition", "hiring-case")))
                    .isEqualTo(release);

            DeploymentBuilder update =
                    repository.createDeployment().source("Rød tråd").tenantId(TENANT);
            files(release).forEach(name -> update.addString(name, resource(release, name)));
            update.addString(FORM, text(FORM))
                    .addString(TABLE, text(TABLE).replace("name=\"Frister\"", "name=\"Nye frister\""))
                    .deploy();

            String next = newest("decision-definition", "deadlines");
            assertThat(repository.getDecisionDefinition(next).getName()).isEqualTo("Nye frister");
            assertThat(resource(repository.getDecisionDefinition(next).getDeploymentId(), FORM))
                    .contains("Vår ledetekst");
        } finally {
            restoreForm();
            start.afterSingletonsInstantiated();
        }
    }

    @Test
    void leavesWhatBelongsToARunningCaseInTheReleaseOfTheCase() {
        String running = needReported();
        String release = deploymentOf(newest("process-definition", "candidate-journey"));
        try {
            assertThat(id(colleague("designer1").deploys("", changedForm("Senere"))))
                    .isNotEqualTo(release);

            new TransactionTemplate(transactions)
                    .executeWithoutResult(transaction -> journeys.start(
                            CaseId.of(TENANT, running),
                            ApplicationId.create(),
                            Map.of(
                                    HiringVariables.EXEMPTION_REQUESTED,
                                    false,
                                    HiringVariables.INTERVIEWED,
                                    false,
                                    HiringVariables.REOPENED,
                                    false)));
            outbox.deliverDue();

            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("candidate-journey")
                            .processInstanceBusinessKey(running)
                            .list())
                    .extracting(instance -> deploymentOf(instance.getProcessDefinitionId()))
                    .containsExactly(release);
        } finally {
            restoreForm();
        }
    }

    @Test
    void isNeverCodeHoweverItIsWritten() {
        Colleague designer = colleague("designer1");
        long before = repository.createDeploymentQuery().count();

        for (Attacks.Attack attack : Attacks.all()) {
            Colleague.Answer answer = designer.deploys("", attack.file(), attack.content());
            assertThat(answer.status()).as("%s: %s", attack, answer.body()).isEqualTo(400);
            assertThat(message(answer))
                    .as(attack.what())
                    .startsWith("ENGINE-09005 Could not parse BPMN process. Errors: ")
                    .contains("(" + attack.rule() + ")");
        }

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void reachesNothingButBuildingBlocksWhenItRuns() {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("hiring-case")
                .processInstanceBusinessKey(needReported())
                .singleResult()
                .getId();

        for (String expression : List.of(
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''['class'].name}",
                "${execution.processEngineServices.repositoryService}",
                "${execution.getProcessEngineServices()}",
                "${execution.tenantId}",
                "${caseId.bytes}",
                "${dataSource}",
                "${repositoryService}",
                "${deadline.getClass()}",
                "${participants.set(caseId, null)}")) {
            assertThatThrownBy(() -> evaluated(expression, instance))
                    .as(expression)
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageMatching("(?s).*(not published to diagrams|Cannot resolve identifier).*");
        }
        assertThat(evaluated("${deadline.workingDaysFromNow(2)}", instance)).isInstanceOf(Date.class);
        assertThat(evaluated("${participants.of(execution)}", instance)).isInstanceOf(List.class);
    }

    @Test
    void opensNoOtherDoorForTheOneWhoDeploys() {
        Colleague designer = colleague("designer1");
        String definition = newest("process-definition", "hiring-case");
        String deployment = deploymentOf(definition);
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("/process-definition/" + definition + "/suspended", "{\"suspended\":true}");
        doors.put("/process-definition/suspended", "{\"processDefinitionKey\":\"hiring-case\",\"suspended\":true}");
        doors.put("/process-definition/" + definition + "/start", "{\"variables\":{}}");
        doors.put("/process-definition/" + definition + "/history-time-to-live", "{\"historyTimeToLive\":1}");
        doors.put("/deployment/" + deployment + "/redeploy", "{}");
        doors.put("/migration/execute", MIGRATION.formatted(definition, definition));
        doors.put(
                "/modification/execute",
                "{\"processDefinitionId\":\"%s\",\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"need\"}],\"processInstanceIds\":[\"a\"]}"
                        .formatted(definition));
        doors.put("/task", "{\"assigneeExpression\":\"${dataSource}\"}");
        doors.put(
                "/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${dataSource}\"}}");
        doors.put("/decision-definition/key/deadlines/tenant-id/eksempelvik/evaluate", "{\"variables\":{}}");
        doors.put("/message", "{\"messageName\":\"application.received\",\"tenantId\":\"eksempelvik\",\"all\":true}");
        doors.put(
                "/authorization/create",
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"designer1\",\"resourceType\":9,\"resourceId\":\"*\"}");

        doors.forEach((path, body) -> {
            boolean put = path.contains("suspended") || path.endsWith("live");
            Colleague.Answer answer = put ? designer.puts(path, json(body)) : designer.post(path, json(body));
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(400, 500);
            assertThat(answer.body()).as(path).doesNotContain("jdbc:");
        });
        assertThat(designer.deletes("/process-definition/" + definition).status())
                .isEqualTo(403);
        assertThat(designer.deletes("/deployment/" + deployment + "?cascade=true")
                        .status())
                .isEqualTo(403);
        assertThat(repository.getProcessDefinition(definition).isSuspended()).isFalse();
    }

    /** A serialized object runs code of its class when it is read. */
    @Test
    void isNoWayInForObjects() {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("hiring-case")
                .processInstanceBusinessKey(needReported())
                .singleResult()
                .getId();
        String variable = "/process-instance/%s/variables/caseNumber".formatted(instance);
        for (String format : List.of("application/x-java-serialized-object", "application/json")) {
            String object = """
                    {"value": "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0", "type": "Object",
                     "valueInfo": {"objectTypeName": "java.util.ArrayList", "serializationDataFormat": "%s"}}""".formatted(format);
            for (String user : List.of("designer1", "hr1")) {
                assertThat(colleague(user).puts(variable, json(object)).status())
                        .as("%s as %s", format, user)
                        .isEqualTo(403);
            }
            if (format.contains("java")) {
                assertThat(message(colleague("admin").puts(variable, json(object))))
                        .contains("Java serialization format is prohibited");
            }
        }
        assertThat(runtime.getVariables(instance).values())
                .allSatisfy(value -> assertThat(value).isNotInstanceOf(List.class));
    }

    @Test
    void isAnsweredAsTheModelerExpects() {
        Colleague designer = colleague("designer1");
        assertThat(designer.withoutLogin("/engine-rest/deployment?maxResults=0").status())
                .isEqualTo(401);
        assertThat(designer.withoutLogin("/engine-rest/version").status()).isEqualTo(401);
        assertThat(timed("login", () -> designer.get("/deployment?maxResults=0"))
                        .status())
                .isEqualTo(200);
        assertThat(timed("version", () -> designer.get("/version")).body()).contains("7.24");
        assertThat(designer.deploysFrom("https://elsewhere.example").status())
                .as("a foreign page in the designer's browser")
                .isEqualTo(403);
        try {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    "advert.bpmn",
                    text("processes/advert.bpmn")
                            .replace("isExecutable=\"true\"", "isExecutable=\"true\" camunda:versionTag=\"pilot\""));
            files.put("channels.dmn", text("processes/channels.dmn"));
            files.putAll(changedForm("Vedlegg"));
            Colleague.Answer answer = timed("diagram, table and form", () -> designer.deploys("", files));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode definitions = read(answer).path("deployedProcessDefinitions");
            assertThat(definitions).hasSize(1);
            assertThat(definitions.elements().next().path("key").asText()).isEqualTo("advert");
            Colleague.Answer started = colleague("hr1")
                    .post("/process-definition/" + newest("process-definition", "hiring-case") + "/start", json("{}"));
            assertThat(message(started)).contains("En ansettelsessak må startes med skjemaet «Meld behov».");

            Colleague.Answer again = timed("the same again", () -> designer.deploys("", files));
            assertThat(id(again)).isEqualTo(id(answer));
            assertThat(read(again).path("deployedProcessDefinitions").isNull()).isTrue();

            Colleague.Answer refusal = timed("refusal", () -> designer.deploys("", "advert.bpmn", "<bpmn:definitions"));
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(message(refusal))
                    .contains("Filen «advert.bpmn» kan ikke leses.")
                    .contains("line 1");
        } finally {
            restoreForm();
            assertThat(designer.deploys("", "advert.bpmn", text("processes/advert.bpmn"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(read(designer.withoutLogin("/.well-known/camunda-automation-platform/webapps"))
                        .path("cockpitUrl")
                        .asText())
                .isEqualTo("http://127.0.0.1:" + port + "/camunda/app/cockpit/");
    }

    private Object evaluated(String expression, String instance) {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
        return engine.getCommandExecutorTxRequired()
                .execute(context -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(context.getExecutionManager().findExecutionById(instance)));
    }

    /** The Modeler waits five seconds for each answer. */
    private static Colleague.Answer timed(String what, Supplier<Colleague.Answer> request) {
        long begin = System.nanoTime();
        Colleague.Answer answer = request.get();
        System.out.printf("Modeler, %s: %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
        return answer;
    }

    private static Map<String, String> changedForm(String label) {
        String form = text(FORM);
        return Map.of("write-advert.form", form.replaceFirst("\"label\": \"[^\"]+\"", "\"label\": \"" + label + "\""));
    }

    private void restoreForm() {
        assertThat(colleague("designer1")
                        .deploys("", "write-advert.form", text(FORM))
                        .status())
                .isEqualTo(200);
    }

    private String deploymentOf(String definition) {
        return repository.getProcessDefinition(definition).getDeploymentId();
    }

    private List<String> files(String deployment) {
        return repository.getDeploymentResourceNames(deployment).stream()
                .sorted()
                .toList();
    }

    private String resource(String deployment, String name) {
        try (InputStream in = repository.getResourceAsStream(deployment, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String id(Colleague.Answer answer) {
        return read(answer).path("id").asText();
    }

    @Test
    void givesNewCasesNewDeadlinesAndRunningOnesWhenHrAsksForIt() {
        String running = caseWithAPlan();
        Deadlines before = deadlines(running);
        assertThat(before).isEqualTo(new Deadlines(LocalDate.parse("2029-09-06"), LocalDate.parse("2029-09-10")));
        String table = text(TABLE);
        try {
            assertThat(deploys(
                                    TABLE,
                                    changed(
                                            changed(table, "advertPointDeadline", "5 arbeidsdager", "4 arbeidsdager"),
                                            "writeAdvertDeadline",
                                            "3 arbeidsdager",
                                            "4 arbeidsdager"))
                            .status())
                    .isEqualTo(200);

            Deadlines later = deadlines(caseWithAPlan());
            assertThat(later).isEqualTo(new Deadlines(LocalDate.parse("2029-09-07"), LocalDate.parse("2029-09-07")));
            assertThat(deadlines(running)).as("a running case keeps its own").isEqualTo(before);

            StaffBrowser hr = new StaffBrowser("http://127.0.0.1:" + port, "hr1");
            Document page = hr.sends(
                    hr.visits("/saker/" + TENANT + "-" + running + "/plan"), "form[action$=/frister]", Map.of());

            assertThat(page.text()).contains("Fristene er regnet ut på nytt.");
            assertThat(deadlines(running)).isEqualTo(later);
        } finally {
            assertThat(deploys(TABLE, table).status()).isEqualTo(200);
        }
    }

    @Test
    void movesAlsoAWatchThatHasBegun() {
        String running = caseWithAPlan();
        world.waitUntil(LocalDate.parse("2029-09-13"));
        LocalDate leaderIsTold = escalation(running);
        String table = text(TABLE);
        try {
            assertThat(deploys(TABLE, changed(table, "advertPointDeadline", "9 arbeidsdager", "10 arbeidsdager"))
                            .status())
                    .isEqualTo(200);
            assertThat(escalation(running)).isEqualTo(leaderIsTold);

            StaffBrowser hr = new StaffBrowser("http://127.0.0.1:" + port, "hr1");
            hr.sends(hr.visits("/saker/" + TENANT + "-" + running + "/plan"), "form[action$=/frister]", Map.of());

            assertThat(escalation(running)).isAfter(leaderIsTold);
        } finally {
            assertThat(deploys(TABLE, table).status()).isEqualTo(200);
        }
    }

    /**
     * @param writeAdvert the last day in time
     * @param watch the day the watch over the advert begins
     */
    private record Deadlines(LocalDate writeAdvert, LocalDate watch) {}

    private Deadlines deadlines(String caseNumber) {
        return new Deadlines(
                World.dayOf(
                        colleague("manager1").dueOf(caseNumber, "writeAdvert").minusMillis(1)),
                timer(caseNumber, "advert", "deadlineNears"));
    }

    private LocalDate escalation(String caseNumber) {
        return timer(caseNumber, "deadline-watch", "escalationDue");
    }

    private LocalDate timer(String caseNumber, String process, String element) {
        List<LocalDate> days = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(element).list().stream())
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .map(World::dayOf)
                .distinct()
                .toList();
        assertThat(days).as("%s in %s", element, process).hasSize(1);
        return days.get(0);
    }

    private String needReported() {
        return colleague("manager1").reportsNeedOfAnOfficer(TENANT);
    }

    private String caseWithAPlan() {
        String caseNumber = needReported();
        colleague("manager1").does(caseNumber, "assessNeed");
        colleague("hr1").does(caseNumber, "clarifyPreferenceRights");
        if (colleague("hr1").allOf(caseNumber).contains("coordinateJointAdvert")) {
            colleague("hr1").does(caseNumber, "coordinateJointAdvert");
        }
        colleague("budgetOwner1").does(caseNumber, "approvePosition", Map.of("approvalOutcome", "approve"));
        colleague("hr1").does(caseNumber, "setUpPlan");
        return caseNumber;
    }

    private static String changed(String table, String rule, String from, String to) {
        int begin = table.indexOf("<rule id=\"" + rule + "\">");
        int end = table.indexOf("</rule>", begin);
        String row = table.substring(begin, end);
        assertThat(row).contains("\"" + from + "\"");
        return table.substring(0, begin) + row.replace("\"" + from + "\"", "\"" + to + "\"") + table.substring(end);
    }

    private Colleague.Answer deploys(String name, String content) {
        return colleague("admin").deploys(TENANT, name, content);
    }

    private String newest(String kind, String key) {
        return read(colleague("admin").get("/" + kind + "/key/" + key + "/tenant-id/" + TENANT))
                .path("id")
                .asText();
    }

    private static String message(Colleague.Answer answer) {
        return read(answer).path("message").asText();
    }

    private static JsonNode read(Colleague.Answer answer) {
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Colleague colleague(String user) {
        return new Colleague("http://127.0.0.1:" + port, user, world);
    }
}
