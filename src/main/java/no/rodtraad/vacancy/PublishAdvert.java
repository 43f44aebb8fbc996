package no.rodtraad.vacancy;

import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the advert public on our own pages and notes the other channels. */
@Component
class PublishAdvert implements JavaDelegate {

    private final Vacancies vacancies;

    PublishAdvert(Vacancies vacancies) {
        this.vacancies = vacancies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String channels = HiringVariables.CHANNELS.find(execution).orElse(ChooseChannels.OWN);
        vacancies.publish(CaseId.of(execution), ChooseChannels.withOwn(ChooseChannels.listed(channels)));
    }
}
