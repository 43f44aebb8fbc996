package no.rodtraad.vacancy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which HR chooses where the advert goes, beginning with what the decision table proposes. */
@Component
class ChooseChannels implements FormBinding {

    /** Our own pages: an advert is always there. */
    static final String OWN = "own";

    private static final Set<String> KNOWN = Set.of(OWN, "internal", "nav", "finn", "localPaper", "socialMedia");

    @Override
    public String formKey() {
        return "choose-channels";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        return Map.of(
                "channelChoice", listed(context.get(HiringVariables.CHANNELS).orElse(OWN)));
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        List<String> chosen = answers.texts("channelChoice");
        if (chosen.isEmpty()) {
            throw new FormRejected("Velg minst én kanal.");
        }
        for (String channel : chosen) {
            if (!KNOWN.contains(channel)) {
                throw new FormRejected("Kanalen «%s» finnes ikke.".formatted(channel));
            }
        }
        context.set(HiringVariables.CHANNELS, String.join(",", withOwn(chosen)));
    }

    static List<String> listed(String channels) {
        return List.of(channels.split("\\s*,\\s*")).stream()
                .filter(channel -> !channel.isBlank())
                .toList();
    }

    static Set<String> withOwn(List<String> channels) {
        var all = new LinkedHashSet<String>();
        all.add(OWN);
        all.addAll(channels);
        return all;
    }
}
