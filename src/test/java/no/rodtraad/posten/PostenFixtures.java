package no.rodtraad.posten;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import no.rodtraad.process.Municipalities;
import no.rodtraad.signing.SigningService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The package's own implementations, for tests of those who use them. */
public final class PostenFixtures {

    private PostenFixtures() {}

    /**
     * @param server where Posten answers
     * @param certificates a folder with {@code Eksempelvik.p12} and the authorities in {@code trusted}
     */
    public static SigningService signing(
            URI server,
            Path certificates,
            Municipalities municipalities,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        var settings = new PostenSettings(
                certificates.resolve("Eksempelvik.p12"),
                TestCertificates.PASSWORD,
                PostenSettings.Environment.TEST,
                false,
                "rodtraad");
        var certificate = new OrganisationCertificate(settings, clock);
        var environment = settings.environment()
                .service()
                .withServiceUrl(server)
                .withCertificates(certificates.resolve("trusted").toString());
        return new PostenSigning(
                settings,
                new PostenPortal(settings, environment, certificate, clock),
                certificate,
                new PostenJobs(database, clock, transactions),
                municipalities,
                clock);
    }
}
