package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.CaseHistory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DrawnProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a municipality's processes after they are deployed. */
@DisplayName("En versjon av prosessene")
class VersionStoryTest extends Story {

    private static final String TENANT = "eksempelvik";
    private static final String PAGE = "/prosesser";
    private static final String JOURNEY = "processes/candidate-journey.bpmn";
    private static final String FORM = "forms/write-advert.form";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DrawnProcesses drawn;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private CaseHistory history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("processDeployer")
    private SmartInitializingSingleton start;

    private StaffBrowser designer;

    @BeforeEach
    void aDesignerReads() {
        designer = browser("designer1");
    }

    @AfterEach
    void theFormIsOursAgain() {
        ClockUtil.reset();
        deploysForm(text(FORM), "write-advert");
    }

    @Test
    void tellsWhoPutItInForceWhenAndWhyAndAsksWhenTheModelerDoesNotKnow() {
        deploysForm(changedForm("Kortere tekst"), "Lettere å skrive utlysning");
        Element newest = newest(browser("hr1").visits(PAGE));
        assertThat(newest.text())
                .contains("Gjelder nå")
                .contains("Lettere å skrive utlysning")
                .contains("Av Demo Tegnestad")
                .contains("Endret: skjemaet til «Skriv utlysningstekst» (write-advert.form)")
                .contains("Ingen saker som er i gang")
                .doesNotContain("Begrunnelse mangler")
                .doesNotContain("Lagre begrunnelsen");
        assertThat(newest.select("a").eachText()).containsExactly("Se forskjellen", "Les rutinen", "Saker");

        deploysForm(changedForm("Enda kortere"), "Lettere å skrive utlysning");
        assertThat(newest(designer.visits(PAGE)).text())
                .as("the Modeler remembers what was written the last time")
                .contains("Begrunnelse mangler");
        assertThat(explains("").select(".field__problem").text())
                .isEqualTo("Skriv hvorfor denne versjonen ble tatt i bruk.");
        String tooLong = "Fordi ".repeat(200).strip();
        Document refused = explains(tooLong);
        assertThat(refused.select("[role=alert]").text())
                .contains("Ingenting er lagret. Begrunnelsen kan være på høyst");
        assertThat(newest(refused).select("textarea").val()).isEqualTo(tooLong);

        explains("Lederne spurte om det");
        assertThat(explains("Lederne i skolen spurte om det").text()).contains("Begrunnelsen er lagret.");
        newest = newest(designer.visits(PAGE));
        assertThat(newest.select(".version__why").text()).isEqualTo("Lederne i skolen spurte om det");
        assertThat(newest.select("details:contains(Tidligere begrunnelser) li").text())
                .startsWith("«Lederne spurte om det» – Demo Tegnestad, ");
        try (Eyes eyes = new Eyes(address())) {
            eyes.logsIn("designer1");
            eyes.lookAt(PAGE);
        }
    }

    @Test
    void isReadByHrAndExplainedByDesignersOfTheMunicipalityOnly() {
        String id = newest(designer.visits(PAGE)).id().replace("versjon-", "");
        String address = PAGE + "/versjoner/" + id + "/begrunnelse";

        assertThat(browser("manager1").visits(PAGE).text()).contains("Prosesser kan leses av HR");
        assertThat(browser("hr1").posts(address, Map.of("begrunnelse", "Fordi")).text())
                .contains("Prosesser kan endres av prosessdesigner og administrator.");
        assertThat(designer.visits(PAGE + "?kommune=provedal").text()).contains("hører til en annen kommune");
        assertThat(browser("admin")
                        .posts(address, Map.of("begrunnelse", "Fordi", "kommune", "provedal"))
                        .text())
                .contains("Denne versjonen finnes ikke.");
    }

    @Test
    void isPutInForceAgainWithExactlyItsFilesInOneClickAlsoWhenTheApplicationStartsAgain() {
        int ours = versions();
        Map<String, String> before = files(idOfNewest());
        deploysOwnFormAndOneMore();
        assertThat(files(idOfNewest())).containsKey("forms/extra.form");
        try {
            Document page = goesBackTo(ours);

            assertThat(page.select("[role=status]").text())
                    .isEqualTo("Versjon %d gjelder nå. Saker som er i gang, fortsetter i den de begynte i."
                            .formatted(ours + 2));
            assertThat(newest(page).text())
                    .contains("Tilbake til versjon " + ours)
                    .contains("Av Demo Tegnestad")
                    .contains("Endret: skjemaet til «Skriv utlysningstekst» (write-advert.form)")
                    .contains("Fjernet: skjemaet (extra.form)");
            assertThat(files(idOfNewest())).isEqualTo(before);
            assertThat(goesBackTo(ours).select("[role=status]").text())
                    .isEqualTo("Filene er de samme som gjelder nå. Ingenting er endret.");

            theApplicationBrings(before, changedForm("Ny ledetekst fra oss"));
            assertThat(files(idOfNewest()).get(FORM))
                    .as("files that are the application's follow the application")
                    .contains("Ny ledetekst fra oss");

            goesBackTo(ours + 1);
            String back = idOfNewest();
            start.afterSingletonsInstantiated();
            assertThat(idOfNewest()).isEqualTo(back);
            assertThat(files(back))
                    .as("files that were the municipality's are so again")
                    .containsKey("forms/extra.form")
                    .hasEntrySatisfying(FORM, form -> assertThat(form).contains("Vår ledetekst"));
        } finally {
            goesBackTo(ours);
        }
    }

    private void deploysOwnFormAndOneMore() {
        String extra = text(FORM).replace("\"id\": \"write-advert\"", "\"id\": \"extra\"");
        assertThat(new Colleague(address(), "designer1", new World(management, outbox))
                        .deploys(
                                "",
                                Map.of("write-advert.form", changedForm("Vår ledetekst"), "extra.form", extra),
                                "Vårt eget")
                        .status())
                .isEqualTo(200);
    }

    private void theApplicationBrings(Map<String, String> files, String form) {
        DeploymentBuilder update =
                repository.createDeployment().source("Rød tråd").tenantId(TENANT);
        files.forEach(update::addString);
        update.addString(FORM, form).deploy();
    }

    @Test
    void isRefusedInWordsWhenItBreaksARuleThatHasComeSince() {
        String older = idOfNewest();
        int number = versions();
        deploysForm(changedForm("Nyere"), "Nyere");
        String newer = idOfNewest();
        String journey = text(JOURNEY);
        keeps(older, journey.replace("targetRef=\"sendFinalAnswer\"", "targetRef=\"answerDelivery\""));
        try {
            Document page = goesBackTo(number);

            assertThat(page.select("[role=alert]").text())
                    .contains("Versjon %d kan ikke tas i bruk igjen slik den er".formatted(number))
                    .contains("Saken kan bli ferdig uten «Send endelig svar» (sendFinalAnswer)")
                    .contains("Regel G03 · processes/candidate-journey.bpmn, linje");
            assertThat(idOfNewest()).isEqualTo(newer);
        } finally {
            keeps(older, journey);
        }
    }

    private Document goesBackTo(int number) {
        return designer.clicks(designer.visits(PAGE), "Gå tilbake til versjon " + number, Map.of());
    }

    private int versions() {
        return drawn.versions(TENANT).get(0).number();
    }

    private String idOfNewest() {
        return drawn.versions(TENANT).get(0).id();
    }

    private Map<String, String> files(String version) {
        return drawn.files(TENANT, version).orElseThrow();
    }

    /** As if it had been deployed before there was a rule. */
    private void keeps(String version, String journey) {
        jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where deployment_id_ = :id and name_ = :name")
                .param("bytes", journey.getBytes(StandardCharsets.UTF_8))
                .param("id", version)
                .param("name", JOURNEY)
                .update();
    }

    @Test
    void isTriedForATimeComparedWithTheOneBeforeAndGoneBackFromWithTheConclusionAsTheReason() {
        World world = new World(management, outbox);
        world.itIs("2029-09-03", "09:00");
        int number = versions();
        String before = idOfNewest();
        deploysForm(changedForm("Til prøve"), "Kortere tekster");
        String tried = idOfNewest();

        Document refused = tries("Blir tekstene kortere?", "2029-09-02");
        assertThat(refused.select(".field__problem").text()).isEqualTo("Velg en dag fra i dag til om to år.");
        assertThat(newest(refused).select("textarea[name=formaal]").val()).isEqualTo("Blir tekstene kortere?");
        assertThat(newest(tries("Blir tekstene kortere?", "2029-09-30")).text())
                .contains("Prøves til og med 30. september 2029")
                .contains("Blir tekstene kortere?")
                .doesNotContain("Start prøven");

        String caseNumber = reportsNeed(world);
        StaffBrowser hr = browser("hr1");
        assertThat(hr.visits("/saker/" + TENANT + "-" + caseNumber).text())
                .contains("Saken begynte i en versjon av prosessen som prøves til og med 30. september 2029,"
                        + " for å finne ut: «Blir tekstene kortere?»");
        assertThat(hr.visits(evaluation(tried)).text())
                .contains("For få saker til å sammenligne.")
                .contains("Saker som er begynt 1 0")
                .contains("Fra behov til utlysning For få saker (0 er kommet så langt)")
                .doesNotContain("Avslutt prøven");
        assertThat(hr.visits("/saker").text()).doesNotContain("Prøven av en versjon");

        ClockUtil.setCurrentTime(Date.from(Instant.parse("2029-10-01T07:00:00Z")));
        assertThat(hr.visits("/saker").text())
                .contains("Prøven av en versjon av prosessen var over 30. september 2029, og ingen har konkludert:"
                        + " «Blir tekstene kortere?».");
        try (Eyes eyes = new Eyes(address())) {
            eyes.logsIn("designer1");
            eyes.lookAt(evaluation(tried));
        }
        assertThat(concludes(tried, "", "tilbake").select(".field__problem").text())
                .isEqualTo("Skriv hva dere fant ut.");

        String journey = text(JOURNEY);
        keeps(before, journey.replace("targetRef=\"sendFinalAnswer\"", "targetRef=\"answerDelivery\""));
        try {
            Document broken = concludes(tried, "De ble ikke lest", "tilbake");
            assertThat(broken.select("[role=alert]").text()).contains("sendFinalAnswer", "Regel G03");
            assertThat(broken.select("textarea[name=konklusjon]").val()).isEqualTo("De ble ikke lest");
            assertThat(idOfNewest()).isEqualTo(tried);
        } finally {
            keeps(before, journey);
        }
        Document page = concludes(tried, "De ble ikke lest", "tilbake");

        assertThat(newest(page).select(".version__why").text()).isEqualTo("De ble ikke lest");
        assertThat(files(idOfNewest())).isEqualTo(files(before));
        assertThat(page.expectFirst("article:contains(Versjon %d )".formatted(number + 1))
                        .text())
                .contains("Prøvd, og gikk tilbake")
                .contains("Konklusjon De ble ikke lest (Demo Tegnestad)");
        assertThat(hr.visits("/saker").text()).doesNotContain("Prøven av en versjon");
        assertThat(hr.visits("/saker/" + TENANT + "-" + caseNumber).text())
                .contains("Kommunen gikk tilbake til versjonen før.");
        movesToTheNewest(caseNumber);
        assertThat(history.begunUnder(CaseId.of(TENANT, caseNumber)))
                .as("a case that is moved counts where it began")
                .hasValue(tried);
    }

    private Document tries(String purpose, String lastDay) {
        return designer.sends(
                designer.visits(PAGE), "form[action$=/prove]", Map.of("formaal", purpose, "sisteDag", lastDay));
    }

    private Document concludes(String version, String conclusion, String choice) {
        return designer.sends(
                designer.visits(evaluation(version)),
                "form[action$=/konklusjon]",
                Map.of("konklusjon", conclusion, "valg", choice));
    }

    private static String evaluation(String version) {
        return PAGE + "/versjoner/" + version + "/evaluering";
    }

    private String reportsNeed(World world) {
        return new Colleague(address(), "manager1", world).reportsNeedOfAnOfficer(TENANT);
    }

    private void movesToTheNewest(String caseNumber) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("hiring-case")
                .processInstanceBusinessKey(caseNumber)
                .singleResult();
        String newest = repository
                .createProcessDefinitionQuery()
                .deploymentId(idOfNewest())
                .processDefinitionKey("hiring-case")
                .singleResult()
                .getId();
        runtime.newMigration(runtime.createMigrationPlan(instance.getProcessDefinitionId(), newest)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(instance.getId())
                .execute();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getProcessDefinitionId())
                .isEqualTo(newest);
    }

    private Document explains(String reason) {
        return designer.sends(
                designer.visits(PAGE), "article.version form[action$=/begrunnelse]", Map.of("begrunnelse", reason));
    }

    private static Element newest(Document page) {
        return page.expectFirst("article.version");
    }

    private void deploysForm(String form, String deploymentName) {
        Colleague.Answer answer = new Colleague(address(), "designer1", new World(management, outbox))
                .deploys("", Map.of("write-advert.form", form), deploymentName);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String changedForm(String label) {
        return text(FORM).replaceFirst("\"label\": \"[^\"]+\"", "\"label\": \"" + label + "\"");
    }

    private StaffBrowser browser(String user) {
        return new StaffBrowser(address(), user);
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
