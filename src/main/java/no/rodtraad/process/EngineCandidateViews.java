package no.rodtraad.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.rodtraad.process.CasePhases.Visit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the processes that are about one application. */
@Component
class EngineCandidateViews implements CandidateViews {

    /** They know one application at a time, but tell of the case. */
    private static final Set<String> ABOUT_THE_CASE = Set.of("hiring-case", "offer");

    /** What is done by when it was done, then what goes on. */
    private static final Comparator<View> IN_TIME =
            Comparator.comparing(View::at, Comparator.nullsLast(Comparator.naturalOrder()));

    private final HistoryService history;
    private final RepositoryService repository;

    EngineCandidateViews(@Lazy HistoryService history, @Lazy RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    @Override
    public List<View> of(CaseId caseId, ApplicationId applicationId) {
        List<View> views = new ArrayList<>();
        List<View> ahead = new ArrayList<>();
        for (HistoricProcessInstance instance : instances(caseId, applicationId)) {
            BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
            List<Visit> visits = visits(instance);
            views.addAll(JourneyViews.seen(model, visits));
            if (instance.getSuperProcessInstanceId() == null && instance.getEndTime() == null) {
                ahead.addAll(JourneyViews.ahead(model, visits));
            }
        }
        views.sort(IN_TIME);
        views.addAll(ahead);
        return onceEach(views);
    }

    private List<HistoricProcessInstance> instances(CaseId caseId, ApplicationId applicationId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.caseNumber())
                .tenantIdIn(caseId.tenantId())
                .variableValueEquals(HiringVariables.APPLICATION_ID.name(), applicationId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .filter(instance -> !ABOUT_THE_CASE.contains(instance.getProcessDefinitionKey()))
                .toList();
    }

    private List<Visit> visits(HistoricProcessInstance instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(visit -> new Visit(
                        visit.getActivityId(),
                        visit.getStartTime().toInstant(),
                        visit.getEndTime() == null ? null : visit.getEndTime().toInstant(),
                        visit.isCanceled()))
                .toList();
    }

    /** Two processes may tell the same of one thing; the first is enough. */
    private static List<View> onceEach(List<View> views) {
        Set<String> told = new HashSet<>();
        return views.stream().filter(view -> told.add(view.text())).toList();
    }
}
