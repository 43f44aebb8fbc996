package no.rodtraad.assessment;

import java.util.List;
import no.rodtraad.application.ApplicationInfo;
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
        List<String> missing = applications.openOfCase(context.caseId()).stream()
                .filter(application -> application.assessment() == null)
                .map(ApplicationInfo::applicantName)
                .toList();
        if (!missing.isEmpty()) {
            throw new FormRejected("Disse søknadene er ikke vurdert ennå: " + String.join(", ", missing)
                    + ". Åpne søkerlisten fra lenken i skjemaet og vurder dem først.");
        }
    }
}
