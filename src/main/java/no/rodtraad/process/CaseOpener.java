package no.rodtraad.process;

/** Opens a hiring case when the start form is submitted. */
public interface CaseOpener {

    /** Gives the case its number. Called in the engine's transaction, before anything of the process runs. */
    CaseId open(String tenantId, String userId, FormAnswers answers);

    /** Tells which process instance runs the case. */
    void started(CaseId caseId, String processInstanceId);
}
