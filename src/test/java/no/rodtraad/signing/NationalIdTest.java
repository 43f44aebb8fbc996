package no.rodtraad.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Synthetic numbers only: month plus 80, as Skatteetaten makes them. */
class NationalIdTest {

    private static final String SYNTHETIC = "14859030085";

    @ParameterizedTest
    @ValueSource(strings = {SYNTHETIC, "148590 30085", " 02817530195 ", "54859030079"})
    void isTakenHoweverItIsSpaced(String typed) {
        assertThat(NationalId.of(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1485903008", "148590300850", "14859O30085", "00000000001", "siri@example.org"})
    void isNotTakenWhenItCannotBeOne(String typed) {
        assertThat(NationalId.of(typed)).isEmpty();
    }

    @Test
    void showsEveryWrongDigitAndEveryTwoThatHaveChangedPlaces() {
        IntStream.range(0, SYNTHETIC.length()).forEach(place -> {
            char right = SYNTHETIC.charAt(place);
            IntStream.rangeClosed('0', '9')
                    .filter(digit -> digit != right)
                    .forEach(digit -> assertThat(NationalId.of(with(place, (char) digit)))
                            .as("%d at %d", digit, place)
                            .isEmpty());
        });
        IntStream.range(0, SYNTHETIC.length() - 1)
                .filter(place -> SYNTHETIC.charAt(place) != SYNTHETIC.charAt(place + 1))
                .forEach(place -> assertThat(NationalId.of(swapped(place)))
                        .as("%d and the next", place)
                        .isEmpty());
    }

    @Test
    void isNotShownByAccident() {
        assertThat(new Signer(1, Party.CANDIDATE, new NationalId(SYNTHETIC), "", null).toString())
                .doesNotContain(SYNTHETIC);
    }

    private static String with(int place, char digit) {
        return SYNTHETIC.substring(0, place) + digit + SYNTHETIC.substring(place + 1);
    }

    private static String swapped(int place) {
        return with(place, SYNTHETIC.charAt(place + 1)).substring(0, place + 1)
                + SYNTHETIC.charAt(place)
                + SYNTHETIC.substring(place + 2);
    }
}
