package no.rodtraad.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.messaging.Language;
import no.rodtraad.survey.BallotBox.Box;
import no.rodtraad.survey.SurveyResults.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The results of surveys")
class SurveyResultsTest {

    private static final SurveyKind KIND = SurveyKind.APPLICATION;
    private static final Map<String, Integer> SCORES = Map.of("advertClear", 4, "formEasy", 5, "knowsNext", 1);
    private static final TestDatabase DATABASE = new TestDatabase();

    private final BallotBox box = new BallotBox(DATABASE.client());

    @AfterAll
    static void stop() throws Exception {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("survey_turnout", "survey_scores", "survey_texts")) {
            DATABASE.client().sql("delete from " + table).update();
        }
    }

    @Test
    void areNotShownBelowFive() {
        answer("2027-02-01", 4);
        assertThat(resultsOn("2027-09-01")).isEmpty();

        answer("2027-03-01", 1);
        assertThat(resultsOn("2027-09-01")).singleElement().satisfies(result -> {
            assertThat(result.period()).isEqualTo("1. kvartal 2027");
            assertThat(result.answers()).isEqualTo(5);
            assertThat(result.figures()).extracting("mean").containsExactly(4.0, 5.0, 1.0);
        });
    }

    @Test
    void waitForTheEndOfTheQuarterSoThatTheLastAnswerCannotBeSubtracted() {
        answer("2027-02-01", 5);
        assertThat(resultsOn("2027-03-31")).isEmpty();
        assertThat(resultsOn("2027-04-01")).hasSize(1);
    }

    @Test
    void putThinQuartersTogetherWithTheNext() {
        answer("2027-02-01", 3);
        answer("2027-05-01", 3);
        answer("2027-08-01", 7);
        answer("2027-11-01", 2);
        assertThat(resultsOn("2028-03-01"))
                .extracting(Result::period, Result::answers)
                .containsExactly(tuple("3. kvartal 2027", 7), tuple("1. kvartal 2027 til 2. kvartal 2027", 6));
    }

    /** Whatever is ever shown, on any day, no two figures differ by fewer than five answers. */
    @Test
    void neverLetFewerThanFiveAnswersBeFoundBySubtraction() {
        for (int seed = 1; seed <= 12; seed++) {
            empty();
            Random random = new Random(seed);
            LocalDate first = LocalDate.parse("2027-01-15");
            Set<String> shown = new TreeSet<>();
            List<Integer> sums = new ArrayList<>();
            for (int month = 0; month < 24; month++) {
                LocalDate day = first.plusMonths(month);
                answer(day.toString(), random.nextInt(4));
                for (Result result : resultsOn(day.toString())) {
                    if (shown.add(result.first() + "/" + result.last() + "/" + result.answers())) {
                        sums.add(result.answers());
                    }
                }
            }
            assertThat(sums).as("seed %d", seed).allMatch(answers -> answers >= SurveyResults.FEWEST);
            assertThat(shown.stream().map(period -> period.split("/")[0]))
                    .as("seed %d: a quarter stands in one period and one only, for ever", seed)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepNothingOfWhoAnsweredOrWhen() {
        Box where = new Box("eksempelvik", KIND, Quarter.of(LocalDate.parse("2027-02-01")));
        for (int i = 0; i < 30; i++) {
            Map<String, Integer> scores = Map.of("advertClear", 1 + i % 5);
            String text = "Tekst %02d".formatted(i);
            DATABASE.transaction().executeWithoutResult(status -> box.put(where, scores, text));
        }
        List<String> asStored = DATABASE.client()
                .sql("select body from survey_texts order by ctid")
                .query(String.class)
                .list();

        assertThat(asStored).hasSize(30).isNotEqualTo(asStored.stream().sorted().toList());
        for (String table : List.of("survey_texts", "survey_scores")) {
            assertThat(DATABASE.client()
                            .sql("select count(distinct xmin::text) from " + table)
                            .query(Integer.class)
                            .single())
                    .as("transactions that can be told apart in %s", table)
                    .isEqualTo(1);
        }
        assertThat(DATABASE.client().sql("""
                                select distinct data_type from information_schema.columns
                                where table_name in ('survey_turnout', 'survey_scores', 'survey_texts')
                                  and data_type like 'timestamp%'""").query(String.class).list()).isEmpty();
    }

    @Test
    void haveQuestionsInBothWrittenFormsOfNorwegian() {
        var questionnaires = new Questionnaires();
        for (SurveyKind kind : SurveyKind.values()) {
            for (Language language : Language.values()) {
                assertThat(questionnaires.of(kind, language).statements())
                        .as("%s %s", kind, language)
                        .isNotEmpty();
            }
        }
        assertThat(questionnaires.words(Language.NN).keySet())
                .isEqualTo(questionnaires.words(Language.NB).keySet());
    }

    private void answer(String day, int times) {
        Box where = new Box("eksempelvik", KIND, Quarter.of(LocalDate.parse(day)));
        for (int i = 0; i < times; i++) {
            DATABASE.transaction().executeWithoutResult(status -> box.put(where, SCORES, ""));
        }
    }

    private List<Result> resultsOn(String day) {
        Clock clock = Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
        return new SurveyResults(box, new Questionnaires(), clock).of("eksempelvik", KIND);
    }
}
