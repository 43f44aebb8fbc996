package no.rodtraad.process;

/** The process «Registrering i arkivet», by which the archivist is asked to put records into the archive by hand. */
public interface ArchiveJourneys {

    /**
     * Asks for what waits in a case. Does nothing while the archivist is asked already.
     *
     * @param key idempotency key
     */
    void recordsWait(String key, CaseId caseId);
}
