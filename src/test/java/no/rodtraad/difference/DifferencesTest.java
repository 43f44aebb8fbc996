package no.rodtraad.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The differences between two versions")
class DifferencesTest {

    private static final Path ADVERT = Path.of("processes", "advert.bpmn");
    private static final Path DEADLINES = Path.of("processes", "deadlines.dmn");
    private static final Path WRITE_ADVERT = Path.of("forms", "write-advert.form");

    private final Differences differences =
            new Differences(() -> Map.of("hr", "HR", "manager", "Leder", "userPanel", "Brukerrepresentant"));

    @Test
    void sayWhatHasChangedInAnElement() {
        assertThat(after(ADVERT, "\"Kvalitetssikre utlysningsteksten\"", "\"Les korrektur\""))
                .isEqualTo("Oppgaven «Les korrektur»: Navnet er endret fra «Kvalitetssikre utlysningsteksten» til"
                        + " «Les korrektur».");
    }

    @Test
    void sayWhichCellOfARowHasChanged() {
        assertThat(after(
                        DEADLINES,
                        "(?s)(<rule id=\"writeAdvertDeadline\">.*?)\"3 arbeidsdager\"",
                        "$1\"4 arbeidsdager\""))
                .isEqualTo("Raden «Utlysning: del av sju arbeidsdager fram til annonsen er ute»: «Mål» er endret fra"
                        + " «3 arbeidsdager» til «4 arbeidsdager».");
    }

    @Test
    void sayWhatHasChangedInAField() {
        assertThat(after(WRITE_ADVERT, "\"Arbeidssted\"", "\"Sted\""))
                .isEqualTo("Feltet «Sted»: Ledeteksten er endret fra «Arbeidssted» til «Sted».");
    }

    @Test
    void nameFilesThatAreNewOrGone() {
        Map<String, String> form = Map.of("write-advert.form", text(WRITE_ADVERT));

        assertThat(differences.between(Map.of(), form))
                .containsExactly(new FileDifference(
                        "write-advert.form", "Skjemaet «Skriv utlysningstekst»", Kind.ADDED, List.of()));
        assertThat(differences.between(form, Map.of()))
                .extracting(FileDifference::kind)
                .containsExactly(Kind.REMOVED);
        assertThat(differences.between(form, form)).isEmpty();
    }

    /** The only change there is, in one line. */
    private String after(Path file, String regex, String replacement) {
        String before = text(file);
        String after = before.replaceFirst(regex, replacement);
        assertThat(after).isNotEqualTo(before);
        String name = file.getFileName().toString();
        List<FileDifference> found = differences.between(Map.of(name, before), Map.of(name, after));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).changes()).hasSize(1);
        Change change = found.get(0).changes().get(0);
        return change.title() + ": " + String.join(" ", change.sentences());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
