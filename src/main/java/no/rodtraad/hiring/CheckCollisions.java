package no.rodtraad.hiring;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks for open cases for the same occupation in the last two months, in all municipalities; no names are compared. */
@Component("checkCollisions")
class CheckCollisions implements JavaDelegate {

    private final JdbcHiringCases cases;

    CheckCollisions(JdbcHiringCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HiringVariables.COLLISION.set(execution, cases.hasSimilarOpenCase(CaseId.of(execution)));
    }
}
