package no.rodtraad.link;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The package's own implementation, for tests of those who use it. */
public final class LinkFixtures {

    private static final Duration MONTH = Duration.ofDays(30);

    private LinkFixtures() {}

    public static SecretLinks links(JdbcClient database, Clock clock) {
        return new SecretLinks(database, clock, new LinkValidity(MONTH, MONTH, MONTH, MONTH));
    }
}
