package no.rodtraad.process;

import java.util.Map;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts and tells the process {@code survey} through the outbox. It has an entry of its own beside the candidate's
 * journey's, so that a journey that fails to start does not take the survey with it.
 */
@Component
class EngineSurveyJourneys implements SurveyJourneys {

    static final String START = "START_SURVEY";
    static final String TELL = "TELL_SURVEY";

    private static final String PROCESS = "survey";
    private static final String PLANNED = "survey.planned";

    private final Outbox outbox;

    EngineSurveyJourneys(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void start(CaseId caseId, ApplicationId applicationId) {
        put("survey:" + applicationId, START, caseId, applicationId, PLANNED);
    }

    @Override
    public void tell(String key, CaseId caseId, ApplicationId applicationId, String message) {
        put(key + ":" + message, TELL, caseId, applicationId, message);
    }

    private void put(String id, String kind, CaseId caseId, ApplicationId applicationId, String message) {
        outbox.put(new Outbox.Entry(
                id, kind, caseId.tenantId(), caseId.value(), applicationId.toString(), Map.of("message", message)));
    }

    private static CaseId caseOf(Outbox.Entry entry) {
        if (entry.caseId() == null) {
            throw new IllegalStateException("Outbox entry %s names no case".formatted(entry.id()));
        }
        return new CaseId(entry.caseId());
    }

    private static String applicationOf(Outbox.Entry entry) {
        if (entry.applicationId() == null) {
            throw new IllegalStateException("Outbox entry %s names no application".formatted(entry.id()));
        }
        return entry.applicationId();
    }

    @Component
    static class Starting implements OutboxHandler {

        private final CaseReleases releases;

        Starting(CaseReleases releases) {
            this.releases = releases;
        }

        @Override
        public String kind() {
            return START;
        }

        @Override
        public void handle(Outbox.Entry entry) {
            releases.starting(PLANNED, caseOf(entry))
                    .setVariable(HiringVariables.CASE_ID.name(), entry.caseId())
                    .setVariable(HiringVariables.MUNICIPALITY.name(), entry.tenantId())
                    .setVariable(HiringVariables.APPLICATION_ID.name(), applicationOf(entry))
                    .correlateStartMessage();
        }
    }

    @Component
    static class Telling implements OutboxHandler {

        private final RuntimeService runtime;
        private final HistoryService history;

        Telling(@Lazy RuntimeService runtime, @Lazy HistoryService history) {
            this.runtime = runtime;
            this.history = history;
        }

        @Override
        public String kind() {
            return TELL;
        }

        @Override
        public void handle(Outbox.Entry entry) {
            String message = String.valueOf(entry.payload().get("message"));
            int told = runtime.createMessageCorrelation(message)
                    .tenantId(entry.tenantId())
                    .processInstanceVariableEquals(HiringVariables.APPLICATION_ID.name(), applicationOf(entry))
                    .correlateAllWithResult()
                    .size();
            if (told == 0 && !hasBegun(entry)) {
                throw new NotYet("No survey of application %s has begun".formatted(entry.applicationId()));
            }
        }

        private boolean hasBegun(Outbox.Entry entry) {
            return history.createHistoricProcessInstanceQuery()
                            .processDefinitionKey(PROCESS)
                            .tenantIdIn(entry.tenantId())
                            .variableValueEquals(HiringVariables.APPLICATION_ID.name(), applicationOf(entry))
                            .count()
                    > 0;
        }
    }
}
