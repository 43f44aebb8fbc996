package no.rodtraad.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate may see of the way an application goes, as the diagrams tell it: the elements that have the property
 * {@code candidateView}. A redrawn diagram changes what candidates read.
 */
public interface CandidateViews {

    /** What is done and what goes on, oldest first, then what can still come in the order it is drawn. */
    List<View> of(CaseId caseId, ApplicationId applicationId);

    /**
     * One step.
     *
     * @param text as in the diagram; «Tittel: forklaring», or a title alone
     * @param at when it was done
     * @param waitsForCase whether the candidate's journey stands still there until the case has come further
     * @param expectedBy the milestone by which it is expected to be done, by the property {@code expectedBy}
     */
    record View(
            String text,
            State state,
            @Nullable Instant at,
            boolean waitsForCase,
            @Nullable Milestone expectedBy) {}

    enum State {
        DONE,
        NOW,
        AHEAD
    }
}
