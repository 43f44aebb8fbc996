package no.rodtraad.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries out what is due, every second. Switched off where tests or another node do it. */
@Component
@ConditionalOnProperty(name = "rodtraad.outbox.enabled", matchIfMissing = true)
class OutboxSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSchedule.class);

    private final OutboxRelay relay;
    private boolean stalled;

    OutboxSchedule(OutboxRelay relay) {
        this.relay = relay;
    }

    /** An error that is not an entry's own, such as a lost database, is said once and the next second tries again. */
    @Scheduled(fixedDelay = 1000, scheduler = OutboxConfiguration.SCHEDULER)
    void deliverDue() {
        try {
            relay.deliverDue();
            if (stalled) {
                stalled = false;
                LOG.info("The outbox is delivered again");
            }
        } catch (RuntimeException e) {
            if (!stalled) {
                stalled = true;
                LOG.error("The outbox cannot be delivered, trying every second: {}", ErrorSummary.of(e));
            }
            LOG.debug("The outbox cannot be delivered", e);
        }
    }
}
