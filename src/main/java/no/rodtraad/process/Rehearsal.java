package no.rodtraad.process;

import java.util.Map;
import java.util.Optional;

/** Plays the employees of a demo: starts cases and fills in forms on their behalf, through the same gate as they do. */
public interface Rehearsal {

    /** Whether the municipality has had any case. */
    boolean hasCases(String tenantId);

    /** Submits «Meld behov» and returns the case. */
    CaseId reportNeed(String tenantId, String userId, Map<String, Object> answers);

    /** An open task of the case, by the id of its step. */
    Optional<String> openStep(CaseId caseId);

    /** What the form of one open task of the step shows when it is opened, options and facts included. */
    Map<String, Object> shown(CaseId caseId, String step, String userId);

    /** Submits the form of one open task of the step. */
    void submit(CaseId caseId, String step, String userId, Map<String, Object> answers);
}
