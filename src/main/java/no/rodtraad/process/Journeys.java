package no.rodtraad.process;

import java.util.Map;

/** What the rest of the application may ask of the running processes. All of it is delivered later, each in a transaction of its own. */
public interface Journeys {

    /**
     * Starts the candidate's journey of a newly received application.
     *
     * @param flags declared variables to start with
     */
    void start(CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags);

    /**
     * Tells one candidate's journey that something happened, e.g. {@code candidate.invited}. Delivered when the journey
     * waits for it; repeated calls with the same key do nothing.
     *
     * @param key idempotency key, usually a {@link StepId} followed by the application id
     */
    void tellCandidate(
            String key,
            CaseId caseId,
            ApplicationId applicationId,
            String message,
            Map<ProcessVariable<?>, Object> flags);

    /** Tells the case that something happened, e.g. {@code case.offerAnswered}; otherwise as for candidates. */
    void tellCase(String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags);
}
