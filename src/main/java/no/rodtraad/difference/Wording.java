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
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("difference", Locale.ROOT);

    private final Map<String, String> groups;
    private final FileNames files;

    /** @param groups id to name */
    Wording(Map<String, String> groups, FileNames files) {
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

    /** What something is called in the middle of a sentence. */
    static String label(String name) {
        return find("label." + name).orElseGet(() -> say("label.other", name.substring(name.lastIndexOf('.') + 1)));
    }

    /** The sentence that is made for it, or else the one for everything. */
    static String sayOf(String key, String name, String... values) {
        return capital(say(TEXTS.containsKey(key + "." + name) ? key + "." + name : key, values));
    }

    /** What a process, a decision or a form is called, beside its id. */
    String file(String extension, String id) {
        return files.find(extension, id).map(name -> name + " (" + id + ")").orElse(id);
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
