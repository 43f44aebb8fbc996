package no.rodtraad.process;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts and tells processes through the outbox, so that each is told in a transaction of its own, once. */
@Component
class EngineJourneys implements Journeys {

    static final String START = "START_JOURNEY";
    static final String TELL = "TELL_PROCESS";

    private final Outbox outbox;

    EngineJourneys(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void start(CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {
        put("start:" + applicationId, START, caseId, applicationId, starting("application.received", flags));
    }

    @Override
    public void tellCandidate(
            String key,
            CaseId caseId,
            ApplicationId applicationId,
            String message,
            Map<ProcessVariable<?>, Object> flags) {
        put(key + ":" + message, TELL, caseId, applicationId, Map.of("message", message, "flags", encode(flags)));
    }

    @Override
    public void tellCase(String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags) {
        put(key + ":" + message, TELL, caseId, null, Map.of("message", message, "flags", encode(flags)));
    }

    private void put(
            String id, String kind, CaseId caseId, @Nullable ApplicationId applicationId, Map<String, Object> payload) {
        outbox.put(new Outbox.Entry(
                id,
                kind,
                caseId.tenantId(),
                caseId.value(),
                applicationId == null ? null : applicationId.toString(),
                payload));
    }

    /** What {@link Starting} needs to start the process that begins with a message. */
    static Map<String, Object> starting(String message, Map<ProcessVariable<?>, Object> flags) {
        return Map.of("message", message, "flags", encode(flags));
    }

    /** Dates travel as milliseconds; the declared type brings them back. */
    private static Map<String, Object> encode(Map<ProcessVariable<?>, Object> flags) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        flags.forEach((variable, value) ->
                encoded.put(variable.name(), value instanceof Date date ? (Object) date.getTime() : value));
        return encoded;
    }

    private static Map<String, Object> decode(Outbox.Entry entry) {
        Map<String, Object> decoded = new LinkedHashMap<>();
        ((Map<?, ?>) entry.payload().getOrDefault("flags", Map.of())).forEach((name, value) -> {
            @Nullable ProcessVariable<?> variable = HiringVariables.declared().get(String.valueOf(name));
            if (variable == null) {
                throw new IllegalStateException("Variable '%s' is not declared".formatted(name));
            }
            decoded.put(
                    variable.name(), variable.type() == Date.class ? new Date(((Number) value).longValue()) : value);
        });
        return decoded;
    }

    private static CaseId caseOf(Outbox.Entry entry) {
        if (entry.caseId() == null) {
            throw new IllegalStateException("Outbox entry " + entry.id() + " names no case");
        }
        return new CaseId(entry.caseId());
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
            CaseId caseId = caseOf(entry);
            var start = releases.starting(String.valueOf(entry.payload().get("message")), caseId)
                    .processInstanceBusinessKey(caseId.caseNumber())
                    .setVariables(decode(entry))
                    .setVariable(HiringVariables.CASE_ID.name(), caseId.value())
                    .setVariable(HiringVariables.MUNICIPALITY.name(), caseId.tenantId());
            if (entry.applicationId() != null) {
                start.setVariable(HiringVariables.APPLICATION_ID.name(), entry.applicationId());
            }
            start.correlateStartMessage();
        }
    }

    @Component
    static class Telling implements OutboxHandler {

        /** Two updates at once must not overwrite each other's code. */
        private static final Set<String> LOCAL = Set.of(HiringVariables.MESSAGE_CODE.name());

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
            CaseId caseId = caseOf(entry);
            String message = String.valueOf(entry.payload().get("message"));
            String name = entry.applicationId() == null
                    ? HiringVariables.CASE_ID.name()
                    : HiringVariables.APPLICATION_ID.name();
            String value = entry.applicationId() == null ? caseId.value() : entry.applicationId();
            var correlation = runtime.createMessageCorrelation(message)
                    .tenantId(caseId.tenantId())
                    .processInstanceBusinessKey(caseId.caseNumber())
                    .processInstanceVariableEquals(name, value);
            decode(entry).forEach((variable, flag) -> {
                if (LOCAL.contains(variable)) {
                    correlation.setVariableToTriggeredScope(variable, flag);
                } else {
                    correlation.setVariable(variable, flag);
                }
            });
            int told = correlation.correlateAllWithResult().size();
            if (told > 1) {
                throw new IllegalStateException(
                        "%d steps of case %s wait for '%s'; one was expected".formatted(told, caseId, message));
            }
            if (told == 0 && !hasEnded(caseId, name, value)) {
                throw new NotYet("Nothing of case %s waits for '%s' yet".formatted(caseId, message));
            }
        }

        /** Whoever was to be told has finished; there is nobody left to tell. */
        private boolean hasEnded(CaseId caseId, String variable, String value) {
            var instances = history.createHistoricProcessInstanceQuery()
                    .processDefinitionKeyIn("hiring-case", "candidate-journey")
                    .processInstanceBusinessKey(caseId.caseNumber())
                    .tenantIdIn(caseId.tenantId())
                    .variableValueEquals(variable, value)
                    .list();
            String key = variable.equals(HiringVariables.CASE_ID.name()) ? "hiring-case" : "candidate-journey";
            var concerned = instances.stream()
                    .filter(instance -> instance.getProcessDefinitionKey().equals(key))
                    .toList();
            return !concerned.isEmpty() && concerned.stream().allMatch(instance -> instance.getEndTime() != null);
        }
    }
}
