package no.rodtraad.offer;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Offers made in a case; at most one of them is open or accepted at a time. */
@Repository
class Offers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        LAPSED
    }

    record Terms(
            int salaryNok,
            int extentPercent,
            LocalDate firstDay,
            @Nullable String terms,
            LocalDate answerBy) {}

    record Offer(
            UUID id,
            CaseId caseId,
            ApplicationId applicationId,
            State state,
            Terms terms,
            Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable String declineReason) {}

    Offer make(CaseId caseId, ApplicationId applicationId, Terms terms) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into offers (id, tenant_id, case_id, application_id, state, salary_nok, extent_percent,
                          first_day, terms, answer_by, sent_at)
                        values (:id, :tenant, :case, :application, 'OPEN', :salary, :extent, :firstDay, :terms, :answerBy, :now)
                        """)
                .param("id", id)
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("application", applicationId.value())
                .param("salary", terms.salaryNok())
                .param("extent", terms.extentPercent())
                .param("firstDay", Date.valueOf(terms.firstDay()))
                .param("terms", terms.terms())
                .param("answerBy", Date.valueOf(terms.answerBy()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return newest(applicationId).orElseThrow();
    }

    Optional<Offer> newest(ApplicationId applicationId) {
        return jdbc.sql("select * from offers where application_id = :application order by sent_at desc limit 1")
                .param("application", applicationId.value())
                .query(Offers::read)
                .optional();
    }

    /** Those that bind the municipality. */
    List<Offer> standing(CaseId caseId) {
        return jdbc.sql("select * from offers where case_id = :case and state in ('OPEN', 'ACCEPTED') for update")
                .param("case", caseId.value())
                .query(Offers::read)
                .list();
    }

    /** Answers an open offer; says whether it was open. */
    boolean answer(UUID id, boolean accepted, @Nullable String reason) {
        return jdbc.sql("""
                                update offers set state = :state, answered_at = :now, decline_reason = :reason
                                where id = :id and state = 'OPEN'""")
                        .param("state", (accepted ? State.ACCEPTED : State.DECLINED).name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                > 0;
    }

    void lapse(UUID id) {
        jdbc.sql("update offers set state = 'LAPSED' where id = :id and state in ('OPEN', 'ACCEPTED')")
                .param("id", id)
                .update();
    }

    void prolong(UUID id, LocalDate answerBy) {
        jdbc.sql("update offers set answer_by = :day where id = :id and state = 'OPEN'")
                .param("day", Date.valueOf(answerBy))
                .param("id", id)
                .update();
    }

    private static Offer read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp answered = row.getTimestamp("answered_at");
        return new Offer(
                row.getObject("id", UUID.class),
                new CaseId(row.getString("case_id")),
                new ApplicationId(row.getObject("application_id", UUID.class)),
                State.valueOf(row.getString("state")),
                new Terms(
                        row.getInt("salary_nok"),
                        row.getInt("extent_percent"),
                        row.getDate("first_day").toLocalDate(),
                        row.getString("terms"),
                        row.getDate("answer_by").toLocalDate()),
                row.getTimestamp("sent_at").toInstant(),
                answered == null ? null : answered.toInstant(),
                row.getString("decline_reason"));
    }
}
