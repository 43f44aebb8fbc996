package no.rodtraad.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Percentiles")
class PercentilesTest {

    @Test
    void areTheSmallestValueThatSoManyDoNotExceed() {
        Percentiles of1To10 =
                new Percentiles(LongStream.rangeClosed(1, 10).boxed().toList());

        assertThat(of1To10.percentile(50)).hasValue(5);
        assertThat(of1To10.percentile(80)).hasValue(8);
        assertThat(of1To10.percentile(81)).hasValue(9);
        assertThat(of1To10.percentile(100)).hasValue(10);
    }

    @Test
    void doNotDependOnTheOrderOfTheValues() {
        assertThat(new Percentiles(List.of(205L, 90L, 120L, 83L, 100L)).percentile(50))
                .hasValue(100);
    }

    @Test
    void areNotToldOfFewerThanFiveCases() {
        assertThat(new Percentiles(List.of(90L, 120L, 83L, 100L)).percentile(50))
                .isEmpty();
        assertThat(new Percentiles(List.of()).percentile(80)).isEmpty();
    }
}
