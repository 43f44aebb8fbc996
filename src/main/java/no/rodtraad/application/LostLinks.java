package no.rodtraad.application;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import no.rodtraad.messaging.CandidateMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails new links to those who have lost theirs. Whoever asks learns nothing: the work is done after the answer, by
 * another thread, whether the address is known or not.
 */
@Service
class LostLinks implements DisposableBean {

    static final String MESSAGE = "M01L";

    private static final Logger LOG = LoggerFactory.getLogger(LostLinks.class);
    private static final int WAITING = 1_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final CandidateMessages messages;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int perDay;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));

    LostLinks(
            JdbcClient database,
            CandidateMessages messages,
            TransactionOperations transaction,
            Clock clock,
            @Value("${rodtraad.lost-links-per-day:3}") int perDay) {
        this.database = database;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
        this.perDay = perDay;
    }

    /** Returns at once. Nobody is told when too many wait; they ask again when no mail comes. */
    void ask(String email) {
        try {
            worker.execute(() -> send(email));
        } catch (RejectedExecutionException e) {
            LOG.warn("More than {} wait for a new link; one was turned away", WAITING);
        }
    }

    private void send(String email) {
        try {
            transaction.executeWithoutResult(status -> applicationsOf(email).forEach(this::send));
        } catch (RuntimeException e) {
            LOG.error("A new link could not be sent", e);
        }
    }

    private void send(Lost lost) {
        messages.send("%s:%s".formatted(MESSAGE, UUID.randomUUID()), lost.caseId(), lost.id(), MESSAGE);
    }

    /** Locked, so that two who ask at the same time do not get more than a day's mails. */
    private List<Lost> applicationsOf(String email) {
        return database.sql("""
                        select a.id, a.case_id
                        from applications a join applicants p on p.id = a.applicant_id
                        where lower(p.email) = lower(:email)
                          and (select count(*) from messages m
                               where m.application_id = a.id and m.code = :code and m.created_at > :yesterday) < :most
                        for update of a
                        """)
                .param("email", email)
                .param("code", MESSAGE)
                .param("yesterday", clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
                .param("most", perDay)
                .query((row, number) -> new Lost(
                        new ApplicationId(row.getObject("id", UUID.class)), new CaseId(row.getString("case_id"))))
                .list();
    }

    private record Lost(ApplicationId id, CaseId caseId) {}

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
