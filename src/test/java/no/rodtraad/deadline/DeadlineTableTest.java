package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Decisions;
import no.rodtraad.process.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of deadlines")
class DeadlineTableTest {

    private static final CaseId CASE = new CaseId("eksempelvik-2026-0001");

    private final TestDatabase database = new TestDatabase();
    private final Versions versions = new Versions();
    private final HiringCases cases = mock();
    private final DeadlineTable table = new DeadlineTable(versions, cases, database.client(), Clock.systemUTC());

    @BeforeEach
    void aCase() {
        when(cases.get(CASE))
                .thenReturn(new HiringCase(
                        CASE,
                        "Barnehagelærer",
                        "kindergartenTeacher",
                        "Solbakken",
                        "manager1",
                        Instant.now(),
                        HiringCases.State.OPEN,
                        null,
                        null));
        versions.deploy("first", Map.of("ADVERT", Map.of("target", "7 arbeidsdager")));
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void isReadWithAllItSays() {
        versions.deploy(
                "full",
                Map.of(
                        "ADVERT",
                        Map.of(
                                "target", "7 arbeidsdager",
                                "warn", "5 arbeidsdager",
                                "escalate", "8 arbeidsdager",
                                "breach", "2 uker",
                                "latestDate", "1. mars",
                                "escalateTo", "hrLead",
                                "breachTo", "budgetOwner")));

        assertThat(table.of(CASE, "ADVERT"))
                .isEqualTo(new Deadline(
                        Span.workingDays(7),
                        Span.workingDays(5),
                        Span.workingDays(8),
                        new Span(2, Span.Unit.WEEKS),
                        MonthDay.of(3, 1),
                        "hrLead",
                        "budgetOwner"));
        assertThat(versions.asked)
                .containsEntry("municipality", "eksempelvik")
                .containsEntry("occupationalGroup", "kindergartenTeacher")
                .containsEntry("step", "ADVERT");
    }

    @Test
    void staysTheSameForACaseThatHasBegunUntilSomebodyAsks() {
        assertThat(table.of(CASE, "ADVERT").target()).isEqualTo(Span.workingDays(7));
        versions.deploy("second", Map.of("ADVERT", Map.of("target", "3 arbeidsdager")));

        assertThat(table.of(CASE, "ADVERT").target()).isEqualTo(Span.workingDays(7));
        table.repin(CASE);
        assertThat(table.of(CASE, "ADVERT").target()).isEqualTo(Span.workingDays(3));
    }

    @Test
    void givesACaseTheNewestRowOfAStepItsOwnVersionDoesNotKnow() {
        assertThat(table.of(CASE, "ADVERT").target()).isEqualTo(Span.workingDays(7));
        versions.deploy("second", Map.of("newStep", Map.of("target", "2 arbeidsdager")));

        assertThat(table.of(CASE, "newStep").target()).isEqualTo(Span.workingDays(2));
    }

    @Test
    void saysWhichStepItDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> table.of(CASE, "noSuchStep"))
                .withMessageContaining("noSuchStep");
    }

    /** Versions of a table, the newest last. */
    private static final class Versions implements Decisions {

        private final Map<String, Map<String, Map<String, Object>>> rows = new HashMap<>();
        private String newest = "";
        private Map<String, @Nullable Object> asked = Map.of();

        void deploy(String version, Map<String, Map<String, Object>> table) {
            rows.put(version, table);
            newest = version;
        }

        @Override
        public List<Map<String, Object>> evaluate(
                String tenantId, String decision, Map<String, @Nullable Object> inputs) {
            return evaluateVersion(newestVersion(tenantId, decision), inputs);
        }

        @Override
        public String newestVersion(String tenantId, String decision) {
            return newest;
        }

        @Override
        public List<Map<String, Object>> evaluateVersion(String version, Map<String, @Nullable Object> inputs) {
            asked = inputs;
            Map<String, Object> row = rows.getOrDefault(version, Map.of()).get(String.valueOf(inputs.get("step")));
            return row == null ? List.of() : List.of(row);
        }
    }
}
