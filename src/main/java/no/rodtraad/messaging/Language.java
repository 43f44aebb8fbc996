package no.rodtraad.messaging;

import java.util.Locale;

/** The two written forms of Norwegian. A candidate chooses one, and every message to that candidate keeps to it. */
public enum Language {
    NB("bokmål"),
    NN("nynorsk");

    private final String title;

    Language(String title) {
        this.title = title;
    }

    /** What people call it: «bokmål», «nynorsk». */
    public String title() {
        return title;
    }

    /** As the column {@code applications.language} and HTML's {@code lang} have it: {@code nb}, {@code nn}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag() + "-NO");
    }

    /** @throws IllegalArgumentException when the tag is neither {@code nb} nor {@code nn} */
    public static Language of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
