package no.rodtraad.process;

import java.util.Map;
import no.rodtraad.outbox.Outbox;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineArchiveJourneys implements ArchiveJourneys {

    private static final String PROCESS = "manual-archive";
    private static final String RECORDS_WAIT = "archive.recordsWait";

    private final Outbox outbox;
    private final RuntimeService runtime;

    EngineArchiveJourneys(Outbox outbox, @Lazy RuntimeService runtime) {
        this.outbox = outbox;
        this.runtime = runtime;
    }

    @Override
    public void recordsWait(String key, CaseId caseId) {
        if (isUnderWay(caseId)) {
            return;
        }
        outbox.put(new Outbox.Entry(
                "%s:%s".formatted(PROCESS, key),
                EngineJourneys.START,
                caseId.tenantId(),
                caseId.value(),
                null,
                EngineJourneys.starting(RECORDS_WAIT, Map.of())));
    }

    private boolean isUnderWay(CaseId caseId) {
        return WithoutUser.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .tenantIdIn(caseId.tenantId())
                        .processInstanceBusinessKey(caseId.caseNumber())
                        .count())
                > 0;
    }
}
