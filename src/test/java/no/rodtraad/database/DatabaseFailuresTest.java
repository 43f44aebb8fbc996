package no.rodtraad.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("A start that cannot succeed")
class DatabaseFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_UNABLE_TO_CONNECT, svarer ikke, spring.datasource.url",
        "INVALID_PASSWORD, godtok ikke, spring.datasource.password",
    })
    void saysWhatIsWrongWithTheDatabaseAndWhatToDo(PSQLState state, String what, String todo) {
        PSQLException failure = new PSQLException("refused", state);

        FailureAnalysis analysis = Objects.requireNonNull(
                new DatabaseFailureAnalyzers.PostgresRefuses().analyze(new IllegalStateException(failure)));

        assertThat(analysis.getDescription()).contains(what);
        assertThat(analysis.getAction()).contains(todo);
    }

    @Test
    void namesThePortThatIsTaken() {
        FailureAnalysis analysis =
                Objects.requireNonNull(new DatabaseFailureAnalyzers.PortInUse().analyze(new PortInUseException(8080)));

        assertThat(analysis.getDescription()).contains("8080");
        assertThat(analysis.getAction()).contains("--server.port");
    }

    @Test
    void isRefusedWhenTheDemoIsAskedForOnAConfiguredDatabase() {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql:x");
        environment.setActiveProfiles("demo");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        new EmbeddedDatabaseByDefault().postProcessEnvironment(environment, new SpringApplication())))
                .isInstanceOf(DemoNeedsEmbeddedDatabase.class);
    }

    @Test
    void isADemoOnLoopbackOnlyWhereNoDatabaseIsConfigured() {
        MockEnvironment nothing = new MockEnvironment();
        new EmbeddedDatabaseByDefault().postProcessEnvironment(nothing, new SpringApplication());
        MockEnvironment configured =
                new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/rodtraad");
        new EmbeddedDatabaseByDefault().postProcessEnvironment(configured, new SpringApplication());

        assertThat(nothing.getActiveProfiles()).contains("demo");
        assertThat(nothing.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(configured.getActiveProfiles()).doesNotContain("demo");
        assertThat(configured.getProperty("server.address")).isNull();
    }
}
