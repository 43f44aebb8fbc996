package no.rodtraad.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import no.rodtraad.archive.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A secret link")
class SecretLinksTest {

    private static final Instant MADE = Instant.parse("2026-11-22T09:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();

    private final UUID subject = UUID.randomUUID();
    private final SecretLinks links = at(MADE);

    @AfterAll
    static void close() throws IOException {
        DATABASE.close();
    }

    private static SecretLinks at(Instant now) {
        var validity = new LinkValidity(Duration.ofDays(365), Duration.ofDays(120), Duration.ofDays(60), Duration.ZERO);
        return new SecretLinks(DATABASE.client(), Clock.fixed(now, ZoneOffset.UTC), validity);
    }

    @Test
    void isLongAndNeverTheSame() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            tokens.add(links.create(Purpose.APPLICATION, subject));
        }
        assertThat(tokens).hasSize(200).allSatisfy(token -> assertThat(token).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void opensWhatItWasMadeForAndNothingElse() {
        String token = links.create(Purpose.DRAFT, subject);

        assertThat(links.resolve(Purpose.DRAFT, token)).contains(subject);
        assertThat(links.resolve(Purpose.APPLICATION, token)).isEmpty();
        assertThat(links.resolve(Purpose.SURVEY, token)).isEmpty();
        assertThat(links.resolve(Purpose.POOL, token)).isEmpty();
    }

    @Test
    void goesOnWorkingWhenANewerIsMade() {
        String first = links.create(Purpose.APPLICATION, subject);
        String second = links.create(Purpose.APPLICATION, subject);

        assertThat(links.resolve(Purpose.APPLICATION, first)).contains(subject);
        assertThat(links.resolve(Purpose.APPLICATION, second)).contains(subject);
    }

    @Test
    void worksAsLongAsItsPurposeAllows() {
        String survey = links.create(Purpose.SURVEY, subject);
        String application = links.create(Purpose.APPLICATION, subject);

        var lastDay = at(MADE.plus(Duration.ofDays(60)).minusSeconds(1));
        assertThat(lastDay.resolve(Purpose.SURVEY, survey)).contains(subject);

        var dayAfter = at(MADE.plus(Duration.ofDays(60)));
        assertThat(dayAfter.resolve(Purpose.SURVEY, survey)).isEmpty();
        assertThat(dayAfter.resolve(Purpose.APPLICATION, application)).contains(subject);
    }

    @Test
    void isRevokedWithAllOthersOfItsPurposeAndSubject() {
        String first = links.create(Purpose.APPLICATION, subject);
        String second = links.create(Purpose.APPLICATION, subject);
        String draft = links.create(Purpose.DRAFT, subject);
        UUID other = UUID.randomUUID();
        String others = links.create(Purpose.APPLICATION, other);

        links.revoke(Purpose.APPLICATION, subject);

        assertThat(links.resolve(Purpose.APPLICATION, first)).isEmpty();
        assertThat(links.resolve(Purpose.APPLICATION, second)).isEmpty();
        assertThat(links.resolve(Purpose.DRAFT, draft)).contains(subject);
        assertThat(links.resolve(Purpose.APPLICATION, others)).contains(other);
        assertThat(links.resolve(Purpose.APPLICATION, links.create(Purpose.APPLICATION, subject)))
                .as("a link made after")
                .contains(subject);
    }

    @Test
    void cannotBeFoundInTheDatabase() {
        String token = links.create(Purpose.POOL, subject);

        assertThat(DATABASE.client()
                        .sql("select secret_links::text from secret_links")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void isNoneOfTheThingsSomebodyMayTypeInItsPlace() {
        assertThat(links.resolve(Purpose.APPLICATION, "")).isEmpty();
        assertThat(links.resolve(Purpose.APPLICATION, "x".repeat(43))).isEmpty();
        assertThat(links.resolve(Purpose.APPLICATION, "%".repeat(43))).isEmpty();
        assertThat(links.resolve(Purpose.APPLICATION, "x".repeat(100_000))).isEmpty();
    }
}
