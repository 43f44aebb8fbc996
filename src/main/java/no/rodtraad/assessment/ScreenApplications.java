package no.rodtraad.assessment;

import no.rodtraad.application.Applications;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.springframework.stereotype.Component;

/** «Vurder søknadene» is done when every application that still stands has an assessment with a reason. */
@Component
class ScreenApplications implements FormBinding {

    private final Applications applications;

    ScreenApplications(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String formKey() {
        return "screen-applications";
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        long missing = applications.openOfCase(context.caseId()).stream()
                .filter(application -> application.assessment() == null)
                .count();
        if (missing > 0) {
            // without names: the sentence may end in a log
            throw new FormRejected("%s ikke vurdert ennå. Åpne søkerlisten fra lenken i skjemaet og vurder %s først."
                    .formatted(missing == 1 ? "Én søknad er" : missing + " søknader er", missing == 1 ? "den" : "dem"));
        }
    }
}
