package no.rodtraad.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
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
        return WithoutUser.call(() -> {
            var definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .tenantIdIn(tenantId)
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException(
                        "The decision table '%s' is not deployed for %s".formatted(decision, tenantId));
            }
            return decisions
                    .evaluateDecisionTableById(definition.getId())
                    .variables(inputs)
                    .evaluate()
                    .getResultList();
        });
    }
}
