package no.rodtraad.archive;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Says whether the case may be closed as far as the archive is concerned. While nothing is missing but another system's
 * answer, the step is tried again, and Cockpit says what is waited for when that has lasted too long.
 */
@Component("checkRecords")
class CheckRecords implements JavaDelegate {

    private final Completeness completeness;

    CheckRecords(Completeness completeness) {
        this.completeness = completeness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean hired = HiringVariables.HIRED.find(execution).orElse(false);
        CaseId caseId = CaseId.of(execution);
        if (completeness.waitsForSystem(caseId, hired)) {
            throw new RecordsOnTheirWay(caseId);
        }
        HiringVariables.RECORDS_COMPLETE.set(execution, completeness.isComplete(caseId, hired));
    }
}
