package no.rodtraad.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rodtraad.process.FormSchema.Field;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands between every form and the engine. Opening a form shows values from our own tables; submitting one checks the
 * answers against the form file, keeps them in our tables, and lets only declared ids, flags and dates become variables.
 * Completing a task around the form is refused.
 */
@Component
class FormGate extends AbstractBpmnParseListener {

    private static final String PASSED = "formGatePassed";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A deadline day counts to its end; other dates mean the morning. */
    private static final Set<ProcessVariable<?>> DEADLINES =
            Set.of(HiringVariables.APPLICATION_DEADLINE, HiringVariables.OFFER_DEADLINE);

    private final ObjectProvider<AnswerStore> answerStore;
    private final ObjectProvider<CaseOpener> caseOpener;
    private final ObjectProvider<FormBinding> bindings;
    private final ObjectProvider<FormFacts> formFacts;
    private final Clock clock;
    private final FormCheck check = new FormCheck(new ScalaFeelEngine(List.of()));
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, FormBinding> bindingsByForm;

    FormGate(
            ObjectProvider<AnswerStore> answerStore,
            ObjectProvider<CaseOpener> caseOpener,
            ObjectProvider<FormBinding> bindings,
            ObjectProvider<FormFacts> formFacts,
            Clock clock) {
        this.answerStore = answerStore;
        this.caseOpener = caseOpener;
        this.bindings = bindings;
        this.formFacts = formFacts;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        boolean forSeveral = element.element("multiInstanceLoopCharacteristics") != null;
        definition.setTaskFormHandler(new TaskGate(definition.getTaskFormHandler(), forSeveral));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) FormGate::refuseWithoutForm);
    }

    /** At the end of the process, because the engine reads start forms after its start events. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getStartFormDefinition() != null
                && process.getStartFormDefinition().getCamundaFormDefinitionKey() != null) {
            process.setStartFormHandler(new StartGate(process.getStartFormHandler()));
            process.getInitial().addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    FormGate::refuseCaseWithoutForm);
        }
    }

    private static void refuseWithoutForm(DelegateTask task) {
        if (task.getVariableLocal(PASSED) == null) {
            throw new FormRejected(
                    "Oppgaven «%s» må fullføres med skjemaet sitt, så ingenting blir borte.".formatted(task.getName()));
        }
    }

    private static void refuseCaseWithoutForm(DelegateExecution execution) {
        if (HiringVariables.CASE_ID.find(execution).isEmpty()) {
            throw new FormRejected("En ansettelsessak må startes med skjemaet «Meld behov».");
        }
    }

    private FormBinding binding(String formKey) {
        @Nullable Map<String, FormBinding> known = bindingsByForm;
        if (known == null) {
            known = bindings.stream().collect(Collectors.toMap(FormBinding::formKey, Function.identity()));
            bindingsByForm = known;
        }
        return Objects.requireNonNullElseGet(known.get(formKey), () -> new Unbound(formKey));
    }

    private record Unbound(String formKey) implements FormBinding {}

    private Map<String, @Nullable Object> shown(FormContext context, String formKey, boolean ownAnswers) {
        AnswerStore store = answerStore.getObject();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(
                store.known(context.caseId(), context.applicationId().orElse(null), formKey, ownAnswers));
        formFacts.forEach(facts -> values.putAll(facts.facts(context)));
        context.applicationId().ifPresent(id -> values.put("applicationId", id.toString()));
        values.putAll(binding(formKey).load(context));
        return values;
    }

    private FormAnswers take(
            FormSchema schema, VariableMap submitted, Map<String, @Nullable Object> shown, VariableScope scope) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        submitted.keySet().forEach(key -> raw.put(key, plain(submitted.getValueTyped(key))));
        FormAnswers answers = check.check(schema, raw, shown);
        for (Field field : schema.fields()) {
            @Nullable ProcessVariable<?> variable = HiringVariables.declared().get(field.key());
            if (variable != null && !field.readOnly()) {
                setVariable(scope, variable, answers.values().get(field.key()));
            }
        }
        return answers;
    }

    private static void setVariable(VariableScope scope, ProcessVariable<?> variable, @Nullable Object answer) {
        if (variable.type() == Boolean.class) {
            scope.setVariable(variable.name(), Boolean.TRUE.equals(answer));
        } else if (answer != null && variable.type() == Date.class) {
            LocalDate day = LocalDate.parse(answer.toString());
            scope.setVariable(
                    variable.name(), DEADLINES.contains(variable) ? OsloTime.endOf(day) : OsloTime.morningOf(day));
        } else if (answer != null) {
            scope.setVariable(variable.name(), answer.toString());
        }
    }

    private static @Nullable Object plain(@Nullable TypedValue value) {
        if (value == null) {
            return null;
        }
        return value instanceof SerializableValue serialized ? serialized.getValueSerialized() : value.getValue();
    }

    private void keep(FormContext context, FormSchema schema, FormAnswers answers) {
        List<AnswerStore.Answer> kept = new ArrayList<>();
        for (Field field : schema.fields()) {
            @Nullable Object value = answers.values().get(field.key());
            if (value != null) {
                kept.add(new AnswerStore.Answer(field.key(), field.label(), value));
            }
        }
        answerStore.getObject().keep(context, schema.id(), kept);
    }

    /** Reads the form file that the engine would show; the engine's own service would open the form again for that. */
    private FormSchema schema(FormDefinition form, ProcessDefinitionEntity process) {
        String key = form.getCamundaFormDefinitionKey().getExpressionText();
        CommandContext engine = Context.getCommandContext();
        CamundaFormDefinitionEntity file = "deployment".equals(form.getCamundaFormDefinitionBinding())
                ? engine.getCamundaFormDefinitionManager()
                        .findDefinitionByDeploymentAndKey(process.getDeploymentId(), key)
                : engine.getCamundaFormDefinitionManager()
                        .findLatestDefinitionByKeyAndTenantId(key, process.getTenantId());
        if (file == null) {
            throw new FormRejected(
                    "Skjemaet «%s» finnes ikke sammen med prosessen «%s». Legg det ut på nytt sammen med den."
                            .formatted(key, process.getName()));
        }
        return schemas.computeIfAbsent(
                file.getDeploymentId() + "/" + file.getResourceName(),
                resource -> FormSchema.parse(engine.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(file.getDeploymentId(), file.getResourceName())
                        .getBytes()));
    }

    private static String currentUser() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                .orElse("system");
    }

    /** Values for Tasklist, which reads lists from variables of type Json. */
    private static TypedValue typed(Object value) {
        if (value instanceof List || value instanceof Map) {
            try {
                return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        if (value instanceof Date date) {
            return Variables.stringValue(OsloTime.dayOf(date).toString());
        }
        if (value instanceof Boolean || value instanceof Number || value instanceof String) {
            return Variables.untypedValue(value);
        }
        return Variables.stringValue(value.toString());
    }

    private final class TaskGate implements TaskFormHandler {

        private final TaskFormHandler inner;
        private final boolean forSeveral;

        private TaskGate(TaskFormHandler inner, boolean forSeveral) {
            this.inner = inner;
            this.forSeveral = forSeveral;
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            inner.parseConfiguration(element, deployment, process, parse);
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            TaskFormDataImpl data = (TaskFormDataImpl) inner.createTaskForm(task);
            FormSchema schema = schemaOf(task);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            // a date variable would reach the browser in a shape that the form cannot show
            HiringVariables.declared().values().stream()
                    .filter(variable -> variable.type() == Date.class)
                    .forEach(variable -> variable.find(task)
                            .map(Date.class::cast)
                            .ifPresent(date -> values.put(
                                    variable.name(),
                                    (DEADLINES.contains(variable) ? OsloTime.lastDayOf(date) : OsloTime.dayOf(date))
                                            .toString())));
            values.putAll(shown(new Step(task, task), schema.id(), !forSeveral));
            List<FormField> fields = new ArrayList<>(data.getFormFields());
            values.forEach((key, value) -> {
                if (value != null) {
                    FormFieldImpl field = new FormFieldImpl();
                    field.setId(key);
                    field.setType(new StringFormType());
                    field.setValue(typed(value));
                    fields.add(field);
                }
            });
            data.setFormFields(fields);
            return data;
        }

        @Override
        public void submitFormVariables(VariableMap properties, VariableScope scope) {
            TaskEntity task = (TaskEntity) scope;
            FormSchema schema = schemaOf(task);
            FormContext context = new Step(task, task);
            FormAnswers answers = take(schema, properties, shown(context, schema.id(), !forSeveral), task);
            binding(schema.id()).save(context, answers);
            keep(context, schema, answers);
            task.setVariableLocal(PASSED, Variables.booleanValue(true, true));
        }

        private FormSchema schemaOf(TaskEntity task) {
            return schema(task.getTaskDefinition().getFormDefinition(), task.getProcessDefinition());
        }
    }

    private final class StartGate implements StartFormHandler {

        private final StartFormHandler inner;

        private StartGate(StartFormHandler inner) {
            this.inner = inner;
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            inner.parseConfiguration(element, deployment, process, parse);
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity process) {
            return inner.createStartFormData(process);
        }

        @Override
        public void submitFormVariables(VariableMap properties, VariableScope scope) {
            ExecutionEntity execution = (ExecutionEntity) scope;
            ProcessDefinitionEntity process = execution.getProcessDefinition();
            FormSchema schema = schema(process.getStartFormDefinition(), process);
            @Nullable String tenant = execution.getTenantId();
            if (tenant == null) {
                throw new FormRejected("Saken må startes i en kommune, men prosessen hører ikke til noen.");
            }
            FormAnswers answers = take(schema, properties, Map.of(), execution);
            CaseId caseId = caseOpener.getObject().open(tenant, currentUser(), answers);
            execution.setProcessBusinessKey(caseId.caseNumber());
            HiringVariables.CASE_ID.set(execution, caseId.value());
            HiringVariables.MUNICIPALITY.set(execution, tenant);
            HiringVariables.HIRED.set(execution, false);
            HiringVariables.SIGNED.set(execution, false);
            FormContext context = new Step(execution, null);
            binding(schema.id()).save(context, answers);
            keep(context, schema, answers);
            caseOpener.getObject().started(caseId, execution.getProcessInstanceId());
        }
    }

    /** Where a form is opened or submitted. */
    private final class Step implements FormContext {

        private final VariableScope scope;
        private final @Nullable TaskEntity task;

        private Step(VariableScope scope, @Nullable TaskEntity task) {
            this.scope = scope;
            this.task = task;
        }

        @Override
        public CaseId caseId() {
            return CaseId.of(scope);
        }

        @Override
        public Optional<ApplicationId> applicationId() {
            return ApplicationId.find(scope);
        }

        @Override
        public String userId() {
            return currentUser();
        }

        @Override
        public String step() {
            return task == null ? "reportNeed" : task.getTaskDefinitionKey();
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public <T> void set(ProcessVariable<T> variable, T value) {
            variable.set(scope, value);
        }

        @Override
        public <T> Optional<T> get(ProcessVariable<T> variable) {
            return variable.find(scope);
        }
    }
}
