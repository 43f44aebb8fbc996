package no.rodtraad.messaging;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** One text of the catalogue: a line «Emne: …» and a body, with {@code {{field}}} and {@code {{#field}}…{{/field}}}. */
final class MessageTemplate {

    private static final String SUBJECT_MARK = "Emne:";

    private final String code;
    private final MessageFields fields;
    private final Template subject;
    private final Template body;

    MessageTemplate(String code, String text, MessageFields fields) {
        this.code = code;
        this.fields = fields;
        int endOfSubject = text.indexOf('\n');
        if (endOfSubject < 0 || !text.startsWith(SUBJECT_MARK)) {
            throw new IllegalStateException("Message %s does not begin with a line «Emne: …»".formatted(code));
        }
        this.subject =
                compile(text.substring(SUBJECT_MARK.length(), endOfSubject).strip());
        this.body = compile(text.substring(endOfSubject + 1).strip());
        checkDeclarations();
    }

    /**
     * Reads and checks all that the fields name.
     *
     * @param folder on the class path, with a file {@code <code>.txt} for each
     */
    static Map<String, MessageTemplate> readAll(String folder, MessageFields fields) {
        return fields.codes().stream()
                .map(code -> new MessageTemplate(code, read(folder, code), fields))
                .collect(Collectors.toUnmodifiableMap(MessageTemplate::code, Function.identity()));
    }

    private static String read(String folder, String code) {
        try (InputStream text = new ClassPathResource("%s/%s.txt".formatted(folder, code)).getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The text of message %s cannot be read".formatted(code), e);
        }
    }

    String code() {
        return code;
    }

    /** @throws IllegalStateException naming the field when one is missing, so that nothing is sent with a hole */
    Rendered render(Map<String, Object> values) {
        checkComplete(values);
        Map<String, Object> context = new HashMap<>(MessageText.MARKS);
        used().stream().filter(values::containsKey).forEach(name -> context.put(name, values.get(name)));
        try {
            return new Rendered(
                    subject.execute(context).replaceAll("\\s+", " ").strip(), MessageText.tidy(body.execute(context)));
        } catch (MustacheException.Context e) {
            throw new IllegalStateException("Message %s needs the field '%s'".formatted(code, e.key), e);
        }
    }

    /** The names in the text, those within lists included. */
    Set<String> namesInText() {
        var names = new TreeSet<String>();
        subject.visit(new Names(names));
        body.visit(new Names(names));
        names.removeAll(MessageText.MARKS.keySet());
        return names;
    }

    private Set<String> used() {
        var used = new TreeSet<>(fields.required(code));
        used.addAll(fields.optional(code));
        used.addAll(fields.oneOf(code));
        return used;
    }

    private void checkComplete(Map<String, Object> values) {
        for (String name : fields.required(code)) {
            Object value = values.get(name);
            if (value == null || value.toString().isBlank()) {
                throw new IllegalStateException("Message %s needs the field '%s'".formatted(code, name));
            }
        }
        Set<String> choices = fields.oneOf(code);
        if (!choices.isEmpty()
                && choices.stream()
                                .filter(name -> Boolean.TRUE.equals(values.get(name)))
                                .count()
                        != 1) {
            throw new IllegalStateException("Message %s needs exactly one of the fields %s".formatted(code, choices));
        }
    }

    private void checkDeclarations() {
        Set<String> declared = used();
        if (!fields.known().containsAll(declared)) {
            throw new IllegalStateException("Message %s declares an unknown field: %s".formatted(code, declared));
        }
        var inRows = new TreeSet<String>();
        declared.forEach(name -> inRows.addAll(fields.ofRows(name)));
        Set<String> undeclared = namesInText();
        undeclared.removeAll(declared);
        undeclared.removeAll(inRows);
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException("Message %s uses undeclared fields: %s".formatted(code, undeclared));
        }
    }

    private static Template compile(String text) {
        return Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).compile(text);
    }

    /** @param body with the marks of {@link MessageText} */
    record Rendered(String subject, String body) {}

    private record Names(Set<String> found) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            found.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new IllegalStateException("Messages do not include others: " + name);
        }

        @Override
        public boolean visitSection(String name) {
            found.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            found.add(name);
            return true;
        }
    }
}
