package no.rodtraad.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was answered, with no way back to who answered. Scores are kept as counts only; texts have no time but a quarter and
 * no order. With each answer all of its box is written anew, the texts in random order, so that not even the database's own
 * marks on a row tell which came when, or with which link.
 */
@Repository
class BallotBox {

    private final JdbcClient jdbc;

    BallotBox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One box per municipality, kind and quarter; answers are never moved from one to another. */
    record Box(String tenantId, SurveyKind kind, Quarter quarter) {}

    /** @param scores 1 to 5 by statement */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Box box, Map<String, Integer> scores, String text) {
        in(box, """
                        insert into survey_turnout (tenant_id, kind, quarter, answers) values (:tenant, :kind, :quarter, 1)
                        on conflict (tenant_id, kind, quarter) do update set answers = survey_turnout.answers + 1
                        """).update();
        scores.forEach((statement, score) ->
                in(box, """
                                insert into survey_scores (tenant_id, kind, quarter, statement, score, answers)
                                values (:tenant, :kind, :quarter, :statement, :score, 1)
                                on conflict (tenant_id, kind, quarter, statement, score)
                                do update set answers = survey_scores.answers + 1
                                """).param("statement", statement).param("score", score).update());
        shake(box, text);
    }

    /** Whoever puts an answer into the same box waits at the turnout's row, so no text is lost. */
    private void shake(Box box, String text) {
        in(box, """
                        update survey_scores set answers = answers
                        where tenant_id = :tenant and kind = :kind and quarter = :quarter
                        """).update();
        in(box, """
                        with taken_out as (
                          delete from survey_texts where tenant_id = :tenant and kind = :kind and quarter = :quarter
                          returning body),
                        with_the_new as (
                          select body from taken_out union all select :text where :text <> '')
                        insert into survey_texts (tenant_id, kind, quarter, body)
                        select :tenant, :kind, :quarter, body from with_the_new order by random()
                        """).param("text", text).update();
    }

    record Turnout(Quarter quarter, int answers) {}

    /** By quarter, the oldest first. */
    List<Turnout> turnout(String tenantId, SurveyKind kind) {
        return jdbc.sql("""
                        select quarter, answers from survey_turnout
                        where tenant_id = :tenant and kind = :kind order by quarter
                        """)
                .param("tenant", tenantId)
                .param("kind", kind.name())
                .query((row, number) ->
                        new Turnout(Quarter.of(row.getObject("quarter", LocalDate.class)), row.getInt("answers")))
                .list();
    }

    record Count(String statement, int score, int answers) {}

    /** From and including one quarter to and including another. */
    List<Count> counts(String tenantId, SurveyKind kind, Quarter first, Quarter last) {
        return between(tenantId, kind, first, last, """
                        select statement, score, sum(answers) as answers from survey_scores
                        where tenant_id = :tenant and kind = :kind and quarter between :first and :last
                        group by statement, score
                        """)
                .query((row, number) ->
                        new Count(row.getString("statement"), row.getInt("score"), row.getInt("answers")))
                .list();
    }

    /** In another order each time. */
    List<String> texts(String tenantId, SurveyKind kind, Quarter first, Quarter last) {
        return between(tenantId, kind, first, last, """
                        select body from survey_texts
                        where tenant_id = :tenant and kind = :kind and quarter between :first and :last
                        order by random()
                        """).query(String.class).list();
    }

    private JdbcClient.StatementSpec in(Box box, String sql) {
        return jdbc.sql(sql)
                .param("tenant", box.tenantId())
                .param("kind", box.kind().name())
                .param("quarter", box.quarter().firstDay());
    }

    private JdbcClient.StatementSpec between(
            String tenantId, SurveyKind kind, Quarter first, Quarter last, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenantId)
                .param("kind", kind.name())
                .param("first", first.firstDay())
                .param("last", last.firstDay());
    }
}
