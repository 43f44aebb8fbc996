package no.rodtraad.survey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rodtraad.messaging.Language;
import no.rodtraad.process.OsloTime;
import no.rodtraad.survey.BallotBox.Count;
import no.rodtraad.survey.BallotBox.Turnout;
import org.springframework.stereotype.Component;

/**
 * The results that may be shown. A period is one quarter, or several in a row where one alone has too few answers. Periods
 * never overlap, no sum across them or across municipalities is shown, and the quarter that has not ended is left out. So
 * nobody finds an answer by subtracting one figure from another, or today's figure from yesterday's.
 */
@Component
class SurveyResults {

    /** Below this nothing is shown. */
    static final int FEWEST = 5;

    private static final int HIGHEST = 5;

    private final BallotBox box;
    private final Questionnaires questionnaires;
    private final Clock clock;

    SurveyResults(BallotBox box, Questionnaires questionnaires, Clock clock) {
        this.box = box;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /** @param answers how many answered in the period */
    record Result(Quarter first, Quarter last, int answers, List<Figure> figures, List<String> texts) {

        String period() {
            return first.equals(last) ? first.toString() : "%s til %s".formatted(first, last);
        }
    }

    /**
     * @param mean 1 to 5
     * @param counts how many gave 1, 2, 3, 4 and 5
     */
    record Figure(String statement, double mean, List<Integer> counts) {}

    /** The newest period first. */
    List<Result> of(String tenantId, SurveyKind kind) {
        Quarter now = Quarter.of(OsloTime.dayOf(clock.instant()));
        List<Turnout> ended = box.turnout(tenantId, kind).stream()
                .filter(turnout -> turnout.quarter().compareTo(now) < 0)
                .toList();
        List<Result> results = new ArrayList<>();
        int first = 0;
        int answers = 0;
        for (int i = 0; i < ended.size(); i++) {
            answers += ended.get(i).answers();
            if (answers >= FEWEST) {
                results.add(result(
                        tenantId, kind, ended.get(first).quarter(), ended.get(i).quarter(), answers));
                first = i + 1;
                answers = 0;
            }
        }
        Collections.reverse(results);
        return results;
    }

    private Result result(String tenantId, SurveyKind kind, Quarter first, Quarter last, int answers) {
        Map<String, List<Count>> counts =
                box.counts(tenantId, kind, first, last).stream().collect(Collectors.groupingBy(Count::statement));
        List<Figure> figures = questionnaires.of(kind, Language.NB).statements().stream()
                .filter(statement -> total(counts.getOrDefault(statement.id(), List.of())) >= FEWEST)
                .map(statement -> figure(statement.text(), counts.getOrDefault(statement.id(), List.of())))
                .toList();
        return new Result(first, last, answers, figures, box.texts(tenantId, kind, first, last));
    }

    private static Figure figure(String statement, List<Count> counts) {
        List<Integer> byScore = new ArrayList<>(Collections.nCopies(HIGHEST, 0));
        counts.forEach(count -> byScore.set(count.score() - 1, count.answers()));
        double points = counts.stream()
                .mapToInt(count -> count.score() * count.answers())
                .sum();
        return new Figure(statement, points / total(counts), List.copyOf(byScore));
    }

    private static int total(List<Count> counts) {
        return counts.stream().mapToInt(Count::answers).sum();
    }
}
