package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import no.rodtraad.checks.NodeChecks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Public holidays")
class PublicHolidaysTest {

    private final PublicHolidays holidays = new PublicHolidays();

    /** The other library is date-holidays, which has its own tables and computes Easter by itself. */
    @Test
    void areThoseThatAnotherLibraryComputes() throws Exception {
        List<LocalDate> others = NodeChecks.run("node", "holidays.mjs", "2024", "2035")
                .lines()
                .map(LocalDate::parse)
                .sorted()
                .toList();

        assertThat(IntStream.rangeClosed(2024, 2035).boxed().flatMap(year -> holidays.of(year).keySet().stream()))
                .hasSizeGreaterThan(130)
                .containsExactlyElementsOf(others);
    }

    @Test
    void haveNorwegianNames() {
        assertThat(holidays.of(2027).values())
                .containsExactly(
                        "Første nyttårsdag",
                        "Skjærtorsdag",
                        "Langfredag",
                        "Første påskedag",
                        "Andre påskedag",
                        "Arbeidernes dag",
                        "Kristi himmelfartsdag",
                        "Første pinsedag",
                        "Grunnlovsdagen og andre pinsedag",
                        "Første juledag",
                        "Andre juledag");
    }
}
