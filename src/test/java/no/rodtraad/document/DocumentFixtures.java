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

    /** What documents of a case have under the municipality's name. */
    public static final String LETTERHEAD = "Postboks 7, 9999 Eksempelvik";

    public static PdfRenderer renderer() {
        return new ThymeleafPdfRenderer(caseId -> Map.of(StandingText.LETTERHEAD, LETTERHEAD));
    }

    public static Documents documents(JdbcClient database, Clock clock) {
        return new JdbcDocuments(database, clock, cipher(database, clock));
    }

    /** @param keys where the key lies, for one who comes back */
    public static Documents documents(JdbcClient database, Clock clock, Path keys) {
        return new JdbcDocuments(database, clock, cipher(database, clock, keys));
    }

    public static FileCipher cipher(JdbcClient database, Clock clock) {
        return cipher(database, clock, KEYS);
    }

    public static FileCipher cipher(JdbcClient database, Clock clock, Path keys) {
        return new FileCipher(new KeyFile(new DocumentKeySettings(keys, false)), database, clock);
    }
}
