package no.rodtraad.messaging;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kept text of a message. It carries marks on lines of their own: {@code {{lenke}}} where the mail has the secret
 * link, and {@code {{bareSide}}} before and {@code {{sluttBareSide}}} after what is too private for a mail and is read
 * on the candidate's own page.
 */
final class MessageText {

    static final String LINK = "{{lenke}}";
    static final String PAGE_ONLY = "{{bareSide}}";
    static final String END_OF_PAGE_ONLY = "{{sluttBareSide}}";

    /** The marks as values for templates, so that rendering leaves them where they are. */
    static final Map<String, Object> MARKS =
            Map.of("lenke", LINK, "bareSide", PAGE_ONLY, "sluttBareSide", END_OF_PAGE_ONLY);

    private static final Pattern PAGE_ONLY_PART =
            Pattern.compile(Pattern.quote(PAGE_ONLY) + ".*?" + Pattern.quote(END_OF_PAGE_ONLY), Pattern.DOTALL);
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");

    private MessageText() {}

    static String forMail(String kept, String link) {
        return tidy(PAGE_ONLY_PART.matcher(kept).replaceAll("")).replace(LINK, link);
    }

    /** Leaves out each paragraph that leads to the link: whoever reads it there is there already. */
    static String forPage(String kept) {
        return paragraphs(tidy(kept.replace(PAGE_ONLY, "").replace(END_OF_PAGE_ONLY, "")))
                .filter(paragraph -> !paragraph.contains(LINK))
                .collect(Collectors.joining("\n\n"));
    }

    /** No trailing blanks, and never more than one empty line. */
    static String tidy(String text) {
        String lines = text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
    }

    /** The blocks of a mail's text, for its HTML part. */
    static List<Block> blocks(String mailText, String link) {
        return paragraphs(mailText)
                .flatMap(paragraph -> blocksOf(paragraph, link))
                .toList();
    }

    private static Stream<Block> blocksOf(String paragraph, String link) {
        List<String> lines = paragraph.lines().toList();
        Stream.Builder<Block> blocks = Stream.builder();
        int start = 0;
        for (int end = 1; end <= lines.size(); end++) {
            if (end == lines.size() || kind(lines.get(end), link) != kind(lines.get(start), link)) {
                Kind kind = kind(lines.get(start), link);
                blocks.add(new Block(
                        kind,
                        lines.subList(start, end).stream()
                                .map(line -> kind == Kind.LIST ? line.substring(2) : line)
                                .toList()));
                start = end;
            }
        }
        return blocks.build();
    }

    private static Kind kind(String line, String link) {
        if (line.equals(link)) {
            return Kind.LINK;
        }
        return line.startsWith("– ") ? Kind.LIST : Kind.TEXT;
    }

    private static Stream<String> paragraphs(String text) {
        return Pattern.compile("\\n\\s*\\n").splitAsStream(text);
    }

    enum Kind {
        TEXT,
        LIST,
        LINK
    }

    /** Lines that belong together in the HTML part. */
    record Block(Kind kind, List<String> lines) {
        public boolean isList() {
            return kind == Kind.LIST;
        }

        public boolean isLink() {
            return kind == Kind.LINK;
        }
    }
}
