package no.rodtraad.messaging;

import java.util.Map;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** «Ring søkeren om meldingen», when another mail than the final answer did not arrive. */
@Component
class CallAboutMessage implements FormBinding {

    private final Undelivered undelivered;

    CallAboutMessage(Undelivered undelivered) {
        this.undelivered = undelivered;
    }

    @Override
    public String formKey() {
        return "call-about-message";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        return Map.of("messageText", Undelivered.texts(undelivered.underWay(Undelivered.applicationOf(context))));
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        undelivered.told(context, answers, false);
    }
}
