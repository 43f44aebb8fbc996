package no.rodtraad.deadline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.PointClocks.DeadlineEvent;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.JourneyClock;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.PointsUnderWay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the clocks of cases in the tables {@code point_clocks}, {@code reached_milestones} and {@code deadline_events}. */
@Component
class ClockStore implements JourneyClock, PointsUnderWay {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClockStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * {@inheritDoc} A clock that runs is set to the new start, as when the application deadline is prolonged; one whose
     * deadline has already led to something is stopped, and the next round begins.
     */
    @Override
    public void started(CaseId caseId, DecisionPoint point) {
        Optional<Run> running = running(caseId, point);
        if (running.isPresent() && levels(caseId, running.get()).isEmpty()) {
            restart(caseId, running.get());
        } else {
            stop(caseId, point);
            begin(caseId, point);
        }
    }

    @Override
    public void reached(CaseId caseId, DecisionPoint point) {
        jdbc.sql("""
                        update point_clocks set reached_at = :now
                        where case_id = :case and point = :point and reached_at is null and stopped_at is null""")
                .param("now", now())
                .param("case", caseId.value())
                .param("point", point.name())
                .update();
        reached(caseId, Milestone.of(point));
    }

    @Override
    public void reached(CaseId caseId, Milestone milestone) {
        jdbc.sql("""
                        insert into reached_milestones (case_id, tenant_id, milestone, reached_at)
                        values (:case, :tenant, :milestone, :now)
                        on conflict (case_id, milestone) do update set reached_at = excluded.reached_at""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("milestone", milestone.name())
                .param("now", now())
                .update();
    }

    @Override
    public void stopped(CaseId caseId) {
        for (DecisionPoint point : DecisionPoint.values()) {
            stop(caseId, point);
        }
    }

    @Override
    public boolean runs(CaseId caseId, DecisionPoint point) {
        return running(caseId, point).isPresent();
    }

    /** The clock that runs at the point, if one does. */
    Optional<Run> running(CaseId caseId, DecisionPoint point) {
        return runs(caseId).stream()
                .filter(run -> run.point() == point && run.reached() == null)
                .findFirst();
    }

    /** Those that run and those that ended at their point, in the order they began. */
    List<Run> runs(CaseId caseId) {
        return jdbc.sql("""
                        select point, round, started_at, reached_at from point_clocks
                        where case_id = :case and stopped_at is null
                        order by started_at, round""")
                .param("case", caseId.value())
                .query((row, number) -> new Run(
                        DecisionPoint.valueOf(row.getString("point")),
                        row.getInt("round"),
                        instant(row, "started_at"),
                        row.getObject("reached_at") == null ? null : instant(row, "reached_at")))
                .list();
    }

    Map<Milestone, Instant> milestones(CaseId caseId) {
        Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
        jdbc.sql("select milestone, reached_at from reached_milestones where case_id = :case")
                .param("case", caseId.value())
                .query(row -> {
                    reached.put(Milestone.valueOf(row.getString("milestone")), instant(row, "reached_at"));
                });
        return reached;
    }

    /** Oldest first. */
    List<DeadlineEvent> events(CaseId caseId) {
        return jdbc.sql("""
                        select point, round, level, happened_at, told, working_days_late from deadline_events
                        where case_id = :case order by seq""")
                .param("case", caseId.value())
                .query((row, number) -> new DeadlineEvent(
                        DecisionPoint.valueOf(row.getString("point")),
                        row.getInt("round"),
                        Level.valueOf(row.getString("level")),
                        instant(row, "happened_at"),
                        texts(row.getArray("told")),
                        row.getInt("working_days_late")))
                .list();
    }

    List<Level> levels(CaseId caseId, Run run) {
        return events(caseId).stream()
                .filter(event -> event.point() == run.point() && event.round() == run.round())
                .map(DeadlineEvent::level)
                .toList();
    }

    /** @param told user ids */
    void record(CaseId caseId, Run run, Level level, List<String> told, int workingDaysLate) {
        jdbc.sql("""
                        insert into deadline_events
                          (case_id, tenant_id, point, round, level, happened_at, told, working_days_late)
                        values (:case, :tenant, :point, :round, :level, :now, :told, :late)""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("point", run.point().name())
                .param("round", run.round())
                .param("level", level.name())
                .param("now", now())
                .param("told", told.toArray(String[]::new))
                .param("late", workingDaysLate)
                .update();
    }

    private void begin(CaseId caseId, DecisionPoint point) {
        jdbc.sql("""
                        insert into point_clocks (case_id, tenant_id, point, round, started_at)
                        select :case, :tenant, :point, coalesce(max(round), 0) + 1, :now
                        from point_clocks where case_id = :case and point = :point""")
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("point", point.name())
                .param("now", now())
                .update();
    }

    private void restart(CaseId caseId, Run run) {
        jdbc.sql("""
                        update point_clocks set started_at = :now
                        where case_id = :case and point = :point and round = :round""")
                .param("now", now())
                .param("case", caseId.value())
                .param("point", run.point().name())
                .param("round", run.round())
                .update();
    }

    private void stop(CaseId caseId, DecisionPoint point) {
        jdbc.sql("""
                        update point_clocks set stopped_at = :now
                        where case_id = :case and point = :point and reached_at is null and stopped_at is null""")
                .param("now", now())
                .param("case", caseId.value())
                .param("point", point.name())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** One run of a clock; without the days that follow from it. */
    record Run(
            DecisionPoint point,
            int round,
            Instant started,
            @Nullable Instant reached) {}
}
