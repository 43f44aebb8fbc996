package no.rodtraad.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.messaging.MessageSubject.Addressee;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds those who may get direct messages. */
@Component
class MessageSubjects {

    private final ObjectProvider<MessageSubject> subjects;

    MessageSubjects(ObjectProvider<MessageSubject> subjects) {
        this.subjects = subjects;
    }

    MessageSubject ofKind(String kind) {
        return subjects.stream()
                .filter(subject -> subject.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody gets messages as '%s'".formatted(kind)));
    }

    static Map<String, Object> fields(MessageSubject subject, UUID id, Addressee addressee) {
        Map<String, Object> fields = new HashMap<>(subject.fields(id));
        fields.put("recipientName", addressee.name());
        fields.put("applicantFirstName", addressee.name().strip().split("\\s+")[0]);
        return fields;
    }
}
