package no.rodtraad.document;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The package's own implementations, for tests of those who use them. */
public final class DocumentFixtures {

    private static final Path KEYS = Path.of("target", "test-keys", UUID.randomUUID() + ".json");

    private DocumentFixtures() {}

    public static PdfRenderer renderer() {
        return new ThymeleafPdfRenderer(caseId -> Map.of());
    }

    public static Documents documents(JdbcClient database, Clock clock) {
        return new JdbcDocuments(database, clock, cipher(database, clock));
    }

    public static FileCipher cipher(JdbcClient database, Clock clock) {
        return new FileCipher(new KeyFile(new DocumentKeySettings(KEYS, false)), database, clock);
    }
}
