package no.rodtraad.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities.Municipality;
import no.rodtraad.vacancy.Vacancy;
import no.rodtraad.vacancy.VacancyFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("NAV")
class NavChannelTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T23:30:00Z"), ZoneOffset.UTC);
    private static final String RECEIVED = """
            {"versionId":7,"status":"RECEIVED","md5":"3D5A0C23BC12D58D5865CF3CFC086F11","items":1,
             "created":"2026-12-02T00:30:00.5","updated":"2026-12-02T00:30:00.5"}
            """;

    private final List<String> calls = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private int status = 200;
    private String answer = RECEIVED;
    private HttpServer server;
    private NavChannel nav;

    @BeforeEach
    void serverStarts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        nav = channel("4711", "hemmelig");
    }

    @AfterEach
    void serverStops() {
        server.stop(0);
    }

    @Test
    void getsAnAdvertWithOnlyTheFieldsAndKindsOfItsOwnExamples() throws IOException {
        Map<String, String> known = NavSamples.fields();
        nav.publish(advert());

        assertThat(NavSamples.fieldsOf(sent())).hasSizeGreaterThan(20).allSatisfy((field, kind) -> {
            if (!field.equals("properties.jobpercentage") && !field.equals("employer.reference")) {
                assertThat(known).containsEntry(field, kind);
            }
        });
    }

    @Test
    void getsWhatTheAdvertSays() throws IOException {
        assertThat(nav.publish(advert())).isEqualTo("Mottatt av NAV, versjon 7.");

        assertThat(calls)
                .containsExactly(
                        "POST /stillingsimport/api/v1/transfers/4711 Bearer hemmelig application/x-json-stream");
        JsonNode ad = sent();
        assertThat(ad.path("reference").asText()).isEqualTo("eksempelvik-2026-0042");
        assertThat(ad.path("positions").asInt()).isEqualTo(2);
        assertThat(ad.path("adText").asText())
                .startsWith("<p>Vil du være med?</p>")
                .contains("&lt;frisk luft&gt;");
        assertThat(ad.path("published").asText()).as("Norwegian time").isEqualTo("2026-12-02T00:30");
        assertThat(ad.path("expires").asText()).isEqualTo("2026-12-20T23:59:59");
        assertThat(ad.at("/employer/orgnr").asText()).isEqualTo("987654321");
        assertThat(ad.at("/locationList/0/postalCode").asText()).isEqualTo("9999");
        assertThat(ad.at("/locationList/0/municipal").asText()).isEqualTo("Eksempelvik");
        assertThat(ad.at("/contactList/0/name").asText()).isEqualTo("Kari Eksempel");
        JsonNode properties = ad.path("properties");
        assertThat(properties.path("sector").asText()).isEqualTo("Offentlig");
        assertThat(properties.path("extent").asText()).isEqualTo("Deltid");
        assertThat(properties.path("engagementtype").asText()).isEqualTo("Vikariat");
        assertThat(properties.path("applicationdue").asText()).isEqualTo("2026-12-20");
        assertThat(properties.path("applicationurl").asText())
                .isEqualTo("https://stillinger.example/stillinger/barnehagelaerer");
        assertThat(bodies.get(0)).as("one advert a line").doesNotContain("\n");
    }

    @Test
    void mayHaveGotTheSameAdvertBefore() {
        answer = RECEIVED.replace("RECEIVED", "SKIPPED");

        assertThat(nav.update(advert())).startsWith("Mottatt");
    }

    @Test
    void hasRefusedWhenTheReceiptSaysSoAlthoughHttpSaysOk() {
        answer = RECEIVED
                + "{\"status\":\"ERROR\",\"message\":\"INVALID_VALUE: contact \\\"Kari Eksempel\\\" kari@eksempelvik.example\"}";

        assertThatThrownBy(() -> nav.publish(advert()))
                .hasMessage("NAV tok ikke imot annonsen (ERROR). INVALID_VALUE: contact … …")
                .hasNoCause();
    }

    @Test
    void isNotBelievedWithoutAReceipt() {
        answer = "";
        assertThatThrownBy(() -> nav.publish(advert())).hasMessageContaining("ingen kvittering");
        answer = "<html>Vedlikehold</html>";
        assertThatThrownBy(() -> nav.publish(advert())).hasMessageContaining("ikke er en kvittering");
        answer = "{}";
        assertThatThrownBy(() -> nav.publish(advert())).hasMessageContaining("tok ikke imot");
    }

    @Test
    void saysWhatIsWrongWithTheKeyAndWhatWithItself() {
        status = 401;
        assertThatThrownBy(() -> nav.publish(advert())).hasMessageContaining("rodtraad.nav.token");
        status = 503;
        assertThatThrownBy(() -> nav.publish(advert())).hasMessage("NAV svarte med feil (HTTP 503).");
        assertThatThrownBy(() -> nav.withdraw(advert())).hasMessage("NAV svarte med feil (HTTP 503).");
    }

    @Test
    void takesTheAdvertDownAndMayNotHaveHadIt() {
        nav.withdraw(advert());
        status = 404;
        nav.withdraw(advert());

        assertThat(calls)
                .hasSize(2)
                .allMatch(call -> call.startsWith(
                        "DELETE /stillingsimport/api/v1/transfers/4711/eksempelvik-2026-0042 Bearer hemmelig"));
    }

    @Test
    void isNotCalledWithoutSettings() {
        NavChannel unset = channel("", "");

        assertThat(unset.unusableBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("rodtraad.nav.provider-id"));
        assertThatThrownBy(() -> unset.publish(advert())).hasMessageContaining("ikke satt opp");
        assertThat(calls).isEmpty();
        assertThat(nav.unusableBecause()).isEmpty();
    }

    private JsonNode sent() throws IOException {
        return JSON.readTree(bodies.get(bodies.size() - 1));
    }

    private NavChannel channel(String provider, String token) {
        URI url = URI.create("http://localhost:%d/stillingsimport"
                .formatted(server.getAddress().getPort()));
        return new NavChannel(
                new NavSettings(url, provider, token, Map.of("eksempelvik", new NavSettings.Employer("987654321"))),
                CLOCK);
    }

    private static Advert advert() {
        Vacancy vacancy =
                VacancyFixtures.kindergartenTeacher(new CaseId("eksempelvik-2026-0042"), LocalDate.parse("2026-12-20"));
        return new Advert(
                vacancy,
                new Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1, 9999 Eksempelvik"),
                "<p>Vil du være med?</p><p>&lt;frisk luft&gt;</p>",
                "2 vikariater, 80 %",
                "https://stillinger.example/stillinger/barnehagelaerer");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestHeaders().getFirst("Content-Type")));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-json-stream");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
