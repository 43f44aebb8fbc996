package no.rodtraad.process;

import java.util.Map;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process {@code advert-channel} through the outbox, with an entry for each channel. */
@Component
class EngineAdvertJourneys implements AdvertJourneys {

    static final String START = "START_ADVERT_CHANNEL";

    private static final String CHANGED = "advert.changed";

    private final Outbox outbox;

    EngineAdvertJourneys(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void update(String key, CaseId caseId, String channel) {
        outbox.put(new Outbox.Entry(
                "advert:" + key + ":" + channel,
                START,
                caseId.tenantId(),
                caseId.value(),
                null,
                Map.of("channel", channel)));
    }

    @Component
    static class Starting implements OutboxHandler {

        private final RuntimeService runtime;

        Starting(@Lazy RuntimeService runtime) {
            this.runtime = runtime;
        }

        @Override
        public String kind() {
            return START;
        }

        @Override
        public void handle(Outbox.Entry entry) {
            CaseId caseId = EngineJourneys.caseOf(entry);
            runtime.createMessageCorrelation(CHANGED)
                    .tenantId(caseId.tenantId())
                    .processInstanceBusinessKey(caseId.caseNumber())
                    .setVariable(HiringVariables.CASE_ID.name(), caseId.value())
                    .setVariable(HiringVariables.MUNICIPALITY.name(), caseId.tenantId())
                    .setVariable(
                            HiringVariables.CHANNEL.name(),
                            String.valueOf(entry.payload().get("channel")))
                    .correlateStartMessage();
        }
    }
}
