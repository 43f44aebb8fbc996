package no.rodtraad.guardrail.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the rules: lines of {@code key=text}, where {@code {0}} and so on stand for what the rule found. */
public final class Texts {

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** @param lines the whole bundle; empty lines and lines that start with # say nothing */
    public Texts(String lines) {
        for (String line : lines.split("\n")) {
            int sign = line.indexOf('=');
            if (sign > 0 && line.charAt(0) != '#') {
                texts.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        }
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** @throws IllegalArgumentException when the bundle has no such text */
    public String say(String key, String... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        String said = text;
        for (int i = 0; i < values.length; i++) {
            said = said.replace("{" + i + "}", values[i]);
        }
        return said;
    }
}
