package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A timer in the routine")
class TimeInWordsTest {

    private static final Pattern TIMER =
            Pattern.compile("<bpmn:timeDate[^>]*>([^<]*)<|<bpmn:timeDuration[^>]*>([^<]*)<");

    /** The deadline table and the maximum silence tell these. */
    private static final List<String> TOLD_ELSEWHERE = List.of("${decisionPoint.", "${silence.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${deadline.workingDaysFromNow(3)}           | etter 3 arbeidsdager",
                "${deadline.workingDaysBefore(interviewAt,1)}| 1 arbeidsdag før intervjuet",
                "${deadline.daysBefore(firstDay,10)}         | 10 dager før første arbeidsdag",
                "${deadline.monthsAfter(firstDay,2)}         | 2 måneder etter første arbeidsdag",
                "${surveyDate.afterFirstDay(execution, 30)}  | 30 dager etter første arbeidsdag",
                "${applicationDeadline}                      | søknadsfristen",
                "2 dager                                     | 2 dager",
                "${decisionPoint.warnAt(execution,'ADVERT')} | ''"
            })
    void isToldInWords(String written, String words) {
        assertThat(TimeInWords.of(written)).isEqualTo(words);
    }

    @Test
    void isUnderstoodInEveryShippedDiagram() throws IOException {
        try (Stream<Path> diagrams = Files.walk(Path.of("processes"))) {
            List<String> timers = diagrams.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(TimeInWordsTest::timers)
                    .filter(timer -> TOLD_ELSEWHERE.stream().noneMatch(timer::startsWith))
                    .toList();
            assertThat(timers)
                    .isNotEmpty()
                    .allSatisfy(timer -> assertThat(TimeInWords.of(timer))
                            .as(timer)
                            .isNotEmpty()
                            .doesNotContain("$"));
        }
    }

    private static Stream<String> timers(Path diagram) {
        try {
            return TIMER.matcher(Files.readString(diagram)).results().map(TimeInWordsTest::timer).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String timer(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
