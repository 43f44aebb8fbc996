package no.rodtraad.process;

import java.util.LinkedHashMap;
import java.util.Map;
import no.rodtraad.outbox.Outbox;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineFollowUps implements FollowUps {

    private final Outbox outbox;
    private final RuntimeService runtime;

    EngineFollowUps(Outbox outbox, @Lazy RuntimeService runtime) {
        this.outbox = outbox;
        this.runtime = runtime;
    }

    @Override
    public void reopen(String key, CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {
        Map<ProcessVariable<?>, Object> all = new LinkedHashMap<>(flags);
        all.put(HiringVariables.REOPENED, true);
        start("reopen:" + key, caseId, applicationId, "candidate.reopened", all);
    }

    @Override
    public void leave(String key, CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {
        start("leave:" + key, caseId, applicationId, "candidate.left", flags);
    }

    @Override
    public void answerMissing(String key, CaseId caseId, ApplicationId applicationId) {
        start("missing:" + key, caseId, applicationId, "candidate.answerMissing", Map.of());
    }

    private void start(
            String id,
            CaseId caseId,
            ApplicationId applicationId,
            String message,
            Map<ProcessVariable<?>, Object> flags) {
        outbox.put(new Outbox.Entry(
                id,
                EngineJourneys.START,
                caseId.tenantId(),
                caseId.value(),
                applicationId.toString(),
                EngineJourneys.starting(message, flags)));
    }

    @Override
    public boolean isTravelling(CaseId caseId, ApplicationId applicationId) {
        return WithoutUser.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey("candidate-journey")
                        .tenantIdIn(caseId.tenantId())
                        .processInstanceBusinessKey(caseId.caseNumber())
                        .variableValueEquals(HiringVariables.APPLICATION_ID.name(), applicationId.toString())
                        .count())
                > 0;
    }

    @Override
    public Map<ApplicationId, CaseId> answersSought(String tenantId) {
        Map<ApplicationId, CaseId> sought = new LinkedHashMap<>();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("missing-answer")
                .tenantIdIn(tenantId)
                .list()
                .forEach(instance -> sought.put(
                        ApplicationId.of(String.valueOf(
                                runtime.getVariable(instance.getId(), HiringVariables.APPLICATION_ID.name()))),
                        CaseId.of(tenantId, instance.getBusinessKey())));
        return sought;
    }
}
