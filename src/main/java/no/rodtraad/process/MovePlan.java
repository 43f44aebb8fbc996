package no.rodtraad.process;

import java.util.List;

/**
 * What it means for a case that is under way to go on in another version. Two plans are equal when nothing has happened
 * between them that matters.
 *
 * @param from id of the version the case follows, see {@link DrawnProcesses.Version}
 * @param to id of the version it would follow
 * @param parts the processes of the case that would be moved, by name; those that stand alike are one part
 */
public record MovePlan(CaseId caseId, String from, String to, List<Part> parts) {

    public MovePlan {
        parts = List.copyOf(parts);
    }

    /** Whether every part stands where it can go on, and no promise would be skipped. */
    public boolean isSafe() {
        return obstacles().isEmpty();
    }

    /** Why it is not safe, without repetitions. */
    public List<Obstacle> obstacles() {
        return parts.stream()
                .flatMap(part -> part.obstacles().stream())
                .distinct()
                .toList();
    }

    /**
     * @param process name of the process
     * @param alike how many of the case's processes stand like this, for example one for each applicant
     * @param stands where it stands
     * @param skipped what the new version has before that place, and which will not be done
     * @param gone what lay ahead, and the new version does not have
     * @param added what the new version has ahead, and the old one did not
     */
    public record Part(
            String process,
            int alike,
            List<Place> stands,
            List<Step> skipped,
            List<Step> gone,
            List<Step> added,
            List<Obstacle> obstacles) {

        public Part {
            stands = List.copyOf(stands);
            skipped = List.copyOf(skipped);
            gone = List.copyOf(gone);
            added = List.copyOf(added);
            obstacles = List.copyOf(obstacles);
        }
    }

    /** @param name what people call it */
    public record Step(String id, String name) {}

    /**
     * @param name in the version the case follows
     * @param newName in the version it would follow; empty when it is not there
     */
    public record Place(String id, String name, String newName) {}

    /** @param what the name of the step, process or variable that is in the way; empty when none is */
    public record Obstacle(Reason reason, String what) {}

    /** Why a case cannot be moved safely. */
    public enum Reason {
        /** the new version does not have the process */
        NO_PROCESS,
        /** the step the case stands at is not in the new version */
        STEP_GONE,
        /** it is there, but is another kind of step or stands in another part */
        STEP_CHANGED,
        /** a step that a promise rests on lies before the place, and has not been done */
        PROMISE_SKIPPED,
        /** the new version waits for a branch that the case does not go through */
        WAITS_FOR_EVER,
        /** the new version asks for something that nothing in the case has answered */
        UNANSWERED,
        /** something in the case has failed and waits for help */
        INCIDENT
    }
}
