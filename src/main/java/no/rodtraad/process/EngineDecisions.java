package no.rodtraad.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;

    EngineDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Map<String, Object>> evaluate(String tenantId, String decision, Map<String, @Nullable Object> inputs) {
        return evaluateVersion(newestVersion(tenantId, decision), inputs);
    }

    @Override
    public String newestVersion(String tenantId, String decision) {
        return WithoutUser.call(() -> {
            @Nullable
            DecisionDefinition definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .tenantIdIn(tenantId)
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException(
                        "The decision table '%s' is not deployed for %s".formatted(decision, tenantId));
            }
            return definition.getId();
        });
    }

    @Override
    public List<Map<String, Object>> evaluateVersion(String version, Map<String, @Nullable Object> inputs) {
        return WithoutUser.call(() -> decisions
                .evaluateDecisionTableById(version)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }
}
