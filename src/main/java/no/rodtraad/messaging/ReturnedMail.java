package no.rodtraad.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a mail which counted as sent has come back. */
@Component
class ReturnedMail {

    private final JdbcClient jdbc;
    private final DeliveryReports reports;
    private final Clock clock;

    ReturnedMail(JdbcClient jdbc, DeliveryReports reports, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.clock = clock;
    }

    /** @param mailId a Message-ID; one that no message to a candidate went out with is left alone, and so is a second return */
    @Transactional
    public void returned(String mailId) {
        jdbc.sql("""
                        update messages set failed_at = :now
                        where '<' || encode(sha256(convert_to(dedupe_key, 'UTF8')), 'hex') || '@rodtraad>' = :mail
                          and sent_at is not null and failed_at is null
                        returning id
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("mail", mailId)
                .query(UUID.class)
                .optional()
                .ifPresent(reports::returned);
    }
}
