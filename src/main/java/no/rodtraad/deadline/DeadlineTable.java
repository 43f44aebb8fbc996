package no.rodtraad.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DayOfYear;
import no.rodtraad.process.Decisions;
import no.rodtraad.process.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The decision table {@code deadlines}, which HR owns. A case keeps to the version that was the newest when it first
 * asked, until somebody asks for another.
 */
@Component
public class DeadlineTable {

    private static final String TABLE = "deadlines";

    private final Decisions decisions;
    private final HiringCases cases;
    private final JdbcClient jdbc;
    private final Clock clock;
    /** A version never changes, so what it says of a step does not either. */
    private final Map<Question, Optional<Deadline>> known = new ConcurrentHashMap<>();

    DeadlineTable(Decisions decisions, HiringCases cases, JdbcClient jdbc, Clock clock) {
        this.decisions = decisions;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param step id of a user task, name of a decision point, or one of the durations that the table names, as {@code
     *     applicationPeriod}. A step that the case's own version does not know follows the newest.
     * @throws IllegalStateException when the table has no row for the step
     */
    public Deadline of(CaseId caseId, String step) {
        return find(caseId, step)
                .orElseThrow(() -> new IllegalStateException(
                        "The decision table 'deadlines' has no row for step '%s'".formatted(step)));
    }

    /** The same, empty where the table has no row for the step. */
    public Optional<Deadline> find(CaseId caseId, String step) {
        String group = cases.get(caseId).occupationalGroup();
        String pinned = versionOf(caseId);
        return find(pinned, caseId, step, group).or(() -> find(newest(caseId), caseId, step, group));
    }

    /** Makes the case follow the newest version from now on. */
    public void repin(CaseId caseId) {
        jdbc.sql("""
                        insert into deadline_pins (case_id, tenant_id, decision_id, pinned_at)
                        values (:case, :tenant, :version, :now)
                        on conflict (case_id)
                          do update set decision_id = excluded.decision_id, pinned_at = excluded.pinned_at""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("version", newest(caseId))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private String versionOf(CaseId caseId) {
        return pinned(caseId).orElseGet(() -> {
            jdbc.sql("""
                            insert into deadline_pins (case_id, tenant_id, decision_id, pinned_at)
                            values (:case, :tenant, :version, :now) on conflict do nothing""")
                    .param("case", caseId.value())
                    .param("tenant", caseId.tenantId())
                    .param("version", newest(caseId))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return pinned(caseId).orElseThrow();
        });
    }

    private Optional<String> pinned(CaseId caseId) {
        return jdbc.sql("select decision_id from deadline_pins where case_id = :case")
                .param("case", caseId.value())
                .query(String.class)
                .optional();
    }

    private String newest(CaseId caseId) {
        return decisions.newestVersion(caseId.tenantId(), TABLE);
    }

    private Optional<Deadline> find(String version, CaseId caseId, String step, String group) {
        return known.computeIfAbsent(new Question(version, step, caseId.tenantId(), group), this::ask);
    }

    private Optional<Deadline> ask(Question question) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("step", question.step());
        inputs.put("municipality", question.tenantId());
        inputs.put("occupationalGroup", question.occupationalGroup());
        List<Map<String, Object>> rows = decisions.evaluateVersion(question.version(), inputs);
        return rows.stream().findFirst().map(row -> read(row, question.step()));
    }

    private static Deadline read(Map<String, Object> row, String step) {
        return new Deadline(
                span(row, "target")
                        .orElseThrow(() -> new IllegalStateException(
                                "The decision table 'deadlines' has no 'target' for step '%s'".formatted(step))),
                span(row, "warn").orElse(null),
                span(row, "escalate").orElse(null),
                span(row, "breach").orElse(null),
                text(row, "latestDate").map(DeadlineTable::day).orElse(null),
                text(row, "escalateTo").orElse(null),
                text(row, "breachTo").orElse(null));
    }

    private static Optional<Span> span(Map<String, Object> row, String column) {
        return text(row, column).map(Span::of);
    }

    private static MonthDay day(String text) {
        return DayOfYear.find(text).orElseThrow(() -> new IllegalStateException("Not a day of the year: " + text));
    }

    private static Optional<String> text(Map<String, Object> row, String column) {
        return Optional.ofNullable(row.get(column))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private record Question(String version, String step, String tenantId, String occupationalGroup) {}
}
