package no.rodtraad.process;

/**
 * Is told, in the engine's transaction, when a case comes to where its diagram starts or stops a clock. What is told twice
 * changes nothing.
 */
public interface JourneyClock {

    /** An element with the property {@code startsClock} has been entered, or such an arrow taken. */
    void started(CaseId caseId, DecisionPoint point);

    /** An element with the property {@code decisionPoint} has been left in the way of the arrows. */
    void reached(CaseId caseId, DecisionPoint point);

    /** An element with the property {@code milestone} has been left in the way of the arrows. */
    void reached(CaseId caseId, Milestone milestone);

    /** The case goes to its end: points it has not come to, it will not come to. */
    void stopped(CaseId caseId);
}
