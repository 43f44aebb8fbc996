package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Makes the public list of applicants, and says whether it is a new version; in one applicant's journey only where a
 * list is out already.
 */
@Component
class CreatePublicList implements JavaDelegate {

    private final ApplicantLists lists;

    CreatePublicList(ApplicantLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        boolean forOneApplicant = ApplicationId.find(execution).isPresent();
        boolean due = !forOneApplicant || lists.exists(caseId, ApplicantLists.Kind.PUBLIC);
        HiringVariables.LIST_RENEWED.set(execution, due && lists.create(caseId, ApplicantLists.Kind.PUBLIC));
    }
}
