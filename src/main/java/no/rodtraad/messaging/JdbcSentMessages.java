package no.rodtraad.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table {@code messages}. */
@Component
class JdbcSentMessages implements SentMessages {

    private static final String COLUMNS = """
            select application_id, code, subject, body_text, created_at, sent_at, failed_at,
                   (select min(t.recorded_at) from told_in_person t
                    where t.application_id = m.application_id and t.recorded_at >= m.failed_at
                      and (t.final_answer or m.code not in (:finalAnswers))) as told_at
            from messages m""";
    private static final String NEWEST_FIRST = " order by created_at desc, seq desc";

    private final JdbcClient jdbc;

    JdbcSentMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SentMessage> toApplication(ApplicationId applicationId) {
        return jdbc.sql(COLUMNS + " where application_id = :applicationId" + NEWEST_FIRST)
                .param("finalAnswers", FinalAnswers.CODES)
                .param("applicationId", applicationId.value())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<SentMessage> ofCase(CaseId caseId) {
        return jdbc.sql(COLUMNS + " where case_id = :caseId" + NEWEST_FIRST)
                .param("finalAnswers", FinalAnswers.CODES)
                .param("caseId", caseId.value())
                .query((row, number) -> read(row))
                .list();
    }

    private static SentMessage read(ResultSet row) throws SQLException {
        return new SentMessage(
                new ApplicationId(row.getObject("application_id", UUID.class)),
                row.getString("code"),
                row.getString("subject"),
                MessageText.forPage(row.getString("body_text")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "failed_at"),
                instant(row, "told_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
