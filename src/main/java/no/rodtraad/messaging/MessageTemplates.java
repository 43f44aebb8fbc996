package no.rodtraad.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts of the catalogue, all read and checked at start. */
@Component
class MessageTemplates {

    private final Map<String, MessageTemplate> byCode;

    MessageTemplates() {
        MessageFields fields = MessageFields.read();
        byCode = fields.codes().stream()
                .map(code -> new MessageTemplate(code, read(code), fields))
                .collect(Collectors.toUnmodifiableMap(MessageTemplate::code, Function.identity()));
    }

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

    private static String read(String code) {
        try (InputStream text = new ClassPathResource("messages/nb/%s.txt".formatted(code)).getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The text of message %s cannot be read".formatted(code), e);
        }
    }
}
