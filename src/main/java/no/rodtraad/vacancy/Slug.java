package no.rodtraad.vacancy;

import java.text.Normalizer;
import java.util.Locale;
import no.rodtraad.process.CaseId;

/** A readable part of a web address: the title and the case, e.g. {@code barnehagelaerer-eksempelvik-2026-0042}. */
final class Slug {

    private static final int LONGEST_TITLE = 60;

    private Slug() {}

    static String of(String title, CaseId caseId) {
        String letters = title.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("å", "a");
        String plain = Normalizer.normalize(letters, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        if (plain.length() > LONGEST_TITLE) {
            plain = plain.substring(0, LONGEST_TITLE);
        }
        plain = plain.replaceAll("^-+|-+$", "");
        String readable = plain.isEmpty() ? "stilling" : plain;
        return readable + "-" + caseId.value().toLowerCase(Locale.ROOT);
    }
}
