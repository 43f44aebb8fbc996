package no.rodtraad.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.rodtraad.process.CaseTime.Kind;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells {@link CaseTime} what a case spends its time on. What a wait is for follows from the element: a timer waits by
 * plan, a message for the candidate, a step without people for a system. The element's property {@code waitsFor} says
 * otherwise: {@code candidate}, {@code system}, {@code plan}, or {@code journey} for a wait for another part of the same
 * hiring, which has waits of its own.
 */
@Component
class SpanListener extends AbstractBpmnParseListener {

    static final String PROPERTY = "waitsFor";
    private static final String JOURNEY = "journey";
    private static final Map<String, Kind> SAID = Map.of(
            "candidate", Kind.WAITING_FOR_CANDIDATE,
            "system", Kind.WAITING_FOR_SYSTEM,
            "plan", Kind.WAITING_BY_PLAN);
    /** A step that takes no longer and succeeds at once has kept nobody waiting. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final ObjectProvider<CaseTime> caseTime;

    SpanListener(ObjectProvider<CaseTime> caseTime) {
        this.caseTime = caseTime;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener inHands = this::taskIsInHands;
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, inHands);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, inHands);
        TaskListener over = task -> time().ended(source(task));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, over);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, over);
    }

    private void taskIsInHands(DelegateTask task) {
        Kind kind = task.getAssignee() == null ? Kind.WAITING_TO_BE_CLAIMED : Kind.WORKED;
        time().goesOn(CaseId.of(task), source(task), task.getTaskDefinitionKey(), kind);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        boolean gatewayWaitsForIt = activity.getEventScope() instanceof ActivityImpl gateway
                && gateway.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior;
        if (!gatewayWaitsForIt) {
            boolean timer = element.element("timerEventDefinition") != null;
            wait(element, activity, timer ? Kind.WAITING_BY_PLAN : Kind.WAITING_FOR_CANDIDATE);
        }
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        wait(element, activity, Kind.WAITING_FOR_CANDIDATE);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        wait(element, activity, Kind.WAITING_FOR_CANDIDATE);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        system(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        system(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        system(element, activity);
    }

    private void wait(Element element, ActivityImpl activity, Kind byType) {
        kind(element, byType).ifPresent(kind -> {
            listen(
                    activity,
                    ExecutionListener.EVENTNAME_START,
                    execution -> time().goesOn(CaseId.of(execution), source(execution), activity.getId(), kind));
            listen(activity, ExecutionListener.EVENTNAME_END, execution -> time().ended(source(execution)));
        });
    }

    private void system(Element element, ActivityImpl activity) {
        kind(element, Kind.WAITING_FOR_SYSTEM)
                .ifPresent(
                        kind -> listen(activity, ExecutionListener.EVENTNAME_END, execution -> done(execution, kind)));
    }

    /** The job that has brought the case here began to wait when it was made. */
    private void done(DelegateExecution execution, Kind kind) {
        @Nullable JobEntity job = Context.getCommandContext().getCurrentJob();
        String element = execution.getCurrentActivityId();
        if (job == null || execution.isCanceled() || !element.equals(job.getActivityId())) {
            return;
        }
        Instant from = job.getCreateTime().toInstant();
        Instant to = ClockUtil.getCurrentTime().toInstant();
        boolean retried = job.getExceptionMessage() != null;
        if (retried || Duration.between(from, to).compareTo(AT_ONCE) > 0) {
            time().spent(CaseId.of(execution), "job:" + job.getId(), element, kind, from, to);
        }
    }

    private CaseTime time() {
        return caseTime.getObject();
    }

    private static void listen(ActivityImpl activity, String event, ExecutionListener listener) {
        activity.addBuiltInListener(event, listener);
    }

    private static String source(DelegateTask task) {
        return "task:" + task.getId();
    }

    private static String source(DelegateExecution execution) {
        return "activity:" + execution.getActivityInstanceId();
    }

    /** What the property may say, as a diagram is checked when it is deployed. */
    static List<String> known() {
        return Stream.concat(SAID.keySet().stream(), Stream.of(JOURNEY))
                .sorted()
                .toList();
    }

    /** @return empty for a wait that has others of its own */
    private static Optional<Kind> kind(Element element, Kind byType) {
        @Nullable String said = property(element);
        if (said == null) {
            return Optional.of(byType);
        }
        return said.equals(JOURNEY) ? Optional.empty() : Optional.of(SAID.getOrDefault(said, byType));
    }

    private static @Nullable String property(Element element) {
        @Nullable Element extensions = element.element("extensionElements");
        @Nullable
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return null;
        }
        return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
