package no.rodtraad.messaging;

import java.util.Map;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** «Ring søkeren med svaret»: until it is logged, the candidate counts as unanswered. */
@Component
class CallWithAnswer implements FormBinding {

    private final Undelivered undelivered;

    CallWithAnswer(Undelivered undelivered) {
        this.undelivered = undelivered;
    }

    @Override
    public String formKey() {
        return "call-with-answer";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        return Map.of("messageText", Undelivered.texts(undelivered.untilTheEnd(Undelivered.applicationOf(context))));
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        undelivered.told(context, answers, true);
    }
}
