package no.rodtraad.messaging;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kept text of a message. Where the mail has the secret link, it carries the mark {@code {{lenke}}} on a line of its
 * own.
 */
final class MessageText {

    static final String LINK = "{{lenke}}";

    /** The mark as a value for templates, so that rendering leaves it where it is. */
    static final Map<String, Object> MARKS = Map.of("lenke", LINK);

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");

    private MessageText() {}

    static String forMail(String kept, String link) {
        return tidy(kept).replace(LINK, link);
    }

    /** Leaves out each paragraph that leads to the link: whoever reads it there is there already. */
    static String forPage(String kept) {
        return paragraphs(tidy(kept))
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
        if (ADDRESS.matcher(line).matches()) {
            return Kind.ADDRESS;
        }
        return line.startsWith("– ") ? Kind.LIST : Kind.TEXT;
    }

    private static Stream<String> paragraphs(String text) {
        return Pattern.compile("\\n\\s*\\n").splitAsStream(text);
    }

    enum Kind {
        TEXT,
        LIST,
        LINK,
        ADDRESS
    }

    /** Lines that belong together in the HTML part. */
    record Block(Kind kind, List<String> lines) {
        public boolean isList() {
            return kind == Kind.LIST;
        }

        public boolean isLink() {
            return kind == Kind.LINK;
        }

        public boolean isAddress() {
            return kind == Kind.ADDRESS;
        }
    }
}
