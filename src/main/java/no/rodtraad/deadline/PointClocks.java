package no.rodtraad.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import org.jspecify.annotations.Nullable;

/** The clocks of a case: when each decision point began, must be reached, and was. */
public interface PointClocks {

    /** One per point and round, in the order they began. A point that is begun anew, for the next candidate, is a new round. */
    List<PointClock> of(CaseId caseId);

    /** When milestones were reached, those of decision points (last round) included. */
    Map<Milestone, Instant> reached(CaseId caseId);

    /** What has happened to deadlines in the case, oldest first. */
    List<DeadlineEvent> events(CaseId caseId);

    /**
     * @param warn the day the holder is reminded
     * @param target the last day in time
     * @param escalate the day a leader is told
     * @param breach the last day before the deadline counts as broken
     * @param level how far it has gone; null while nothing has happened
     */
    record PointClock(
            DecisionPoint point,
            int round,
            Instant started,
            @Nullable Instant reached,
            LocalDate warn,
            LocalDate target,
            LocalDate escalate,
            LocalDate breach,
            @Nullable Level level) {}

    /** What a timer does, in this order. None of it decides anything about a person. */
    enum Level {
        REMINDED,
        DEPUTY,
        ESCALATED,
        BREACHED
    }

    /**
     * @param told user ids of those who got word
     * @param workingDaysLate days past the target; 0 before it
     */
    record DeadlineEvent(
            DecisionPoint point, int round, Level level, Instant at, List<String> told, int workingDaysLate) {}
}
