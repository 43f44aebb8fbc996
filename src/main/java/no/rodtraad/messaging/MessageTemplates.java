package no.rodtraad.messaging;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of the catalogue as they are delivered, in each language, all read and checked at start. */
@Component
class MessageTemplates {

    /** The code of what the mail says when the message itself waits on the candidate's page. */
    static final String NOTICE = "NOTICE";

    private final MessageFields fields = MessageFields.read();
    private final Map<Language, Map<String, MessageTemplate>> texts = Arrays.stream(Language.values())
            .collect(Collectors.toMap(
                    language -> language, language -> MessageTemplate.readAll("messages", language, fields)));

    Set<String> codes() {
        return fields.codes();
    }

    /** @throws TextRefused when it is no text of this code */
    MessageTemplate parse(String code, Language language, String subject, String body) {
        return new MessageTemplate(code, language, "Emne: %s\n%s".formatted(oneLine(subject), body), fields);
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }

    Set<String> fieldsOf(String code) {
        return fields.used(code);
    }

    Set<String> choicesOf(String code) {
        return fields.oneOf(code);
    }

    /** The fields without which the text would not say what it is for. */
    Set<String> mustSay(String code) {
        return fields.mustSay(code);
    }

    MailForm mail(String code) {
        return fields.mail(code);
    }

    MessageTemplate get(String code, Language language) {
        @Nullable
        MessageTemplate template = texts.getOrDefault(language, Map.of()).get(code);
        if (template == null) {
            throw new IllegalArgumentException("There is no message '%s'".formatted(code));
        }
        return template;
    }
}
