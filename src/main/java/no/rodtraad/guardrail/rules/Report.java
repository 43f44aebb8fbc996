package no.rodtraad.guardrail.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find, in words. */
final class Report {

    private final Texts texts;
    private final List<Violation> violations = new ArrayList<>();

    Report(Texts texts) {
        this.texts = texts;
    }

    /** @param key of the sentence; {@code key.mend} says how to put it right, the rule's own text why it is there */
    void refuse(String rule, String file, Element element, String key, String... values) {
        add(rule, true, file, element, key, values);
    }

    void advise(String rule, String file, Element element, String key, String... values) {
        add(rule, false, file, element, key, values);
    }

    void add(String rule, boolean refused, String file, Element element, String key, String... values) {
        Violation violation = new Violation(
                rule,
                refused,
                file,
                element.id(),
                element.line(),
                element.column(),
                texts.say(key, values),
                texts.say(rule + ".why"),
                texts.say(key + ".mend", values));
        if (!violations.contains(violation)) {
            violations.add(violation);
        }
    }

    /** How a step that may be gone is called. */
    String nameOf(String id) {
        return texts.has("step." + id) ? "«" + texts.say("step." + id) + "» (" + id + ")" : "«" + id + "»";
    }

    String text(String key, String... values) {
        return texts.say(key, values);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
