package no.rodtraad.archive;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which records an archive outside ours is to have, and what it has answered. */
@Repository
class ArchiveReceipts {

    private final JdbcClient database;
    private final Clock clock;

    ArchiveReceipts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    enum State {
        WAITING,
        RECEIVED,
        REFUSED
    }

    /**
     * @param adapter whose way the record takes, whatever the municipality has chosen since
     * @param attempt 1, 2 … how many times it has been set on its way
     * @param number what the archive calls the record; null until it has it
     * @param problem why the archive does not have it; null when nothing is wrong
     */
    record Receipt(
            String externalKey,
            String adapter,
            State state,
            int attempt,
            @Nullable String number,
            @Nullable String problem) {}

    /** The record is to be received; one that was refused waits again. */
    Receipt expect(String externalKey, String adapter) {
        return database.sql("""
                        insert into archive_receipts (external_key, adapter, state, attempt, changed_at)
                        values (:key, :adapter, 'WAITING', 1, :now)
                        on conflict (external_key) do update
                        set adapter = :adapter, state = 'WAITING', attempt = archive_receipts.attempt + 1,
                            problem = null, changed_at = :now
                        returning *""")
                .param("key", externalKey)
                .param("adapter", adapter)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> receipt(row))
                .single();
    }

    /** @return whether it was waited for */
    boolean received(String externalKey, String number) {
        return database.sql("""
                                update archive_receipts
                                set state = 'RECEIVED', number = :number, problem = null, changed_at = :now
                                where external_key = :key and state <> 'RECEIVED'""")
                        .param("key", externalKey)
                        .param("number", number)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    void refused(String externalKey, String problem) {
        database.sql("""
                        update archive_receipts set state = 'REFUSED', problem = :problem, changed_at = :now
                        where external_key = :key and state = 'WAITING'""")
                .param("key", externalKey)
                .param("problem", problem)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Those of a case; a record that is not among them is to stay in the folder. */
    List<Receipt> ofCase(CaseId caseId) {
        return database.sql("""
                        select archive_receipts.* from archive_receipts join archive_records using (external_key)
                        where case_id = :case order by journal_number""")
                .param("case", caseId.value())
                .query((row, index) -> receipt(row))
                .list();
    }

    static Receipt receipt(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Receipt(
                row.getString("external_key"),
                row.getString("adapter"),
                State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("number"),
                row.getString("problem"));
    }
}
