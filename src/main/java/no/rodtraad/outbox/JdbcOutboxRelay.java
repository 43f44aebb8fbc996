package no.rodtraad.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one due entry at a time and holds its row while the handler works, so that several nodes share the work. The
 * handler runs inside a savepoint: a failure undoes what it wrote, while the next try is recorded.
 */
@Component
class JdbcOutboxRelay implements OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutboxRelay.class);

    /** The wait after the first failure, the second and so on; one more failure is the last. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(5);
    private static final Duration READY_WITHIN = Duration.ofDays(30);

    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OutboxHandlers handlers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    JdbcOutboxRelay(
            JdbcClient jdbc,
            ObjectMapper json,
            OutboxHandlers handlers,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.json = json;
        this.handlers = handlers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.savepoint = new TransactionTemplate(transactionManager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public int deliverDue() {
        Set<String> notYet = new HashSet<>();
        int done = 0;
        while (true) {
            Optional<Result> result = deliverNext(notYet);
            if (result.isEmpty()) {
                return done;
            }
            if (result.get() == Result.DONE) {
                done++;
            }
        }
    }

    @Override
    public boolean isBusy() {
        return jdbc.sql("select exists (select 1 from outbox where state = 'NEW' and next_try_at <= :now)")
                .param("now", timestamp(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private Optional<Result> deliverNext(Set<String> notYet) {
        Optional<Result> result =
                transaction.execute(status -> lockNextDue(notYet).map(due -> {
                    Result outcome = deliver(due);
                    if (outcome == Result.NOT_YET) {
                        notYet.add(due.entry().id());
                    }
                    return outcome;
                }));
        return result == null ? Optional.empty() : result;
    }

    private Optional<Due> lockNextDue(Set<String> notYet) {
        return jdbc.sql("""
                        select id, kind, tenant_id, case_id, application_id, payload, created_at, tries
                        from outbox
                        where state = 'NEW' and next_try_at <= :now and id <> all (:notYet)
                        order by next_try_at, created_at
                        limit 1
                        for update skip locked
                        """)
                .param("now", timestamp(clock.instant()))
                .param("notYet", notYet.toArray(String[]::new))
                .query((row, number) -> read(row))
                .optional();
    }

    private Result deliver(Due due) {
        Outbox.Entry entry = due.entry();
        try {
            OutboxHandler handler = handlers.of(entry.kind());
            savepoint.executeWithoutResult(status -> handle(handler, entry));
            markDone(entry);
            return Result.DONE;
        } catch (OutboxHandler.NotYet e) {
            return waitForReceiver(due, e);
        } catch (OutboxHandler.PermanentFailure e) {
            return giveUp(due, e);
        } catch (HandlerFailed e) {
            return retryLater(due, e.getCause());
        } catch (RuntimeException | Error e) {
            return retryLater(due, e);
        }
    }

    private static void handle(OutboxHandler handler, Outbox.Entry entry) {
        try {
            handler.handle(entry);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HandlerFailed(e);
        } catch (Exception e) {
            throw new HandlerFailed(e);
        }
    }

    private void markDone(Outbox.Entry entry) {
        jdbc.sql("update outbox set state = 'DONE', done_at = :now, last_error = null where id = :id")
                .param("now", timestamp(clock.instant()))
                .param("id", entry.id())
                .update();
    }

    /** Waits as long as the entry has waited so far, which doubles the wait each time. */
    private Result waitForReceiver(Due due, OutboxHandler.NotYet notYet) {
        Duration waited = Duration.between(due.createdAt(), clock.instant());
        if (waited.compareTo(READY_WITHIN) >= 0) {
            return giveUp(due, notYet);
        }
        Duration wait = Collections.max(List.of(waited, Duration.ZERO)).plus(SHORTEST_PATIENCE);
        reschedule(due.entry(), due.tries(), Collections.min(List.of(wait, LONGEST_PATIENCE)), ErrorSummary.of(notYet));
        return Result.NOT_YET;
    }

    private Result retryLater(Due due, Throwable failure) {
        if (due.tries() >= WAITS.size()) {
            return giveUp(due, failure);
        }
        String error = ErrorSummary.of(failure);
        Duration wait = WAITS.get(due.tries());
        reschedule(due.entry(), due.tries() + 1, wait, error);
        LOG.warn(
                "Outbox entry {} of kind {} failed {} time(s), next try in {}: {}",
                due.entry().id(),
                due.entry().kind(),
                due.tries() + 1,
                wait,
                error);
        LOG.debug("Outbox entry {}", due.entry().id(), failure);
        return Result.FAILED;
    }

    private void reschedule(Outbox.Entry entry, int tries, Duration wait, String error) {
        jdbc.sql("update outbox set tries = :tries, next_try_at = :next, last_error = :error where id = :id")
                .param("tries", tries)
                .param("next", timestamp(clock.instant().plus(wait)))
                .param("error", error)
                .param("id", entry.id())
                .update();
    }

    private Result giveUp(Due due, Throwable failure) {
        Outbox.Entry entry = due.entry();
        String reason = ErrorSummary.of(failure);
        LOG.error("Outbox entry {} of kind {} is given up: {}", entry.id(), entry.kind(), reason);
        LOG.debug("Outbox entry {}", entry.id(), failure);
        jdbc.sql("update outbox set state = 'DEAD', tries = tries + 1, last_error = :error where id = :id")
                .param("error", tellGivenUp(entry, reason))
                .param("id", entry.id())
                .update();
        return Result.FAILED;
    }

    /** @return what to remember as the last error */
    private String tellGivenUp(Outbox.Entry entry, String reason) {
        try {
            savepoint.executeWithoutResult(status -> handlers.of(entry.kind()).givenUp(entry, reason));
            return reason;
        } catch (RuntimeException e) {
            String error = ErrorSummary.of(e);
            LOG.error("Nobody could be told that outbox entry {} is given up: {}", entry.id(), error);
            LOG.debug("Outbox entry {}", entry.id(), e);
            return reason + "; then " + error;
        }
    }

    private Due read(ResultSet row) throws SQLException {
        return new Due(
                new Outbox.Entry(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("tenant_id"),
                        row.getString("case_id"),
                        row.getString("application_id"),
                        payload(row.getString("payload"))),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }

    private Map<String, Object> payload(String text) throws SQLException {
        try {
            return json.readValue(text, PAYLOAD);
        } catch (JsonProcessingException e) {
            throw new SQLException("The payload of an outbox entry is no JSON object", e);
        }
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private enum Result {
        DONE,
        FAILED,
        NOT_YET
    }

    private record Due(Outbox.Entry entry, Instant createdAt, int tries) {}

    /** Carries a checked exception out of the savepoint. */
    private static final class HandlerFailed extends RuntimeException {
        private final Exception failure;

        HandlerFailed(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        @Override
        public synchronized Exception getCause() {
            return failure;
        }
    }
}
