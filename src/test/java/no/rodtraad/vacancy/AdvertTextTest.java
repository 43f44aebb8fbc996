package no.rodtraad.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormRejected;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Utlysningen")
class AdvertTextTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");
    private static final CaseId CASE = CaseId.of("eksempelvik", "2026-0042");

    @Test
    void hasAReadableAddress() {
        assertThat(Slug.of("Barnehagelærer på Åsen, 100 %", CASE))
                .isEqualTo("barnehagelaerer-pa-asen-100-eksempelvik-2026-0042");
        assertThat(Slug.of("!!!", CASE)).isEqualTo("stilling-eksempelvik-2026-0042");
        assertThat(Slug.of("å".repeat(200), CASE)).hasSizeLessThan(90);
    }

    @Test
    void showsDashesAsAListAndEmptyLinesAsParagraphs() {
        assertThat(TextBlock.of("Du skal\n\n- lage mat\n– rydde\nog vi hjelper deg."))
                .containsExactly(
                        new TextBlock(false, List.of("Du skal")),
                        new TextBlock(true, List.of("lage mat", "rydde")),
                        new TextBlock(false, List.of("og vi hjelper deg.")));
        assertThat(TextBlock.of(null)).isEmpty();
        assertThat(TextBlock.of("  \n ")).isEmpty();
    }

    @Test
    void hasADeadlineBetweenFourteenAndSixtyDaysAheadInNorwegianTime() {
        // it is already the 23rd in Norway
        assertThatThrownBy(() -> Deadlines.check(LocalDate.parse("2026-12-06"), NOW))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("mandag 7. desember 2026");
        assertThatCode(() -> Deadlines.check(LocalDate.parse("2026-12-07"), NOW))
                .doesNotThrowAnyException();
        assertThatCode(() -> Deadlines.check(LocalDate.parse("2027-01-22"), NOW))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Deadlines.check(LocalDate.parse("2027-01-23"), NOW))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("høyst 60 dager");
    }

    @Test
    void alwaysGoesToOurOwnPages() {
        assertThat(ChooseChannels.withOwn(ChooseChannels.listed("nav, finn"))).containsExactly("own", "nav", "finn");
        assertThat(ChooseChannels.withOwn(List.of("own"))).containsExactly("own");
    }

    @Test
    void hasASalaryForMachinesOnlyWhenItIsBeyondDoubt() {
        assertThat(YearlySalary.in("Årslønn 513 000–609 000 kroner. Tillegg på rundt 75 000 kroner i året."))
                .contains(new YearlySalary(513_000, 609_000));
        assertThat(YearlySalary.in("Kr 550.000 til kr 600.000")).contains(new YearlySalary(550_000, 600_000));
        assertThat(YearlySalary.in("Lønn: kr 560\u00a0000,-")).contains(new YearlySalary(560_000, 560_000));
        assertThat(List.of(
                        "Etter tariff.",
                        "Stillingskode 7961",
                        "Organisasjonsnummer 123 456 789. Lønn i kroner etter avtale.",
                        "Kroner 500 000 for lærer og 600 000 for lektor",
                        "609 000–513 000 kroner",
                        "500 000, 550 000 eller 600 000 kroner",
                        "Tillegg på 150 000 kroner",
                        "Telefon 900 101"))
                .allMatch(text -> YearlySalary.in(text).isEmpty());
    }

    @Test
    void hasTheOccupationalGroupsOfTheFormInWhichTheNeedIsReported() throws IOException {
        JsonNode form =
                new ObjectMapper().readTree(Path.of("forms/report-need.form").toFile());
        var inForm = new LinkedHashMap<String, String>();
        form.findParents("key").stream()
                .filter(field -> field.get("key").asText().equals("occupationalGroup"))
                .flatMap(field -> field.get("values").valueStream())
                .forEach(value -> inForm.put(
                        value.get("value").asText(), value.get("label").asText()));
        var ours = new LinkedHashMap<String, String>();
        for (OccupationalGroup group : OccupationalGroup.values()) {
            ours.put(group.value(), group.label());
        }
        assertThat(ours).isNotEmpty().containsExactlyEntriesOf(inForm);
    }
}
