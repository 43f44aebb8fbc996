package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.process.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTableRuleTest {

    private static final String FILE = "processes/deadlines.dmn";

    private final DeadlineTableRule rule = new DeadlineTableRule(() -> Map.of(
            "hr", "HR",
            "hrLead", "HR-leder",
            "budgetOwner", "Kommunalsjef",
            "appointingAuthority", "Ansettelsesmyndighet"));

    @Test
    void takesTheTableOfDeadlinesAsItIs() throws IOException {
        assertThat(check(table())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"7 arbeidsdager\" | \"sju arbeidsdager\" | «sju arbeidsdager» i kolonnen «Mål» kan ikke leses. Skriv hele dager eller mer",
                "\"7 arbeidsdager\" | 7 | 7 i kolonnen «Mål» må stå i anførselstegn, for eksempel \"7 arbeidsdager\".",
                "\"9 arbeidsdager\" | \"4 timer\" | «4 timer» i kolonnen «Leder får vite etter» kan ikke leses.",
                "\"1. mars\" | \"31. april\" | «31. april» er ingen dag i året. Skriv for eksempel \"1. mars\".",
                "\"budgetOwner\" | \"sjefen\" | «sjefen» i kolonnen «Hvem får vite om brudd» er ingen gruppe i Rød tråd. Skriv appointingAuthority, budgetOwner, hr, hrLead.",
                "name=\"target\" | name=\"maal\" | Tabellen «deadlines» mangler kolonnen «target» (mål)."
            })
    void refusesATableOfDeadlinesWithACellNobodyCanRead(String written, String instead, String sentence)
            throws IOException {
        String table = table();
        assertThat(table).contains(written);

        assertThat(check(table.replace(written, instead)))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.line()).isPositive();
                })
                .anySatisfy(finding -> assertThat(finding.what()).contains(sentence));
    }

    @Test
    void judgesOnlyWhatIsSent() {
        assertThat(rule.check(new DeploymentDraft("eksempelvik", Map.of(FILE, "<a/>"), Set.of(), "designer1")))
                .isEmpty();
    }

    private List<Finding> check(String table) {
        return rule.check(new DeploymentDraft("eksempelvik", Map.of(FILE, table), Set.of(FILE), "designer1"));
    }

    private static String table() throws IOException {
        return Files.readString(Path.of("processes/deadlines.dmn"));
    }
}
