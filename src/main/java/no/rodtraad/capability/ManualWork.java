package no.rodtraad.capability;

import no.rodtraad.process.CaseId;

/** Measures how long it takes when people do by hand what a system could have done. */
public interface ManualWork {

    /**
     * The work waits for somebody from now on. The same key again changes nothing.
     *
     * @param key names this piece of work, e.g. the step's id; holds no personal data
     */
    void began(String tenantId, Capability capability, CaseId caseId, String key);

    /** It is done. A key that is unknown or done already changes nothing. */
    void done(String key);
}
