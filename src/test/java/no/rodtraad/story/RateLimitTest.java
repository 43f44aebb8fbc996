package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@DisplayName("Whoever tries too often")
@TestPropertySource(
        properties = {
            "rodtraad.rate-limits.enabled=true",
            // no mail is sent, and the other stories' application may still have the mail server's port
            "spring.mail.host=127.0.0.1",
            "rodtraad.rate-limits.forms=3/1h",
            "rodtraad.rate-limits.wrong-links=3/1h",
            "rodtraad.rate-limits.wrong-passwords=3/1h",
            "server.tomcat.accesslog.enabled=true",
            "server.tomcat.accesslog.buffered=false",
            "server.tomcat.accesslog.pattern=combined"
        })
class RateLimitTest extends Story {

    private static final Path LOGS =
            Path.of("target", "access-log-" + System.nanoTime()).toAbsolutePath();

    private static int visitors;

    @DynamicPropertySource
    static void ownLog(DynamicPropertyRegistry properties) {
        properties.add("server.tomcat.accesslog.directory", LOGS::toString);
    }

    @LocalServerPort
    private int port;

    /** Each test comes from an address of its own, through a proxy on this machine. */
    private String address;

    private Eyes eyes;

    @BeforeEach
    void aNewAddress() {
        visitors++;
        address = "198.51.100." + visitors;
        eyes = new Eyes("http://127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void isAskedToWaitAndKeepsWhatWasTyped() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(sendsForm(address).statusCode()).isEqualTo(404);
        }
        Connection.Response refused = sendsForm(address);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(1, 1_200);
        assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
        Document page = refused.parse();
        assertThat(page.select("h1").text()).isEqualTo("Vent litt");
        assertThat(page.text()).contains("minutter og prøv igjen", "Filer må du velge på nytt");
        assertThat(page.select("form[enctype=multipart/form-data]").attr("action"))
                .isEqualTo("/stillinger/finnes-ikke/sok");
        assertThat(page.select("input[name=letter]").val()).isEqualTo("Fordi \"jeg\" <b>vil</b>.");
    }

    @Test
    void doesNotStandInTheWayOfOthersBehindTheSameProxy() throws IOException {
        for (int i = 0; i < 4; i++) {
            sendsForm(address);
        }
        assertThat(sendsForm(address).statusCode()).isEqualTo(429);
        assertThat(sendsForm("203.0.113.7").statusCode()).isEqualTo(404);
    }

    @Test
    void isRecognisedWhateverAddressItClaimsBeforeTheProxyAddsTheRealOne() throws IOException {
        for (int i = 0; i < 4; i++) {
            sendsForm("203.0.113." + (100 + i) + ", " + address);
        }
        assertThat(sendsForm("203.0.113.200, " + address).statusCode()).isEqualTo(429);
    }

    @Test
    void cannotGuessSecretLinks() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(opens("/soknad/" + "x".repeat(42) + i).statusCode()).isEqualTo(404);
        }
        assertThat(opens("/soknad/" + "y".repeat(43)).statusCode()).isEqualTo(429);
        assertThat(opens("/undersokelse/" + "y".repeat(43)).statusCode()).isEqualTo(429);
        assertThat(opens("/").statusCode()).as("the vacancies").isEqualTo(200);
    }

    @Test
    void cannotGuessPasswords() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(asks("hr1", "wrong").statusCode()).isEqualTo(401);
        }
        Connection.Response refused = asks("hr1", "demo");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Vent").contains("minutter");
    }

    @Test
    void mayFollowLinksAndLogInAsOftenAsTheyLikeWhenTheyAreRight() throws IOException {
        for (int i = 0; i < 6; i++) {
            assertThat(asks("hr1", "demo").statusCode()).isEqualTo(200);
            assertThat(opens("/soknad/mottatt").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void leavesNoSecretLinkInTheAccessLog() throws IOException {
        String token = "s".repeat(43);
        request("/soknad/" + token)
                .referrer("http://127.0.0.1/soknad/" + token + "/trekk")
                .execute();

        // Tomcat writes the line when the answer has gone
        await().untilAsserted(
                        () -> assertThat(accessLog()).contains("/soknad/***").contains("/soknad/***/trekk"));
        assertThat(accessLog()).doesNotContain(token);
    }

    private static String accessLog() throws IOException {
        try (Stream<Path> logs = Files.list(LOGS)) {
            return Files.readString(logs.findFirst().orElseThrow());
        }
    }

    @Test
    void seesAPageThatEverybodyCanUse() throws IOException {
        for (int i = 0; i < 4; i++) {
            Jsoup.connect("http://127.0.0.1:" + port + "/soknad/" + "z".repeat(43))
                    .ignoreHttpErrors(true)
                    .execute();
        }
        eyes.lookAt("/soknad/" + "z".repeat(43));
    }

    private Connection.Response sendsForm(String from) throws IOException {
        Connection.Response form = request("/soknad/ny-lenke").execute();
        String token = form.parse().expectFirst("input[name=_csrf]").val();
        return request("/stillinger/finnes-ikke/sok")
                .header("X-Forwarded-For", from)
                .cookies(form.cookies())
                .data("_csrf", token)
                .data("letter", "Fordi \"jeg\" <b>vil</b>.")
                .data("cv", "cv.pdf", new ByteArrayInputStream("%PDF-".getBytes(StandardCharsets.US_ASCII)))
                .method(Connection.Method.POST)
                .execute();
    }

    private Connection.Response opens(String path) throws IOException {
        return request(path).execute();
    }

    private Connection.Response asks(String user, String password) throws IOException {
        String login =
                java.util.Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request("/engine-rest/task/count")
                .header("Authorization", "Basic " + login)
                .execute();
    }

    private Connection request(String path) {
        return Jsoup.connect("http://127.0.0.1:" + port + path)
                .header("X-Forwarded-For", address)
                .ignoreContentType(true)
                .ignoreHttpErrors(true);
    }
}
