package no.rodtraad.posten;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.signing.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs we have sent, without anything personal: who signs is known by their place in the order. */
@Repository
class PostenJobs {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate atOnce;

    PostenJobs(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        atOnce = new TransactionTemplate(transactions);
        atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<PostenJob> find(String reference) {
        return jdbc.sql("select * from posten_jobs where reference = :reference")
                .param("reference", reference)
                .query(PostenJobs::job)
                .optional();
    }

    Optional<PostenJob> find(@Nullable String reference, long jobId) {
        return reference == null
                ? jdbc.sql("select * from posten_jobs where job_id = :job")
                        .param("job", jobId)
                        .query(PostenJobs::job)
                        .optional()
                : find(reference);
    }

    /** The municipalities that wait for somebody's signature. */
    List<String> tenantsThatWait() {
        return jdbc.sql("select distinct tenant_id from posten_jobs where ended_at is null order by tenant_id")
                .query(String.class)
                .list();
    }

    /** Remembers the job even if the step that sent it fails afterwards: Posten has it, and it must not be sent twice. */
    void sent(String reference, String tenantId, long jobId, URI cancellation, List<Party> parties) {
        atOnce.executeWithoutResult(status -> jdbc.sql("""
                        insert into posten_jobs (reference, tenant_id, job_id, cancellation_url, parties, started_at)
                        values (:reference, :tenant, :job, :cancellation, :parties, :now)""")
                .param("reference", reference)
                .param("tenant", tenantId)
                .param("job", jobId)
                .param("cancellation", cancellation.toString())
                .param("parties", parties.stream().map(Party::name).collect(Collectors.joining(",")))
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    /** @param jobId the one that everybody signed, even if it is not the one we knew of */
    void completed(String reference, long jobId, URI signedDocument, Instant at) {
        jdbc.sql("""
                        update posten_jobs set job_id = :job, pades_url = :document, completed_at = :at
                        where reference = :reference""")
                .param("reference", reference)
                .param("job", jobId)
                .param("document", signedDocument.toString())
                .param("at", Timestamp.from(at))
                .update();
    }

    void fetched(String reference) {
        jdbc.sql("update posten_jobs set fetched_at = :now where reference = :reference")
                .param("reference", reference)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Nothing more is expected of it. */
    void ended(String reference) {
        jdbc.sql("update posten_jobs set ended_at = :now where reference = :reference and ended_at is null")
                .param("reference", reference)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static PostenJob job(ResultSet row, int number) throws SQLException {
        @Nullable String document = row.getString("pades_url");
        @Nullable Timestamp completed = row.getTimestamp("completed_at");
        return new PostenJob(
                row.getString("reference"),
                row.getString("tenant_id"),
                row.getLong("job_id"),
                URI.create(row.getString("cancellation_url")),
                Stream.of(row.getString("parties").split(","))
                        .map(Party::valueOf)
                        .toList(),
                document == null ? null : URI.create(document),
                completed == null ? null : completed.toInstant(),
                row.getTimestamp("fetched_at") != null);
    }
}
