package no.rodtraad.vacancy;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the advert public on our own pages and has it put into the other channels. */
@Component
class PublishAdvert implements JavaDelegate {

    private final Vacancies vacancies;
    private final Adverts adverts;

    PublishAdvert(Vacancies vacancies, Adverts adverts) {
        this.vacancies = vacancies;
        this.adverts = adverts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String channels = HiringVariables.CHANNELS.find(execution).orElse(ChooseChannels.OWN);
        CaseId caseId = CaseId.of(execution);
        vacancies.publish(caseId, ChooseChannels.withOwn(ChooseChannels.listed(channels)));
        adverts.changed(StepId.of(execution).value(), caseId);
    }
}
