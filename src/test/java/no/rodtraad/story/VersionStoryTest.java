package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.DrawnProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
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
        assertThat(designer.visits(PAGE + "?kommune=provedal").text()).contains("de hører til en annen kommune");
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
