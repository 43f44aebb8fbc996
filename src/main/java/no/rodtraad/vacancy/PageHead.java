package no.rodtraad.vacancy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells those who link to it and search in it.
 *
 * @param title without our name
 * @param description one or two sentences
 * @param path of the page in bokmål
 * @param bokmaal the whole address of the page in bokmål
 * @param english the whole address of the page in English
 * @param indexed whether search engines shall show it
 * @param feed the whole address of the feed with the same vacancies
 * @param structuredData JSON-LD, safe inside a script element
 */
record PageHead(
        String title,
        String description,
        String path,
        String bokmaal,
        String english,
        boolean indexed,
        String feed,
        @Nullable String structuredData) {

    private static final int LONGEST_DESCRIPTION = 160;

    /** The whole address the page is known by in the reader's language. */
    public String canonical(Locale reader) {
        return english(reader) ? english : bokmaal;
    }

    /** The path of the same page in the other language. */
    public String otherLanguage(Locale reader) {
        return english(reader) ? path : Languages.ENGLISH_PATH + path;
    }

    public String otherLanguageTag(Locale reader) {
        return english(reader) ? "nb" : "en";
    }

    private static boolean english(Locale reader) {
        return reader.getLanguage().equals("en");
    }

    /** The beginning of a text as one line, cut between words. */
    static String description(String text) {
        String line = TextBlock.of(text).stream()
                .map(TextBlock::lines)
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        if (line.length() <= LONGEST_DESCRIPTION) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_DESCRIPTION - 2);
        return line.substring(0, space > 0 ? space : LONGEST_DESCRIPTION - 2) + " …";
    }
}
