package no.rodtraad.process;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.context.CoreExecutionContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** Which municipality the engine is working for in this thread: that of the step it is at, or of the job it runs. */
public final class CurrentMunicipality {

    private CurrentMunicipality() {}

    /** @return the tenant id; empty outside the engine, and where an administrator recalculates a timer by hand */
    public static Optional<String> find() {
        @Nullable CoreExecutionContext<?> context = Context.getCoreExecutionContext();
        if (context instanceof BpmnExecutionContext step) {
            return Optional.ofNullable(step.getExecution().getTenantId());
        }
        @Nullable CommandContext command = Context.getCommandContext();
        @Nullable JobEntity job = command == null ? null : command.getCurrentJob();
        return Optional.ofNullable(job).map(JobEntity::getTenantId);
    }
}
