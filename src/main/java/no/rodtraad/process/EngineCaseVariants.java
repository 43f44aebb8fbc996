package no.rodtraad.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.process.FormSchema.Field;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the variant from the case's process, and the names of variants from the start form of its own version. */
@Component
class EngineCaseVariants implements CaseVariants {

    private static final String PLAN = "plan";

    private final HistoryService history;
    private final FormService forms;

    EngineCaseVariants(@Lazy HistoryService history, @Lazy FormService forms) {
        this.history = history;
        this.forms = forms;
    }

    @Override
    public Optional<Followed> of(CaseId caseId) {
        return WithoutUser.call(() -> instance(caseId).flatMap(this::followed));
    }

    private Optional<HistoricProcessInstance> instance(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("hiring-case")
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private Optional<Followed> followed(HistoricProcessInstance instance) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(HiringVariables.VARIANT.name())
                .list()
                .stream()
                .findFirst()
                .map(HistoricVariableInstance::getValue)
                .map(String::valueOf)
                .map(id -> followed(id, instance));
    }

    private Followed followed(String id, HistoricProcessInstance instance) {
        Map<String, String> names = names(instance.getProcessDefinitionId());
        List<Choice> choices = names.entrySet().stream()
                .map(option -> new Choice(option.getKey(), option.getValue()))
                .toList();
        return new Followed(
                new Choice(id, names.getOrDefault(id, id)),
                instance.getEndTime() == null && !isPlanned(instance),
                choices);
    }

    private boolean isPlanned(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(PLAN)
                        .finished()
                        .count()
                > 0;
    }

    private Map<String, String> names(String processDefinitionId) {
        try (InputStream file = forms.getDeployedStartForm(processDefinitionId)) {
            return FormSchema.parse(file.readAllBytes())
                    .field(HiringVariables.REQUESTED_VARIANT.name())
                    .map(Field::options)
                    .orElse(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
