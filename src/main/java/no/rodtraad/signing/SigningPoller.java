package no.rodtraad.signing;

import java.util.HashSet;
import java.util.Set;
import no.rodtraad.process.TimeTravel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the signing services what has happened, one node at a time. Each event is handled in a transaction of its own and
 * acknowledged when that is committed; a service that is away does not hold up the others.
 */
@Component
class SigningPoller {

    private static final Logger LOG = LoggerFactory.getLogger(SigningPoller.class);
    private static final int MILLIS_BETWEEN_LOOKS = 5_000;

    private final SigningDesk desk;
    private final SigningInbox inbox;
    private final SigningJobs jobs;
    private final JdbcClient database;
    private final TransactionTemplate asTheOnlyOne;
    private final TransactionTemplate ownTransaction;
    private final Set<String> away = new HashSet<>();

    SigningPoller(
            SigningDesk desk,
            SigningInbox inbox,
            SigningJobs jobs,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.inbox = inbox;
        this.jobs = jobs;
        this.database = database;
        this.asTheOnlyOne = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    void look() {
        desk.all()
                .forEach(service -> asTheOnlyOne.executeWithoutResult(status -> {
                    if (isTheOnlyOne(service)) {
                        ask(service);
                    }
                }));
    }

    private boolean isTheOnlyOne(SigningService service) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "signing:" + service.id())
                .query(Boolean.class)
                .single();
    }

    /** What goes wrong is said once, and tried again next time. */
    private void ask(SigningService service) {
        try {
            service.poll().forEach(event -> take(service, event));
            if (away.remove(service.id())) {
                LOG.info("{} answers again", service.id());
            }
        } catch (RuntimeException e) {
            if (away.add(service.id())) {
                LOG.error("{} does not answer, asking again every {} ms", service.id(), MILLIS_BETWEEN_LOOKS, e);
            }
        }
    }

    private void take(SigningService service, SigningEvent event) {
        try {
            if (Boolean.TRUE.equals(ownTransaction.execute(status -> inbox.take(event)))) {
                service.acknowledge(event);
                ownTransaction.executeWithoutResult(status -> jobs.acknowledged(event));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "What {} told of job {} could not be handled; it will come again",
                    service.id(),
                    event.job().id(),
                    e);
        }
    }
}
