package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the public list of applicants; in one applicant's journey only where a list is out already. */
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
        if (!forOneApplicant || lists.exists(caseId, ApplicantLists.Kind.PUBLIC)) {
            lists.create(caseId, ApplicantLists.Kind.PUBLIC);
        }
    }
}
