package no.rodtraad.signing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which service signs which contract, and what it has told. */
@Repository
class SigningJobs {

    private final JdbcClient database;
    private final Clock clock;

    SigningJobs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void started(Contract contract, SigningJobRef job) {
        database.sql("""
                        insert into signing_jobs (contract_id, service, job_id, started_at)
                        values (:contract, :service, :job, :now) on conflict (contract_id) do nothing""")
                .param("contract", contract.id())
                .param("service", job.service())
                .param("job", job.id())
                .param("now", now())
                .update();
    }

    Optional<SigningJobRef> of(Contract contract) {
        return database.sql("select service, job_id from signing_jobs where contract_id = :contract")
                .param("contract", contract.id())
                .query((row, number) -> new SigningJobRef(row.getString("service"), row.getString("job_id")))
                .optional();
    }

    Optional<UUID> contractOf(SigningJobRef job) {
        return database.sql("select contract_id from signing_jobs where service = :service and job_id = :job")
                .param("service", job.service())
                .param("job", job.id())
                .query(UUID.class)
                .optional();
    }

    /** @return whether it was not known before; of one that was, only the newest handle is kept */
    boolean keep(SigningEvent event) {
        int known = event("""
                        update signing_events set ack_handle = :handle
                        where service = :service and job_id = :job and kind = :kind and party = :party
                          and since = :since""", event).param("handle", event.ackHandle()).update();
        return known == 0
                && event("""
                                        insert into signing_events
                                          (service, job_id, kind, party, since, ack_handle, seen_at)
                                        values (:service, :job, :kind, :party, :since, :handle, :now)
                                        on conflict do nothing""", event)
                                .param("handle", event.ackHandle())
                                .param("now", now())
                                .update()
                        == 1;
    }

    void acknowledged(SigningEvent event) {
        event("""
                        update signing_events set acknowledged_at = coalesce(acknowledged_at, :now)
                        where service = :service and job_id = :job and kind = :kind and party = :party and since = :since""", event).param("now", now()).update();
    }

    boolean isAcknowledged(SigningEvent event) {
        return event("""
                        select acknowledged_at is not null from signing_events
                        where service = :service and job_id = :job and kind = :kind and party = :party and since = :since""", event).query(Boolean.class).optional().orElse(false);
    }

    /** Those that say that everybody has signed, and were not acknowledged yet. */
    List<SigningEvent> unacknowledged(SigningJobRef job) {
        return database.sql("""
                        select since, ack_handle from signing_events
                        where service = :service and job_id = :job and kind = :kind and acknowledged_at is null""")
                .param("service", job.service())
                .param("job", job.id())
                .param("kind", SigningEvent.AllSigned.class.getSimpleName())
                .query((row, number) -> (SigningEvent) new SigningEvent.AllSigned(
                        job, row.getTimestamp("since").toInstant(), row.getString("ack_handle")))
                .list();
    }

    private JdbcClient.StatementSpec event(String sql, SigningEvent event) {
        return database.sql(sql)
                .param("service", event.job().service())
                .param("job", event.job().id())
                .param("kind", event.getClass().getSimpleName())
                .param(
                        "party",
                        Optional.ofNullable(party(event)).map(Party::name).orElse(""))
                .param("since", Timestamp.from(event.since()));
    }

    private static @Nullable Party party(SigningEvent event) {
        if (event instanceof SigningEvent.SignerSigned signed) {
            return signed.party();
        }
        return event instanceof SigningEvent.Rejected rejected ? rejected.party() : null;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
