package no.rodtraad.process;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts what belongs to a case in the version that was deployed together with the case's own, so that a case that runs
 * keeps its release although a newer one has come.
 */
@Component
class CaseReleases {

    private static final String CASE_PROCESS = "hiring-case";

    private final HistoryService history;
    private final RepositoryService repository;
    private final RuntimeService runtime;

    CaseReleases(@Lazy HistoryService history, @Lazy RepositoryService repository, @Lazy RuntimeService runtime) {
        this.history = history;
        this.repository = repository;
        this.runtime = runtime;
    }

    /** A start of the process that begins with the message; the newest one where the case's release has none. */
    MessageCorrelationBuilder starting(String message, CaseId caseId) {
        MessageCorrelationBuilder start = runtime.createMessageCorrelation(message);
        return WithoutUser.call(
                        () -> deploymentOf(caseId).flatMap(deployment -> definition(deployment, message, caseId)))
                .map(start::processDefinitionId)
                .orElseGet(() -> start.tenantId(caseId.tenantId()));
    }

    private Optional<String> deploymentOf(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(CASE_PROCESS)
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .list()
                .stream()
                .findFirst()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(repository::getProcessDefinition)
                .map(ProcessDefinition::getDeploymentId);
    }

    private Optional<String> definition(String deployment, String message, CaseId caseId) {
        @Nullable
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .messageEventSubscriptionName(message)
                .tenantIdIn(caseId.tenantId())
                .singleResult();
        return Optional.ofNullable(newest)
                .map(definition -> repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .processDefinitionKey(definition.getKey())
                        .singleResult())
                .map(ProcessDefinition::getId);
    }
}
