package no.rodtraad.messaging;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The texts to employees, all read and checked at start. */
@Component
class StaffTemplates {

    private final Map<String, MessageTemplate> byCode =
            MessageTemplate.readAll("messages/staff", Language.NB, MessageFields.ofStaff());

    Set<String> codes() {
        return byCode.keySet();
    }

    MessageTemplate get(String code) {
        MessageTemplate template = byCode.get(code);
        if (template == null) {
            throw new IllegalArgumentException("There is no message to employees '%s'".formatted(code));
        }
        return template;
    }
}
