package no.rodtraad.process;

/**
 * What the rest of the application may ask of the process {@code survey}, one instance per application. It is no part of
 * the case: it has no business key and goes on when the case has ended. Delivered later, each in a transaction of its own.
 */
public interface SurveyJourneys {

    /** Starts the process of an application. A second time does nothing. */
    void start(CaseId caseId, ApplicationId applicationId);

    /**
     * Tells the process that something happened, e.g. {@code survey.answered}. Where it no longer waits for that, nothing
     * happens.
     *
     * @param key idempotency key
     */
    void tell(String key, CaseId caseId, ApplicationId applicationId, String message);
}
