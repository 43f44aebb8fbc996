package no.rodtraad.routine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Drawing.DeadlineRow;
import no.rodtraad.process.Span;

/**
 * How long each part of a hiring is meant to take, one after the other, from the need is reported to the first day at work.
 *
 * @param days from beginning to end, in calendar days
 */
record Timeline(List<Stretch> stretches, long days) {

    private static final double WORKING_DAYS_A_WEEK = 5;
    private static final double DAYS_A_WEEK = 7;
    private static final double DAYS_A_MONTH = 30.4;
    private static final double DAYS_A_YEAR = 365;

    /** Row of the deadline table to what has happened when its time is over, in the order of the journey. */
    private static final Map<String, String> ENDS = ends();

    /**
     * @param end what has happened when it is over
     * @param target as the deadline table has it: {@code 10 arbeidsdager}
     * @param begin where it begins, in hundredths of the whole
     * @param width how much of the whole it is, in hundredths
     * @param week how many weeks have gone when it is over
     */
    record Stretch(String end, String target, double begin, double width, long week) {}

    private static Map<String, String> ends() {
        Map<String, String> ends = new LinkedHashMap<>();
        ends.put(DecisionPoint.NEED.name(), "Stillingen er godkjent");
        ends.put(DecisionPoint.ADVERT.name(), "Stillingen er lyst ut");
        ends.put("applicationPeriod", "Søknadsfristen er ute");
        ends.put(DecisionPoint.INTERVIEW.name(), "Intervjuene er holdt");
        ends.put(DecisionPoint.OFFER.name(), "Tilbudet er sendt");
        ends.put("offerAnswer", "Søkeren har svart");
        ends.put(DecisionPoint.SIGNING.name(), "Arbeidsavtalen er signert");
        ends.put("notice", "Første arbeidsdag");
        return ends;
    }

    /** @param rowOf the row that holds for a step and every occupation, if there is one */
    static Timeline of(Function<String, Optional<DeadlineRow>> rowOf) {
        Map<String, Span> targets = new LinkedHashMap<>();
        ENDS.keySet()
                .forEach(step -> rowOf.apply(step)
                        .flatMap(row -> Span.find(row.target()))
                        .ifPresent(target -> targets.put(step, target)));
        double whole = targets.values().stream().mapToDouble(Timeline::days).sum();
        List<Stretch> stretches = new ArrayList<>();
        double gone = 0;
        for (Map.Entry<String, Span> target : targets.entrySet()) {
            double days = days(target.getValue());
            stretches.add(new Stretch(
                    ENDS.getOrDefault(target.getKey(), ""),
                    target.getValue().toString(),
                    hundredths(gone, whole),
                    hundredths(days, whole),
                    Math.round((gone + days) / DAYS_A_WEEK)));
            gone += days;
        }
        return new Timeline(List.copyOf(stretches), Math.round(whole));
    }

    /** Holidays come in addition. */
    private static double days(Span span) {
        return switch (span.unit()) {
            case WORKING_DAYS -> span.amount() * DAYS_A_WEEK / WORKING_DAYS_A_WEEK;
            case DAYS -> span.amount();
            case WEEKS -> span.amount() * DAYS_A_WEEK;
            case MONTHS -> span.amount() * DAYS_A_MONTH;
            case YEARS -> span.amount() * DAYS_A_YEAR;
            case HOURS, MINUTES -> 1;
        };
    }

    private static double hundredths(double part, double whole) {
        return Math.round(part / whole * 1000) / 10.0;
    }

    /** From the need is reported to the first day at work. */
    public long weeks() {
        return Math.round(days / DAYS_A_WEEK);
    }
}
