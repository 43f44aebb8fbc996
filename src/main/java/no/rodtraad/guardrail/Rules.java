package no.rodtraad.guardrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.guardrail.rules.KnownNames;
import no.rodtraad.guardrail.rules.RuleBook;
import no.rodtraad.guardrail.rules.Texts;
import no.rodtraad.guardrail.rules.Violation;

/** Asks the rules about files as they are sent: diagrams, tables and forms by name. */
final class Rules {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String TEXTS = "guardrail/rules.properties";

    private final KnownNames known;
    private final KnownNames withoutShipped;
    private final Texts texts = new Texts(texts());

    /**
     * @param shipped the product's own files
     * @param groups that people may be in
     * @param messages codes of the texts that can be sent
     * @param variables that processes may hold
     */
    Rules(Map<String, String> shipped, Set<String> groups, Set<String> messages, Set<String> variables) {
        Read read = new Read(shipped);
        ShippedNames names = new ShippedNames(read.files.values());
        withoutShipped = names.with(groups, messages, variables);
        known = names.withDefined(withoutShipped, read.forms);
    }

    /** The bundle the rules speak from. */
    static String texts() {
        try (InputStream in = Rules.class.getClassLoader().getResourceAsStream(TEXTS)) {
            if (in == null) {
                throw new IllegalStateException(TEXTS + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what the product brings, as a single file is judged. */
    KnownNames known() {
        return known;
    }

    /**
     * @param sent diagrams, tables and forms by name
     * @param whole whether they are everything the municipality's new cases will follow; otherwise the product's own
     *     forms, tables and processes are taken to be there
     * @return what concerns any of it; the files that cannot be read first
     */
    List<Violation> check(Map<String, String> sent, boolean whole) {
        Read read = new Read(sent);
        RuleBook book = new RuleBook(whole ? withoutShipped : known, texts);
        List<Violation> violations = new ArrayList<>(read.unreadable);
        violations.addAll(book.check(read.files, read.forms, whole));
        return List.copyOf(violations);
    }

    /** Files sorted by what they are. */
    private static final class Read {

        private final Map<String, Element> files = new TreeMap<>();
        private final Set<String> forms = new HashSet<>();
        private final List<Violation> unreadable = new ArrayList<>();

        Read(Map<String, String> sent) {
            sent.forEach((name, text) -> {
                if (name.endsWith(".form")) {
                    formId(text).forEach(forms::add);
                } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
                    try {
                        files.put(name, XmlFile.read(text));
                    } catch (XmlFile.Unreadable e) {
                        unreadable.add(unreadable(name, e));
                    }
                }
            });
        }
    }

    private static Stream<String> formId(String text) {
        try {
            return Stream.of(JSON.readTree(text).path("id").asText()).filter(id -> !id.isEmpty());
        } catch (JsonProcessingException e) {
            // a form that is no JSON is refused by the engine in its own words
            return Stream.empty();
        }
    }

    private static Violation unreadable(String file, XmlFile.Unreadable e) {
        return new Violation(
                "G16",
                true,
                file,
                "",
                e.line(),
                0,
                XmlFile.Unreadable.SENTENCE,
                "Bare hele BPMN- og DMN-filer kan kontrolleres og tas i bruk.",
                "Åpne filen i Camunda Modeler, lagre den på nytt og prøv igjen.");
    }
}
