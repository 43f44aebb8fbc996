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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** One text of the catalogue: a line «Emne: …» and a body, with {@code {{field}}} and {@code {{#field}}…{{/field}}}. */
final class MessageTemplate {

    private static final String SUBJECT_MARK = "Emne:";

    private final String code;
    private final Language language;
    private final MessageFields fields;
    private final String subjectText;
    private final String bodyText;
    private final Template subject;
    private final Template body;

    MessageTemplate(String code, Language language, String text, MessageFields fields) {
        this.code = code;
        this.language = language;
        this.fields = fields;
        int endOfSubject = text.indexOf('\n');
        if (endOfSubject < 0 || !text.startsWith(SUBJECT_MARK)) {
            throw new TextRefused(code, "begynner ikke med en linje «Emne: …»");
        }
        this.subjectText = text.substring(SUBJECT_MARK.length(), endOfSubject).strip();
        this.bodyText = MessageText.tidy(text.substring(endOfSubject + 1));
        this.subject = compile(subjectText);
        this.body = compile(bodyText);
        checkDeclarations();
        checkLink(text);
    }

    /**
     * Reads and checks all that the fields name.
     *
     * @param folder on the class path, with a file {@code <language>/<code>.txt} for each
     */
    static Map<String, MessageTemplate> readAll(String folder, Language language, MessageFields fields) {
        return fields.codes().stream()
                .map(code -> new MessageTemplate(code, language, read(folder, language, code), fields))
                .collect(Collectors.toUnmodifiableMap(MessageTemplate::code, Function.identity()));
    }

    private static String read(String folder, Language language, String code) {
        String file = "%s/%s/%s.txt".formatted(folder, language.tag(), code);
        try (InputStream text = new ClassPathResource(file).getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The text of message %s cannot be read".formatted(code), e);
        }
    }

    String code() {
        return code;
    }

    /** As it is written, with its fields. */
    String subjectText() {
        return subjectText;
    }

    String bodyText() {
        return bodyText;
    }

    /**
     * Writes the text with everything known, without what may be unknown, and once for each choice.
     *
     * @param examples a value for every field
     * @throws TextRefused naming the field that leaves a hole
     */
    void tryOut(Map<String, Object> examples) {
        tryOne(examples);
        Map<String, Object> least = new HashMap<>(examples);
        least.keySet().removeAll(fields.optional(code));
        tryOne(least);
        for (String choice : fields.oneOf(code)) {
            Map<String, Object> chosen = new HashMap<>(least);
            fields.oneOf(code).forEach(other -> chosen.put(other, other.equals(choice)));
            tryOne(chosen);
        }
    }

    private void tryOne(Map<String, Object> values) {
        Rendered rendered;
        try {
            rendered = render(values);
        } catch (MissingField e) {
            throw new TextRefused(
                    code,
                    "bruker {{%1$s}}, som ikke alltid finnes. Skriv {{#%1$s}} foran og {{/%1$s}} bak det som da skal falle bort"
                            .formatted(e.field()),
                    e);
        }
        if (rendered.subject().isEmpty() || rendered.body().isEmpty()) {
            throw new TextRefused(code, "blir tom når noen av feltene mangler");
        }
    }

    /** @throws MissingField naming the field when one is missing, so that nothing is sent with a hole */
    Rendered render(Map<String, Object> values) {
        checkComplete(values);
        Map<String, Object> context = new HashMap<>(MessageText.MARKS);
        used().forEach(name -> {
            @Nullable Object value = values.get(name);
            if (value != null) {
                context.put(name, FieldText.in(language, value));
            }
        });
        try {
            return new Rendered(
                    subject.execute(context).replaceAll("\\s+", " ").strip(), MessageText.tidy(body.execute(context)));
        } catch (MustacheException.Context e) {
            throw new MissingField(code, e.key, e);
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
        return fields.used(code);
    }

    private void checkComplete(Map<String, Object> values) {
        for (String name : fields.required(code)) {
            Object value = values.get(name);
            if (value == null || value.toString().isBlank()) {
                throw new MissingField(code, name, null);
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
            throw new TextRefused(code, "bruker felt den ikke kan bruke: %s".formatted(inBraces(undeclared)));
        }
    }

    /** The mail's link has one place of its own; on the candidate's page it would lead to where the reader is. */
    private void checkLink(String text) {
        boolean wanted = fields.mail(code) == MailForm.FULL;
        boolean placed = text.lines().filter(MessageText.LINK::equals).count() == 1
                && text.indexOf(MessageText.LINK) == text.lastIndexOf(MessageText.LINK);
        if (wanted && !placed) {
            throw new TextRefused(code, "trenger %s én gang, alene på en linje".formatted(MessageText.LINK));
        }
        if (!wanted && text.contains(MessageText.LINK)) {
            throw new TextRefused(code, "leses på søkerens egen side og skal ikke ha %s".formatted(MessageText.LINK));
        }
    }

    private Template compile(String text) {
        try {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .emptyStringIsFalse(true)
                    .compile(text);
        } catch (MustacheException e) {
            throw new TextRefused(
                    code,
                    "har et felt eller en del som ikke er avsluttet. Se etter {{ uten }} og {{#…}} uten {{/…}}",
                    e);
        }
    }

    static String inBraces(Set<String> names) {
        return names.stream().map(name -> "{{" + name + "}}").collect(Collectors.joining(", "));
    }

    /** A message cannot be written because something is not known. */
    static final class MissingField extends IllegalStateException {

        private final String field;

        MissingField(String code, String field, @Nullable Throwable cause) {
            super("Message %s needs the field '%s'".formatted(code, field), cause);
            this.field = field;
        }

        String field() {
            return field;
        }
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
            throw new TextRefused(name, "kan ikke tas inn i en annen tekst");
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
