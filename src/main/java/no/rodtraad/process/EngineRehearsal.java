package no.rodtraad.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
class EngineRehearsal implements Rehearsal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormService forms;
    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;
    private final IdentityService identity;

    EngineRehearsal(
            FormService forms,
            TaskService tasks,
            HistoryService history,
            RepositoryService repository,
            IdentityService identity) {
        this.forms = forms;
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
    }

    @Override
    public boolean hasCases(String tenantId) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("hiring-case")
                        .tenantIdIn(tenantId)
                        .count()
                > 0;
    }

    @Override
    public CaseId reportNeed(String tenantId, String userId, Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("hiring-case")
                .tenantIdIn(tenantId)
                .latestVersion()
                .singleResult()
                .getId();
        String caseNumber = as(
                tenantId,
                userId,
                () -> forms.submitStartForm(definition, typed(answers)).getBusinessKey());
        return CaseId.of(tenantId, caseNumber);
    }

    @Override
    public Optional<String> openStep(CaseId caseId) {
        return open(caseId).stream().map(Task::getTaskDefinitionKey).findFirst();
    }

    @Override
    public Map<String, Object> shown(CaseId caseId, String step, String userId) {
        Task task = task(caseId, step);
        Map<String, Object> shown = new LinkedHashMap<>();
        as(caseId.tenantId(), userId, () -> forms.getTaskFormData(task.getId())).getFormFields().stream()
                .filter(field -> field.getValue() != null)
                .forEach(field -> shown.put(field.getId(), plain(field.getValue())));
        return shown;
    }

    private static Object plain(TypedValue value) {
        if (value instanceof JsonValue list) {
            try {
                return JSON.readValue(list.getValueSerialized(), Object.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return value.getValue();
    }

    private Task task(CaseId caseId, String step) {
        return open(caseId).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no open step " + step));
    }

    @Override
    public void submit(CaseId caseId, String step, String userId, Map<String, Object> answers) {
        Task task = task(caseId, step);
        as(caseId.tenantId(), userId, () -> {
            forms.submitTaskForm(task.getId(), typed(answers));
            return step;
        });
    }

    private List<Task> open(CaseId caseId) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Records the employee as the one who did it; what they may do is not what a rehearsal is about. */
    private <T> T as(String tenantId, String userId, Callable<T> work) {
        try {
            identity.setAuthentication(userId, List.of("camunda-admin"), List.of(tenantId));
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static VariableMap typed(Map<String, Object> answers) {
        VariableMap variables = Variables.createVariables();
        answers.forEach((key, value) -> {
            if (value instanceof List<?>) {
                try {
                    variables.putValueTyped(
                            key,
                            SpinValues.jsonValue(JSON.writeValueAsString(value)).create());
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            } else {
                variables.putValue(key, value);
            }
        });
        return variables;
    }
}
