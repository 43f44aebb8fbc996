package no.rodtraad.process;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever has taken a task put it back. The engine's permission for that, {@code TASK_ASSIGN}, would also let them
 * give it to anybody.
 */
final class GivingBackTasks extends TaskServiceImpl {

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        commandExecutor.execute(userId == null ? new GiveBack(taskId) : new AssignTaskCmd(taskId, userId));
    }

    private static final class GiveBack extends AssignTaskCmd {

        private static final long serialVersionUID = 1L;

        private GiveBack(String taskId) {
            super(taskId, null);
        }

        @Override
        public Void execute(CommandContext context) {
            return isOwn(context) ? WithoutUser.call(() -> super.execute(context)) : super.execute(context);
        }

        private boolean isOwn(CommandContext context) {
            @Nullable TaskEntity task = context.getTaskManager().findTaskById(taskId);
            @Nullable String user = context.getAuthenticatedUserId();
            return task != null && user != null && user.equals(task.getAssignee());
        }
    }
}
