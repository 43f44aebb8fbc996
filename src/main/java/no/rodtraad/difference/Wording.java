package no.rodtraad.difference;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The Norwegian of the differences. */
final class Wording {

    private static final Locale NORWEGIAN = Locale.forLanguageTag("nb");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "difference",
            NORWEGIAN,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private final Map<String, String> groups;
    private final Map<String, String> files;

    /**
     * @param groups id to name
     * @param files id of a process, a decision or a form to its name
     */
    Wording(Map<String, String> groups, Map<String, String> files) {
        this.groups = groups;
        this.files = files;
    }

    static String say(String key, String... values) {
        return MessageFormat.format(TEXTS.getString(key), (Object[]) values);
    }

    /** The text, if the bundle has it. */
    static Optional<String> find(String key) {
        return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
    }

    /** What a process, a decision or a form is called, beside its id. */
    String file(String id) {
        return files.containsKey(id) ? files.get(id) + " (" + id + ")" : id;
    }

    /** @param written group ids with commas between, or an expression */
    String groups(String written) {
        return written.startsWith("${")
                ? say("group.later")
                : Arrays.stream(written.split(","))
                        .map(String::strip)
                        .map(group -> groups.getOrDefault(group, group))
                        .collect(Collectors.joining(say("or")));
    }

    /** Without the signs around an expression. */
    static String expression(String written) {
        String text = oneLine(written);
        return text.startsWith("${") && text.indexOf('}') == text.length() - 1
                ? text.substring(2, text.length() - 1)
                : text;
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static String quoted(String text) {
        return "«" + text + "»";
    }

    static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(NORWEGIAN) + sentence.substring(1);
    }
}
