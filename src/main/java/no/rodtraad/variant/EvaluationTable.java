package no.rodtraad.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import no.rodtraad.insight.CaseFigures;
import no.rodtraad.insight.CaseFigures.Days;
import no.rodtraad.insight.CaseFigures.Figures;
import no.rodtraad.insight.CaseFigures.Stretch;

/** The figures of two versions beside each other, in words. */
final class EvaluationTable {

    private static final Locale BOKMAAL = Locale.forLanguageTag("nb-NO");
    private static final String TOO_FEW = "For få saker";

    private EvaluationTable() {}

    record Row(String name, String tried, String other) {}

    static List<Row> of(Figures tried, Figures other) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Saker som er begynt", String.valueOf(tried.begun()), String.valueOf(other.begun())));
        rows.add(new Row("Av dem er ferdige", String.valueOf(tried.finished()), String.valueOf(other.finished())));
        rows.add(new Row("Av dem er avlyst", String.valueOf(tried.cancelled()), String.valueOf(other.cancelled())));
        for (Stretch stretch : Stretch.values()) {
            rows.add(new Row(name(stretch), days(tried, stretch), days(other, stretch)));
        }
        rows.add(new Row("Brutte frister", breaches(tried), breaches(other)));
        rows.add(new Row("Oppgaver per ferdig sak", tasks(tried), tasks(other)));
        return rows;
    }

    private static String name(Stretch stretch) {
        return switch (stretch) {
            case NEED_TO_ADVERT -> "Fra behov til utlysning";
            case ADVERT_TO_INTERVIEW -> "Fra utlysning til siste intervju";
            case INTERVIEW_TO_OFFER -> "Fra siste intervju til tilbud";
            case OFFER_TO_SIGNED -> "Fra tilbud til signert avtale";
            case NEED_TO_SIGNED -> "Fra behov til signert avtale";
        };
    }

    private static String days(Figures figures, Stretch stretch) {
        Days days = Objects.requireNonNull(figures.days().get(stretch));
        if (days.half().isEmpty() || days.most().isEmpty()) {
            return "%s (%d er kommet så langt)".formatted(TOO_FEW, days.cases());
        }
        return "Halvparten innen %s, åtte av ti innen %s (%d saker)"
                .formatted(days(days.half().getAsLong()), days(days.most().getAsLong()), days.cases());
    }

    private static String days(long days) {
        return days == 1 ? "1 dag" : days + " dager";
    }

    private static String breaches(Figures figures) {
        return figures.isTooFew()
                ? TOO_FEW
                : "%d, %s per sak".formatted(figures.breaches(), decimal(figures.breachesPerCase()));
    }

    private static String tasks(Figures figures) {
        return figures.finished() < CaseFigures.FEWEST ? TOO_FEW : decimal(figures.tasksPerFinished());
    }

    private static String decimal(OptionalDouble number) {
        return String.format(BOKMAAL, "%.1f", number.orElseThrow());
    }
}
