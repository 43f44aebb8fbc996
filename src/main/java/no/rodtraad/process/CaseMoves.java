package no.rodtraad.process;

import java.util.Map;
import java.util.Optional;

/** Lets a case that is under way go on in another version than the one it began in. */
public interface CaseMoves {

    /** The cases of a municipality that are under way, each with the id of the version it follows. */
    Map<CaseId, String> underWay(String tenantId);

    /**
     * What it would mean to move the case. Nothing is changed.
     *
     * @param versionId a version of the case's municipality
     * @return empty when the case is not under way
     */
    Optional<MovePlan> plan(CaseId caseId, String versionId);

    /**
     * Moves every process of the case, or none. Deadlines and timers that have begun keep their dates, what has happened
     * does not happen again, and open tasks stay with those who have them.
     *
     * @throws MoveRefused when the case has gone on since the plan was made, or the plan is not safe
     */
    void move(MovePlan plan);
}
