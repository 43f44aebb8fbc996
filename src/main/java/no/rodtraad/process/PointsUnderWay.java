package no.rodtraad.process;

/** Which decision points cases are on their way to. */
public interface PointsUnderWay {

    /** Whether the case is on its way to the point, so that a deadline there concerns anybody. */
    boolean runs(CaseId caseId, DecisionPoint point);
}
