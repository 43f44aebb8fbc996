package no.rodtraad.publishing;

import java.util.Map;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody puts the advert into a channel, changes it there or takes it down, with a text that is ready to copy. */
@Component
class UpdateChannelByHand implements FormBinding {

    private final ChannelUpdates updates;

    UpdateChannelByHand(ChannelUpdates updates) {
        this.updates = updates;
    }

    @Override
    public String formKey() {
        return "update-channel-by-hand";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        ManualChannel channel = ManualChannel.find(channel(context))
                .orElseThrow(() -> new IllegalStateException("Nobody knows the channel " + channel(context)));
        Change change = updates.due(context.caseId(), channel(context));
        return Map.of(
                "channelName", channel.label(),
                "whatToDo", change.instruction(),
                "readyText", ReadyText.of(updates.advert(context.caseId(), channel(context)), channel.length()),
                "pictureSize", channel.picture());
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        if (!answers.flag("channelDone")) {
            throw new FormRejected("Bekreft at det er gjort i kanalen.");
        }
        updates.doneByHand(context.caseId(), channel(context), answers.text("channelReference"));
    }

    private static String channel(FormContext context) {
        return context.get(HiringVariables.CHANNEL).orElseThrow();
    }
}
