package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Journeys;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
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
                        .replace("${decisionPoint.warnAt(execution,'SIGNING')}", "fjorten dager")
                        .replace(
                                "name=\"decisionPoint\" value=\"SIGNING\"",
                                "name=\"decisionPoint\" value=\"UNDERSKRIFT\""));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(message(refusal))
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains(
                        "Tidspunktet på «Fristen nærmer seg» (deadlineNears) kan ikke leses: «fjorten dager». Skriv en dato")
                .contains("«7 arbeidsdager»")
                .contains(
                        "Egenskapen decisionPoint på «Ta vare på signert avtale» (recordSigning) har verdien «UNDERSKRIFT»,"
                                + " som ikke finnes. Skriv NEED, ADVERT, INTERVIEW, OFFER, SIGNING.")
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
    void isNeverDeletedByTheOneWhoDeployedIt() {
        String mine = id(colleague("designer1").deploys("", changedForm("Sletting")));

        assertThat(colleague("designer1").deletes("/deployment/" + mine).status())
                .isEqualTo(403);
        assertThat(colleague("designer1")
                        .post("/deployment/" + mine + "/redeploy", null)
                        .status())
                .isEqualTo(400);
        colleague("admin").deploys(TENANT, "write-advert.form", text(FORM));
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
            assertThat(id(designer.deploys("", changedForm("Ny ledetekst"))))
                    .as("the same file again")
                    .isEqualTo(release);
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
        String running = caseWithAPlan();
        String release = deploymentOf(newest("process-definition", "candidate-journey"));
        try {
            assertThat(id(colleague("designer1").deploys("", changedForm("Senere"))))
                    .isNotEqualTo(release);

            new TransactionTemplate(transactions)
                    .executeWithoutResult(transaction ->
                            journeys.start(CaseId.of(TENANT, running), ApplicationId.create(), Map.of()));
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

    private String caseWithAPlan() {
        String caseNumber = colleague("manager1")
                .reportsNeed(
                        TENANT,
                        Map.of(
                                "title",
                                "Saksbehandler",
                                "workplace",
                                "Rådhuset",
                                "occupationalGroup",
                                "office",
                                "reason",
                                "replacement",
                                "extentPercent",
                                100,
                                "temporary",
                                false,
                                "worksWithChildren",
                                false,
                                "userParticipation",
                                false));
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
        try {
            return new ObjectMapper().readTree(answer.body());
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
