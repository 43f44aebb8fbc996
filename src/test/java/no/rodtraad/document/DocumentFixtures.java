package no.rodtraad.document;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The package's own implementations, for tests of those who use them. */
public final class DocumentFixtures {

    private DocumentFixtures() {}

    public static PdfRenderer renderer() {
        return new ThymeleafPdfRenderer();
    }

    public static Documents documents(JdbcClient database, Clock clock) {
        return new JdbcDocuments(database, clock);
    }
}
