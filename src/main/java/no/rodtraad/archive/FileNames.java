package no.rodtraad.archive;

import java.util.Locale;

/** File names that every file system and every archive takes. */
final class FileNames {

    private static final int LONGEST = 100;

    private FileNames() {}

    /** Letters a–z, digits, dot, hyphen and underscore; never empty, never starting with a dot. */
    static String safe(String name) {
        String safe = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("å", "a")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[.-]+", "")
                .replaceAll("-+(?=\\.|$)", "");
        if (safe.length() > LONGEST) {
            String extension = safe.lastIndexOf('.') > safe.length() - 8 ? safe.substring(safe.lastIndexOf('.')) : "";
            safe = safe.substring(0, LONGEST - extension.length()) + extension;
        }
        return safe.isEmpty() ? "dokument" : safe;
    }
}
