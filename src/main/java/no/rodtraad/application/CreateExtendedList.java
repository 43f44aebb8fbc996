package no.rodtraad.application;

import no.rodtraad.process.CaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the fuller list that the applicants themselves may see. */
@Component
class CreateExtendedList implements JavaDelegate {

    private final ApplicantLists lists;

    CreateExtendedList(ApplicantLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lists.create(CaseId.of(execution), ApplicantLists.Kind.EXTENDED);
    }
}
