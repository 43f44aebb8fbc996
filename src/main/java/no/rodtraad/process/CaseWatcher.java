package no.rodtraad.process;

/** Is told, in the engine's transaction, whenever a task of a case has come or has been completed. */
public interface CaseWatcher {

    void taskChanged(CaseId caseId);
}
