package no.rodtraad.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import no.rodtraad.insight.CaseFigures.Days;
import no.rodtraad.insight.CaseFigures.Figures;
import no.rodtraad.insight.CaseFigures.Stretch;
import no.rodtraad.variant.EvaluationTable.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tallene for en versjon som prøves")
class EvaluationTableTest {

    private static final Days NONE = new Days(0, OptionalLong.empty(), OptionalLong.empty());

    @Test
    void standBesideThoseOfAnother() {
        Days advert = new Days(8, OptionalLong.of(12), OptionalLong.of(20));

        assertThat(EvaluationTable.of(
                        figures(9, 6, 4, OptionalDouble.of(31.25), advert),
                        figures(
                                2,
                                1,
                                1,
                                OptionalDouble.of(40),
                                new Days(2, OptionalLong.empty(), OptionalLong.empty()))))
                .contains(
                        new Row("Saker som er begynt", "9", "2"),
                        new Row(
                                "Fra behov til utlysning",
                                "Halvparten innen 12 dager, åtte av ti innen 20 dager (8 saker)",
                                "For få saker (2 er kommet så langt)"),
                        new Row("Brutte frister", "4, 0,5 per sak", "For få saker"),
                        new Row("Oppgaver per ferdig sak", "31,3", "For få saker"));
    }

    @Test
    void sayNothingOfCasesThatAreNotThere() {
        Figures nobody = figures(0, 0, 0, OptionalDouble.empty(), NONE);

        assertThat(EvaluationTable.of(nobody, nobody))
                .contains(
                        new Row("Saker som er begynt", "0", "0"),
                        new Row("Brutte frister", "For få saker", "For få saker"));
    }

    private static Figures figures(int begun, int finished, int breaches, OptionalDouble tasks, Days advert) {
        Map<Stretch, Days> days = new EnumMap<>(Stretch.class);
        for (Stretch stretch : Stretch.values()) {
            days.put(stretch, stretch == Stretch.NEED_TO_ADVERT ? advert : NONE);
        }
        return new Figures(begun, finished, Math.min(begun, 1), days, breaches, tasks);
    }
}
