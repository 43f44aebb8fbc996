package no.rodtraad.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends the task's form through the outbox, so that the form's own rules hold. */
@Component
class EngineDoneElsewhere implements DoneElsewhere {

    static final String FINISH = "FINISH_TASK";

    private final Outbox outbox;

    EngineDoneElsewhere(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void finish(String key, CaseId caseId, String step, Map<String, Object> answers) {
        outbox.put(new Outbox.Entry(
                "finish:" + key,
                FINISH,
                caseId.tenantId(),
                caseId.value(),
                null,
                Map.of("step", step, "answers", answers)));
    }

    @Component
    static class Finishing implements OutboxHandler {

        private final TaskService tasks;
        private final FormService forms;

        Finishing(@Lazy TaskService tasks, @Lazy FormService forms) {
            this.tasks = tasks;
            this.forms = forms;
        }

        @Override
        public String kind() {
            return FINISH;
        }

        @Override
        public void handle(Outbox.Entry entry) {
            CaseId caseId = new CaseId(String.valueOf(entry.caseId()));
            @Nullable
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseId.caseNumber())
                    .tenantIdIn(caseId.tenantId())
                    .taskDefinitionKey(String.valueOf(entry.payload().get("step")))
                    .singleResult();
            if (task != null) {
                forms.submitTaskForm(task.getId(), answers(task, entry));
            }
        }

        /** Those that the task's form asks for; a case that began earlier may have another form. */
        private Map<String, Object> answers(Task task, Outbox.Entry entry) {
            Map<?, ?> given = (Map<?, ?>) entry.payload().getOrDefault("answers", Map.of());
            return schema(task).fields().stream()
                    .map(FormSchema.Field::key)
                    .filter(given::containsKey)
                    .collect(Collectors.toMap(Function.identity(), key -> Objects.requireNonNull(given.get(key))));
        }

        private FormSchema schema(Task task) {
            try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
                return FormSchema.parse(form.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
