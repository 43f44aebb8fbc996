package no.rodtraad.vacancy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph or a bulleted list of a plain text that somebody wrote in a form: an empty line parts paragraphs, a line
 * that begins with a dash or a bullet is an item.
 */
public record TextBlock(boolean list, List<String> lines) {

    public static List<TextBlock> of(@Nullable String text) {
        var blocks = new ArrayList<TextBlock>();
        if (text == null) {
            return blocks;
        }
        var lines = new ArrayList<String>();
        var list = false;
        for (String raw : text.strip().split("\\R", -1)) {
            String line = raw.strip();
            boolean item = line.matches("[-–•*]\\s+.*");
            if (!lines.isEmpty() && (line.isEmpty() || item != list)) {
                blocks.add(new TextBlock(list, List.copyOf(lines)));
                lines.clear();
            }
            if (!line.isEmpty()) {
                list = item;
                lines.add(item ? line.substring(1).strip() : line);
            }
        }
        if (!lines.isEmpty()) {
            blocks.add(new TextBlock(list, List.copyOf(lines)));
        }
        return blocks;
    }
}
