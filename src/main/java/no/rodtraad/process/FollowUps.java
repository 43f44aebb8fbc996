package no.rodtraad.process;

import java.util.Map;

/** Processes about one candidate that follow when the journey of the application has ended. Started later, each in a transaction of its own. */
public interface FollowUps {

    /**
     * Starts a new journey for a candidate who has been answered, because the position has become vacant again.
     *
     * @param key idempotency key
     * @param flags declared variables to start with
     */
    void reopen(String key, CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags);

    /**
     * Starts a new journey that only confirms: the one who was hired has withdrawn.
     *
     * @param key idempotency key
     * @param flags declared variables to start with
     */
    void leave(String key, CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags);

    /**
     * Starts «Svaret mangler»: HR is to see to it that the candidate gets the final answer.
     *
     * @param key idempotency key
     */
    void answerMissing(String key, CaseId caseId, ApplicationId applicationId);

    /** Whether the candidate's journey is under way. */
    boolean isTravelling(CaseId caseId, ApplicationId applicationId);

    /** For whom «Svaret mangler» is under way in a municipality. */
    Map<ApplicationId, CaseId> answersSought(String tenantId);
}
