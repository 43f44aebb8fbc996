package no.rodtraad.deadline;

import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;

/** The dates HR has set for a case. The plan implements it; deadlines follow it. */
public interface PlannedDates {

    /** By milestone; a milestone without a date follows the decision table. Empty before there is a plan. */
    Map<Milestone, LocalDate> of(CaseId caseId);
}
