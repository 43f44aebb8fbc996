package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** The rules for processes, where people meet them: when a diagram is sent, and when it is tried before. */
@DisplayName("Reglene for prosesser")
class GuardrailStoryTest extends Story {

    private static final String TENANT = "eksempelvik";
    private static final String JOURNEY = "processes/candidate-journey.bpmn";
    private static final String TABLE = "processes/deadlines.dmn";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Test
    void refuseAWayPastTheFinalAnswerAndTheOldVersionStays() {
        String before = newestJourney();

        Colleague.Answer refusal = admin().deploys(TENANT, JOURNEY, pastTheFinalAnswer());

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(json(refusal.body()).path("message").asText())
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains("Saken kan bli ferdig uten «Send endelig svar» (sendFinalAnswer)")
                .contains("forvaltningsloven § 27 – kontroller mot Lovdata")
                .contains("(G03)");
        assertThat(newestJourney()).isEqualTo(before);
    }

    @Test
    void giveAdviceThatHrCanRead() throws IOException {
        String table = text(TABLE);
        try {
            assertThat(admin().deploys(TENANT, TABLE, table.replaceFirst("\"10 arbeidsdager\"", "\"40 arbeidsdager\""))
                            .status())
                    .isEqualTo(200);

            assertThat(hr().visits("/prosesser/kontroll").text())
                    .contains("Fristene fra behov til signert avtale er til sammen")
                    .contains("Regel G14");
        } finally {
            assertThat(admin().deploys(TENANT, TABLE, table).status()).isEqualTo(200);
        }
        assertThat(hr().visits("/prosesser/kontroll").text()).contains("Det er ingen råd om prosessene");
    }

    @Test
    void areTriedOnAPageThatDrawsWhatTheyFind() throws IOException {
        Document page = sent(pastTheFinalAnswer(), "reise.bpmn");

        assertThat(page.text())
                .contains("Prosessen kan ikke tas i bruk slik den er.")
                .contains("Saken kan bli ferdig uten «Send endelig svar» (sendFinalAnswer)")
                .contains("Må rettes · regel G03 · reise.bpmn, linje")
                .contains("Slik retter du det: La også denne veien gå gjennom");
        assertThat(page.select("svg[role=img] g text").eachText()).isNotEmpty();
        assertThat(page.select("svg[role=img] text").text()).contains("Send endelig svar");
        assertThat(sent(text(JOURNEY), "reise.bpmn").text()).doesNotContain("Må rettes");
        assertThat(sent("hei", "brev.txt").text())
                .contains("Filen «brev.txt» er ikke et diagram, en regeltabell eller et skjema.");
        assertThat(new StaffBrowser(address(), "manager1")
                        .visits("/prosesser/kontroll")
                        .text())
                .contains("Prosesser kan leses av HR");
    }

    /** Not only the rules for processes: also what the grammars and the engine would refuse. */
    @Test
    void areTriedAsTheDeploymentWouldBe() throws IOException {
        assertThat(sent(text(JOURNEY).replace("${answerCode}", "${dataSource.connection}"), "reise.bpmn")
                        .text())
                .contains("Prosessen kan ikke tas i bruk slik den er.")
                .contains("Må rettes · regel S")
                .contains("dataSource");
        assertThat(sent(
                                text("processes/contract-signing.bpmn")
                                        .replace("${deadline.daysBefore(firstDay,10)}", "fjorten dager"),
                                "signering.bpmn")
                        .text())
                .contains("Tidspunktet på «10 dager før start» (tenDaysLeft) kan ikke leses: «fjorten dager».")
                .contains("Må rettes · regel S16 · signering.bpmn, linje");
    }

    @Test
    void areExplainedOnAPageEverybodyCanUse() {
        try (Eyes eyes = new Eyes(address())) {
            eyes.logsIn("hr1");
            eyes.lookAt("/prosesser/kontroll");
        }
    }

    /** Only the whole build translates the rules. */
    @Test
    void areHandedOutForTheModeler() {
        StaffBrowser hr = hr();
        Element link = hr.visits("/prosesser/kontroll").selectFirst("a[href$=rodtraad-regler.zip]");
        assumeTrue(link != null, "The build has not translated the rules");
        if (link != null) {
            assertThat(new String(hr.downloads(link), 0, 2, StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
        }
    }

    @Test
    void answerProgramsWithTheSameFindings() throws IOException {
        Connection.Response answer = call("hr1:demo");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode result = json(answer.body());
        assertThat(result.path("refused").asBoolean()).isTrue();
        assertThat(result.path("findings").findValuesAsText("rule")).contains("G03");
        assertThat(call("ingen:gjettet").statusCode()).isEqualTo(401);
        Connection.Response refusal = call("manager1:demo");
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(json(refusal.body()).path("message").asText()).startsWith("Prosesser kan leses av HR");
    }

    private Connection.Response call(String login) throws IOException {
        return Jsoup.connect(address() + "/api/prosesser/kontroll")
                .method(Connection.Method.POST)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .data("reise.bpmn", "reise.bpmn", stream(pastTheFinalAnswer()))
                .ignoreContentType(true)
                .ignoreHttpErrors(true)
                .execute();
    }

    private Document sent(String diagram, String name) throws IOException {
        StaffBrowser hr = hr();
        Document page = hr.visits("/prosesser/kontroll");
        Connection request = page.expectForm("form[enctype]").submit();
        request.request().data().removeIf(field -> field.key().equals("filer"));
        return request.data("filer", name, stream(diagram))
                .ignoreHttpErrors(true)
                .execute()
                .parse();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pastTheFinalAnswer() {
        return text(JOURNEY).replace("targetRef=\"sendFinalAnswer\"", "targetRef=\"answerDelivery\"");
    }

    private String newestJourney() {
        return json(admin().get("/process-definition/key/candidate-journey/tenant-id/" + TENANT)
                        .body())
                .path("id")
                .asText();
    }

    private Colleague admin() {
        return new Colleague(address(), "admin", new World(management, outbox));
    }

    private StaffBrowser hr() {
        return new StaffBrowser(address(), "hr1");
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
