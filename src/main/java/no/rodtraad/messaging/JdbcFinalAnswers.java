package no.rodtraad.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import no.rodtraad.process.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the tables {@code messages} and {@code told_in_person}. */
@Component
class JdbcFinalAnswers implements FinalAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcFinalAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isWritten(ApplicationId applicationId) {
        return holds("""
                select exists (
                  select 1 from messages where application_id = :id and code in (:codes) and taken_back_at is null)
                """, applicationId);
    }

    @Override
    public boolean hasReached(ApplicationId applicationId) {
        return holds("""
                select exists (
                  select 1 from messages
                  where application_id = :id and code in (:codes) and taken_back_at is null
                    and sent_at is not null and failed_at is null)
                or exists (
                  select 1 from told_in_person
                  where application_id = :id and final_answer and taken_back_at is null)
                """, applicationId);
    }

    @Override
    @Transactional
    public void takeBack(ApplicationId applicationId) {
        for (String table : new String[] {"messages", "told_in_person"}) {
            jdbc.sql("update %s set taken_back_at = :now where application_id = :id and taken_back_at is null"
                            .formatted(table))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", applicationId.value())
                    .update();
        }
    }

    private boolean holds(String question, ApplicationId applicationId) {
        return jdbc.sql(question)
                .param("id", applicationId.value())
                .param("codes", CODES)
                .query(Boolean.class)
                .single();
    }
}
