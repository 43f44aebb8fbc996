package no.rodtraad.guardrail.modeler;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.guardrail.rules.ElementBuilder;
import no.rodtraad.guardrail.rules.KnownNames;
import no.rodtraad.guardrail.rules.RuleBook;
import no.rodtraad.guardrail.rules.Texts;
import no.rodtraad.guardrail.rules.Violation;
import org.teavm.jso.JSExport;

/**
 * What the Modeler's JavaScript may call: first the names and words, once, then for each diagram its elements and the
 * question. Fields of an answer are parted by U+001F, answers by U+001E, as strings are all that both sides know.
 */
public final class ModelerRules {

    private static final String FIELD = "\u001f";
    private static final String ANSWER = "\u001e";

    private static final Map<String, Set<String>> NAMES = new HashMap<>();
    private static final Map<String, String> PROCESSES = new HashMap<>();
    private static String words = "";
    private static ElementBuilder builder = new ElementBuilder();

    private ModelerRules() {}

    @JSExport
    public static void words(String bundle) {
        words = bundle;
    }

    /** @param kind as the components of {@link KnownNames} are called */
    @JSExport
    public static void name(String kind, String name) {
        NAMES.computeIfAbsent(kind, none -> new HashSet<>()).add(name);
    }

    @JSExport
    public static void process(String id, String kind) {
        PROCESSES.put(id, kind);
    }

    @JSExport
    public static void open(String namespace, String name) {
        builder.open(namespace, name, 0, 0);
    }

    @JSExport
    public static void attribute(String namespace, String name, String value) {
        builder.attribute(namespace, name, value);
    }

    @JSExport
    public static void text(String text) {
        builder.text(text);
    }

    @JSExport
    public static void close() {
        builder.close();
    }

    /** Forgets an element that was not read to its end. */
    @JSExport
    public static void restart() {
        builder = new ElementBuilder();
    }

    /** Judges what has been read: for each finding the rule, 1 when it refuses, the element, what, why and how to mend. */
    @JSExport
    public static String check() {
        Map<String, Element> files = new LinkedHashMap<>();
        files.put("", builder.root());
        restart();
        StringBuilder answers = new StringBuilder();
        for (Violation violation : new RuleBook(known(), new Texts(words)).check(files, Set.of(), false)) {
            answers.append(answers.isEmpty() ? "" : ANSWER);
            answers.append(String.join(
                    FIELD,
                    List.of(
                            violation.rule(),
                            violation.refused() ? "1" : "0",
                            violation.elementId(),
                            violation.what(),
                            violation.why(),
                            violation.mend())));
        }
        return answers.toString();
    }

    private static KnownNames known() {
        return new KnownNames(
                names("beans"),
                names("messages"),
                names("documents"),
                names("groups"),
                names("variables"),
                names("events"),
                names("forms"),
                names("decisions"),
                PROCESSES,
                names("steps"));
    }

    private static Set<String> names(String kind) {
        return NAMES.getOrDefault(kind, Set.of());
    }

    /** The translator begins here; the Modeler calls the exported functions. */
    public static void main(String[] args) {
        restart();
    }
}
