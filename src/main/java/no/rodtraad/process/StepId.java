package no.rodtraad.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one visit to one step: the same through every retry, another the next time round a loop. Shape:
 * {@code <case>:<application or ->:<element>:<job>}. Only the engine's job id has the right life span; an activity
 * instance id changes with each retry and an execution id survives loops.
 */
public record StepId(String value) {

    public static StepId of(DelegateExecution execution) {
        @Nullable JobEntity job = Context.getCommandContext().getCurrentJob();
        if (job == null) {
            throw new IllegalStateException("Step '%s' has an outside effect and must be asyncBefore"
                    .formatted(execution.getCurrentActivityId()));
        }
        return new StepId("%s:%s:%s:%s"
                .formatted(
                        CaseId.of(execution),
                        ApplicationId.find(execution)
                                .map(ApplicationId::toString)
                                .orElse("-"),
                        execution.getCurrentActivityId(),
                        job.getId()));
    }

    @Override
    public String toString() {
        return value;
    }
}
