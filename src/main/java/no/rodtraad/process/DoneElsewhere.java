package no.rodtraad.process;

import java.util.Map;

/** Finishes tasks that people have done somewhere else than in their form. */
public interface DoneElsewhere {

    /**
     * Finishes the open task of a step of the case, later, in a transaction of its own, as if the form had been sent. Where
     * there is no such task any more, nothing happens.
     *
     * @param key idempotency key
     * @param step BPMN element id, e.g. {@code signContract}
     * @param answers values for the form by field key; those it does not ask for are left out
     */
    void finish(String key, CaseId caseId, String step, Map<String, Object> answers);
}
