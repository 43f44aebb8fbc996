package no.rodtraad.process;

import java.util.Map;
import no.rodtraad.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Starts the process {@code advert-channel} through the outbox, with an entry for each channel. */
@Component
class EngineAdvertJourneys implements AdvertJourneys {

    private static final String CHANGED = "advert.changed";

    private final Outbox outbox;

    EngineAdvertJourneys(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void update(String key, CaseId caseId, String channel) {
        outbox.put(new Outbox.Entry(
                "advert:" + key + ":" + channel,
                EngineJourneys.START,
                caseId.tenantId(),
                caseId.value(),
                null,
                EngineJourneys.starting(CHANGED, Map.of(HiringVariables.CHANNEL, channel))));
    }
}
