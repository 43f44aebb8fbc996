package no.rodtraad.messaging;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Which fields there are and which of them each message uses. */
final class MessageFields {

    private final Properties properties;

    private MessageFields(Properties properties) {
        this.properties = properties;
    }

    /** Of the messages to candidates. */
    static MessageFields read() {
        return read("messages/fields.properties");
    }

    /** Of the messages to employees. */
    static MessageFields ofStaff() {
        return read("messages/staff/fields.properties");
    }

    private static MessageFields read(String file) {
        var properties = new Properties();
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The fields of messages cannot be read", e);
        }
        return new MessageFields(properties);
    }

    /** The messages there are, in order. */
    Set<String> codes() {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".required"))
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every field that features may contribute to texts. */
    Set<String> known() {
        return fields("known");
    }

    /** The fields of each row of a field that is a list. */
    Set<String> ofRows(String list) {
        return fields("rows." + list);
    }

    Set<String> required(String code) {
        return fields(code + ".required");
    }

    /** Fields that the text uses in a section of their own, which falls away without them. */
    Set<String> optional(String code) {
        return fields(code + ".optional");
    }

    /** Flags of which one must be set. */
    Set<String> oneOf(String code) {
        return fields(code + ".oneOf");
    }

    /** Every field the text may use. */
    Set<String> used(String code) {
        Set<String> used = required(code);
        used.addAll(optional(code));
        used.addAll(oneOf(code));
        return used;
    }

    /** Fields without which the text would not say what it is for. */
    Set<String> mustSay(String code) {
        return fields(code + ".says");
    }

    /** What of the message the mail tells. */
    MailForm mail(String code) {
        return MailForm.of(properties.getProperty(code + ".mail", "full"));
    }

    private Set<String> fields(String key) {
        return Arrays.stream(properties.getProperty(key, "").split("\\s+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
