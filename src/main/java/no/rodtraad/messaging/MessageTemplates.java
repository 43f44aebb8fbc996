package no.rodtraad.messaging;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The texts of the catalogue, all read and checked at start. */
@Component
class MessageTemplates {

    private final Map<String, MessageTemplate> byCode = MessageTemplate.readAll("messages/nb", MessageFields.read());

    Set<String> codes() {
        return byCode.keySet();
    }

    MessageTemplate get(String code) {
        MessageTemplate template = byCode.get(code);
        if (template == null) {
            throw new IllegalArgumentException("There is no message '%s'".formatted(code));
        }
        return template;
    }
}
