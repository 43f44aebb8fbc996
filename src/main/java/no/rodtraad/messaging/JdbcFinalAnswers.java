package no.rodtraad.messaging;

import no.rodtraad.process.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables {@code messages} and {@code told_in_person}. */
@Component
class JdbcFinalAnswers implements FinalAnswers {

    private final JdbcClient jdbc;

    JdbcFinalAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hasReached(ApplicationId applicationId) {
        return jdbc.sql("""
                        select exists (
                          select 1 from messages
                          where application_id = :id and code = 'M21' and sent_at is not null and failed_at is null)
                        or exists (select 1 from told_in_person where application_id = :id and final_answer)
                        """)
                .param("id", applicationId.value())
                .query(Boolean.class)
                .single();
    }
}
