package no.rodtraad.vacancy;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Closes the vacancy when its deadline has passed and sees whether enough people applied. */
@Component
class CountApplicants implements JavaDelegate {

    private final Vacancies vacancies;
    private final ReceivedApplications applications;
    private final int enough;

    CountApplicants(
            Vacancies vacancies, ReceivedApplications applications, @Value("${rodtraad.few-applicants:3}") int enough) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.enough = enough;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        vacancies.close(caseId);
        HiringVariables.FEW_APPLICANTS.set(execution, applications.count(caseId) < enough);
    }
}
