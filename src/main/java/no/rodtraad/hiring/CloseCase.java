package no.rodtraad.hiring;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the hiring part of a case, once everyone has an answer and the archive is complete. */
@Component("closeCase")
class CloseCase implements JavaDelegate {

    private final JdbcHiringCases cases;

    CloseCase(JdbcHiringCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean hired = HiringVariables.HIRED.find(execution).orElse(false);
        cases.close(CaseId.of(execution), hired ? "HIRED" : "NOT_HIRED");
    }
}
