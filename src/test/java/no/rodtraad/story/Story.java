package no.rodtraad.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application as it runs in the demo: real PostgreSQL, real SMTP, real HTTP. Jobs and mails go when the story says so,
 * and the clock stands still until it is moved.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "rodtraad.outbox.enabled=false",
            "rodtraad.demo.vacancies=false",
            "rodtraad.database.shared-by-tests=true",
            "rodtraad.rate-limits.enabled=false",
            "rodtraad.public-url=http://stillinger.example"
        })
abstract class Story {

    private static final Path ARCHIVE = folder();
    static final int IMAP_PORT = freePort();

    @DynamicPropertySource
    static void ownDatabaseAndArchive(DynamicPropertyRegistry properties) {
        String name = "t" + Long.toHexString(System.nanoTime());
        properties.add("rodtraad.database.name", () -> name);
        properties.add(
                "rodtraad.database.folder",
                () -> "target/test-database-" + System.getProperty("rodtraad.test.fork", "0"));
        properties.add("rodtraad.archive.folder", ARCHIVE::toString);
        properties.add("rodtraad.documents.key-file", () -> "target/test-keys/" + name + ".json");
        properties.add("rodtraad.signing.authority-file", () -> "target/test-keys/" + name + "-signing.pem");
        properties.add("rodtraad.demo.mail.imap-port", () -> IMAP_PORT);
    }

    /** A case that a story leaves open would go on through the years of those that follow, and ask people for things. */
    @AfterEach
    void nothingGoesOn(@Autowired RuntimeService runtime, @Autowired JdbcClient jdbc) {
        List<String> open = runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        runtime.deleteProcessInstancesIfExists(open, "The story is told", true, true, false);
        jdbc.sql("truncate hiring_cases, outbox cascade").update();
    }

    static Path archive() {
        return ARCHIVE;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            return Files.createTempDirectory(target, "story-archive");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
