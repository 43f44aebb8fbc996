package no.rodtraad.application;

import java.util.List;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.process.ApplicationId;
import org.springframework.stereotype.Component;

/** Everything the candidate has been told, on the candidate's own page. */
@Component
class MessagesOnStatusPage implements StatusContribution {

    private final SentMessages messages;

    MessagesOnStatusPage(SentMessages messages) {
        this.messages = messages;
    }

    @Override
    public List<StatusItem> items(ApplicationId applicationId) {
        return messages.toApplication(applicationId).stream()
                .map(message -> StatusItem.message(message.subject(), message.body(), message.createdAt()))
                .toList();
    }
}
