package no.rodtraad.process;

import java.time.Instant;

/**
 * Is told, in the engine's transaction, what a case spends its time on. Several things may go on at once: each is told by
 * a source of its own.
 */
public interface CaseTime {

    /**
     * From now on the source spends its time in this way. The same kind as before changes nothing; another one ends the
     * former.
     *
     * @param source what it is in the engine, e.g. {@code task:<id>}
     * @param element id of the element in the diagram
     */
    void goesOn(CaseId caseId, String source, String element, Kind kind);

    /** Whatever the source spent its time on has ended. Nothing happens where nothing went on. */
    void ended(String source);

    /** Time that is known to have been spent only now that it is over. */
    void spent(CaseId caseId, String source, String element, Kind kind, Instant from, Instant to);

    /** In order of precedence: of what goes on at the same time, the first explains why the case is where it is. */
    enum Kind {
        /** An employee has taken a task. */
        WORKED,
        /** A task nobody has taken. */
        WAITING_TO_BE_CLAIMED,
        /** A step that Rød tråd or another system was slow at or failed in. */
        WAITING_FOR_SYSTEM,
        /** The candidate has something to do. */
        WAITING_FOR_CANDIDATE,
        /** A time that was meant to pass: the application period, the notice, until a probation talk. */
        WAITING_BY_PLAN
    }
}
