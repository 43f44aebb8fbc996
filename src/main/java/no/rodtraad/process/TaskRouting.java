package no.rodtraad.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Diagrams say which group a task is for. Where somebody holds that role in the case, the task is offered to that one
 * alone; where nobody does, to the group. Tells watchers of every task that comes and goes.
 */
@Component
class TaskRouting extends AbstractBpmnParseListener {

    private final ObjectProvider<RoleHolders> holders;
    private final ObjectProvider<CaseWatcher> watchers;

    TaskRouting(ObjectProvider<RoleHolders> holders, ObjectProvider<CaseWatcher> watchers) {
        this.holders = holders;
        this.watchers = watchers;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) this::route);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) this::tell);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) this::tell);
    }

    private void tell(DelegateTask task) {
        HiringVariables.CASE_ID
                .find(task)
                .map(CaseId::new)
                .ifPresent(caseId -> watchers.forEach(watcher -> watcher.taskChanged(caseId)));
    }

    private void route(DelegateTask task) {
        HiringVariables.CASE_ID
                .find(task)
                .map(CaseId::new)
                .ifPresent(caseId -> candidateGroups(task)
                        .forEach(group -> holders.getObject()
                                .holderOf(caseId, group)
                                .ifPresent(holder -> replace(task, group, holder))));
    }

    private static Set<String> candidateGroups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** With the group goes what the engine let its members do with the task when it offered it to them. */
    private static void replace(DelegateTask task, String group, String holder) {
        task.deleteCandidateGroup(group);
        Context.getCommandContext()
                .getAuthorizationManager()
                .deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), group);
        task.addCandidateUser(holder);
    }
}
