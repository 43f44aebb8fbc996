package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.MonthDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A span")
class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "P7BD, 7 arbeidsdager",
        "7 arbeidsdager, 7 arbeidsdager",
        "1 arbeidsdag, 1 arbeidsdag",
        "' 1  Arbeidsdager ', 1 arbeidsdag",
        "14 dager, 14 dager",
        "P14D, 14 dager",
        "3 uker, 3 uker",
        "P3W, 3 uker",
        "6 måneder, 6 måneder",
        "P3M, 3 måneder",
        "P1Y, 1 år",
        "PT4H, 4 timer",
        "PT30M, 30 minutter",
        "0 arbeidsdager, 0 arbeidsdager"
    })
    void isReadAsPeopleWriteIt(String text, String meaning) {
        assertThat(Span.of(text)).hasToString(meaning);
        assertThat(Span.of(meaning)).isEqualTo(Span.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fjorten dager",
                "7",
                "7 dagar",
                "-3 dager",
                "1,5 uker",
                "PT7BD",
                "P7B",
                "PT3D",
                "P4H",
                "P1DT2H",
                "",
                "99999 dager",
                "7 arbeidsdager og litt til",
                "7arbeidsdager"
            })
    void isNotGuessed(String text) {
        assertThat(Span.find(text)).isEmpty();
    }

    @Test
    void saysInNorwegianWhatMayBeWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.of("fjorten dager"))
                .withMessage(
                        "«fjorten dager» kan ikke leses som et tidsrom. Skriv for eksempel «7 arbeidsdager», «14 dager»,"
                                + " «3 uker», «6 måneder» eller P7BD.");
    }

    @Test
    void mayBeRepeated() {
        assertThat(Span.of("P5BD").times(3)).hasToString("15 arbeidsdager");
    }

    @Test
    void knowsADayOfTheYear() {
        assertThat(DayOfYear.find("1. mars")).contains(MonthDay.of(3, 1));
        assertThat(DayOfYear.find("29 Februar")).contains(MonthDay.of(2, 29));
        assertThat(DayOfYear.find("31. april")).isEmpty();
        assertThat(DayOfYear.find("første mars")).isEmpty();
    }
}
