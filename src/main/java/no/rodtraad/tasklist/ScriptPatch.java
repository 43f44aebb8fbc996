package no.rodtraad.tasklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Replacements in one script of the pinned web applications. Every one of them has to hit. */
record ScriptPatch(String folder, String file, List<Replacement> replacements) {

    /** Where the jar of the web applications keeps what is served below {@code /camunda}. */
    static final String ROOT = "META-INF/resources/webjars/camunda/";

    record Replacement(String original, String substitute) {}

    ScriptPatch {
        replacements = List.copyOf(replacements);
    }

    /** The script as the jar has it. */
    String original() {
        try {
            return new ClassPathResource(ROOT + folder + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Fant ikke " + ROOT + folder + file + " på klassestien", e);
        }
    }

    /** The texts that the script does not contain, so that the patch no longer fits it. */
    List<String> missingIn(String script) {
        return replacements.stream()
                .map(Replacement::original)
                .filter(text -> !script.contains(text))
                .toList();
    }

    String applyTo(String script) {
        List<String> missing = missingIn(script);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Tilpasningen av " + folder + file
                    + " passer ikke lenger til versjonen av Camunda på klassestien. Finner ikke: "
                    + String.join(" | ", missing));
        }
        String patched = script;
        for (Replacement replacement : replacements) {
            patched = patched.replace(replacement.original(), replacement.substitute());
        }
        return patched;
    }
}
