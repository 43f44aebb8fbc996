package no.rodtraad.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a case stands, as the engine knows it. */
public interface CaseProgress {

    /** Whether the case has not come to its end; a closed advert is not the end of it, nor is a signed contract. */
    boolean isRunning(CaseId caseId);

    /** The phases that were entered, in that order, then those that the case can still come to. */
    List<Step> steps(CaseId caseId);

    /** What somebody has to do now in the case itself and for each of its candidates; oldest first. */
    List<OpenTask> openTasks(CaseId caseId);

    /**
     * One phase, named as in the process that this very case follows.
     *
     * @param started when the phase was first entered
     * @param ended when it was last left; null while it goes on
     */
    record Step(
            String name,
            State state,
            @Nullable Instant started,
            @Nullable Instant ended) {}

    enum State {
        DONE,
        ACTIVE,
        /** Left because the case was cancelled. */
        INTERRUPTED,
        AHEAD
    }

    /**
     * @param applicationId the candidate that the task is about, where it is about one
     * @param groups those it is offered to as a whole
     * @param offeredTo user ids of those it is offered to by name
     * @param assignee user id of the one who has taken it
     */
    record OpenTask(
            String id,
            String name,
            List<Group> groups,
            List<String> offeredTo,
            @Nullable ApplicationId applicationId,
            @Nullable String assignee,
            Instant created,
            @Nullable Instant due) {}

    /** @param name what people call the group */
    record Group(String id, String name) {}
}
