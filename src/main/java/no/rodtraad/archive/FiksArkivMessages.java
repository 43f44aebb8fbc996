package no.rodtraad.archive;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to archives over Fiks IO, and which records still wait for an answer. */
@Repository
class FiksArkivMessages {

    private final JdbcClient database;
    private final Clock clock;

    FiksArkivMessages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    enum Purpose {
        /** Here is a record. */
        CREATE,
        /** Have you got this record? */
        FIND
    }

    /** @param attempt as in {@link ArchiveReceipts.Receipt} */
    record About(String externalKey, int attempt) {}

    record Waiting(String externalKey, CaseId caseId, int attempt, Purpose lastSent, Instant sentAt) {}

    /** Until the transaction ends, nobody else sends for the municipality and nobody gives up finding what an answer is about. */
    void lock(String tenantId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "fiks:" + tenantId)
                .query((row, number) -> true)
                .list();
    }

    void sent(UUID messageId, About about, Purpose purpose) {
        database.sql("""
                        insert into fiks_messages (message_id, external_key, attempt, purpose, sent_at)
                        values (:id, :key, :attempt, :purpose, :now)""")
                .param("id", messageId)
                .param("key", about.externalKey())
                .param("attempt", about.attempt())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<About> about(UUID messageId) {
        return database.sql("select external_key, attempt from fiks_messages where message_id = :id")
                .param("id", messageId)
                .query((row, number) -> new About(row.getString("external_key"), row.getInt("attempt")))
                .optional();
    }

    /** The record with that key, if it is the municipality's and goes this way. */
    Optional<ArchiveReceipts.Receipt> receipt(String tenantId, String externalKey) {
        return database.sql("""
                        select archive_receipts.* from archive_receipts join archive_records using (external_key)
                        where external_key = :key and tenant_id = :tenant and adapter = :adapter""")
                .param("key", externalKey)
                .param("tenant", tenantId)
                .param("adapter", FiksArkiv.ID)
                .query((row, number) -> ArchiveReceipts.receipt(row))
                .optional();
    }

    /** Municipalities with records whose answer has not come. */
    List<String> municipalitiesThatWait() {
        return database.sql("""
                        select distinct tenant_id from archive_records join archive_receipts using (external_key)
                        where adapter = :adapter and state = 'WAITING' order by tenant_id""")
                .param("adapter", FiksArkiv.ID)
                .query(String.class)
                .list();
    }

    /** Records that were sent so long ago, with nothing sent about them since and no answer. */
    List<Waiting> silentFor(Duration time) {
        return database.sql("""
                        select * from (
                          select distinct on (external_key) external_key, case_id, attempt, purpose, sent_at
                          from archive_receipts
                          join archive_records using (external_key)
                          join fiks_messages using (external_key, attempt)
                          where adapter = :adapter and state = 'WAITING'
                          order by external_key, sent_at desc) newest
                        where sent_at <= :before order by sent_at""")
                .param("adapter", FiksArkiv.ID)
                .param("before", Timestamp.from(clock.instant().minus(time)))
                .query((row, number) -> new Waiting(
                        row.getString("external_key"),
                        new CaseId(row.getString("case_id")),
                        row.getInt("attempt"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
