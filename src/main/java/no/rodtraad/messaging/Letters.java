package no.rodtraad.messaging;

import java.util.Optional;
import java.util.Set;
import no.rodtraad.archive.LetterSource;
import no.rodtraad.process.ApplicationId;
import org.springframework.stereotype.Component;

/** What was written to candidates, as letters for the archive. */
@Component
class Letters implements LetterSource {

    private final SentMessages messages;

    Letters(SentMessages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Letter> newest(ApplicationId applicationId, Set<String> messageCodes) {
        return messages.toApplication(applicationId).stream()
                .filter(message -> messageCodes.contains(message.code()))
                .findFirst()
                .map(message -> new Letter(message.code(), message.subject(), message.body(), message.createdAt()));
    }
}
