package no.rodtraad.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's history. A case that is moved to another version takes its process instance along, but the start event
 * that it came by stays in the version where it was.
 */
@Component
class EngineCaseHistory implements CaseHistory {

    private static final String CASE_PROCESS = "hiring-case";
    private static final String START = "startEvent";

    private final HistoryService history;
    private final RepositoryService repository;

    EngineCaseHistory(@Lazy HistoryService history, @Lazy RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    @Override
    public Optional<String> begunUnder(CaseId caseId) {
        return WithoutUser.call(() -> history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(CASE_PROCESS)
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .list()
                .stream()
                .findFirst()
                .flatMap(this::start)
                .map(HistoricActivityInstance::getProcessDefinitionId)
                .map(repository::getProcessDefinition)
                .map(ProcessDefinition::getDeploymentId));
    }

    private Optional<HistoricActivityInstance> start(HistoricProcessInstance instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType(START)
                .list()
                .stream()
                .filter(EngineCaseHistory::isOfTheWhole)
                .findFirst();
    }

    /** Subprocesses have start events of their own. */
    private static boolean isOfTheWhole(HistoricActivityInstance start) {
        return start.getProcessInstanceId().equals(start.getParentActivityInstanceId());
    }

    @Override
    public List<CaseId> begunUnder(String tenantId, String versionId) {
        return WithoutUser.call(() -> {
            Set<String> instances = begun(tenantId, versionId);
            return instances.isEmpty() ? List.of() : cases(tenantId, instances);
        });
    }

    private Set<String> begun(String tenantId, String versionId) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(versionId)
                .processDefinitionKey(CASE_PROCESS)
                .tenantIdIn(tenantId)
                .list()
                .stream()
                .flatMap(definition -> history
                        .createHistoricActivityInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .activityType(START)
                        .list()
                        .stream())
                .filter(EngineCaseHistory::isOfTheWhole)
                .map(HistoricActivityInstance::getProcessInstanceId)
                .collect(Collectors.toSet());
    }

    private List<CaseId> cases(String tenantId, Set<String> instances) {
        return history.createHistoricProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .map(instance -> CaseId.of(tenantId, instance.getBusinessKey()))
                .toList();
    }

    @Override
    public long tasksDone(CaseId caseId) {
        return WithoutUser.call(() -> history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .finished()
                .count());
    }
}
