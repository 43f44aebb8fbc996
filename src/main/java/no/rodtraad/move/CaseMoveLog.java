package no.rodtraad.move;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.MovePlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases have been moved to another version, kept in the table {@code case_moves}. */
@Repository
public class CaseMoveLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseMoveLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param from number of the version the case followed
     * @param to number of the version it has followed since
     * @param by user id
     */
    public record Moved(int from, int to, Instant at, String by, String reason) {}

    /** The moves of a case, the last one first. */
    public List<Moved> ofCase(CaseId caseId) {
        return jdbc.sql("""
                        select from_number, to_number, moved_at, moved_by, reason from case_moves
                        where case_id = :case order by id desc""")
                .param("case", caseId.value())
                .query((row, number) -> new Moved(
                        row.getInt("from_number"),
                        row.getInt("to_number"),
                        row.getTimestamp("moved_at").toInstant(),
                        row.getString("moved_by"),
                        row.getString("reason")))
                .list();
    }

    void add(MovePlan plan, String planAsJson, Version from, Version to, String userId, String reason) {
        jdbc.sql("""
                        insert into case_moves (case_id, from_version, from_number, to_version, to_number,
                                                moved_at, moved_by, reason, plan)
                        values (:case, :from, :fromNumber, :to, :toNumber, :at, :by, :reason, cast(:plan as jsonb))""")
                .param("case", plan.caseId().value())
                .param("from", from.id())
                .param("fromNumber", from.number())
                .param("to", to.id())
                .param("toNumber", to.number())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", userId)
                .param("reason", reason)
                .param("plan", planAsJson)
                .update();
    }
}
