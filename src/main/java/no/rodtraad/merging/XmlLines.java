package no.rodtraad.merging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a diagram or a table, each with a mark before and after it. */
final class XmlLines {

    private static final Pattern TAG = Pattern.compile("^\\s*<(/?[\\w:]+)");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

    private XmlLines() {}

    static List<String> marked(String text) {
        List<String> marked = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        open.push("");
        for (String line : text.split("\n", -1)) {
            Matcher tag = TAG.matcher(line);
            if (tag.find()) {
                String mark = ThreeWay.MARK + owner(line, tag.group(1), open) + " " + tag.group(1);
                marked.addAll(List.of(mark, line, mark));
            } else {
                marked.add(line);
            }
        }
        return marked;
    }

    /** Id of the element that the line begins or ends, or of the nearest around it that has one. */
    private static String owner(String line, String tag, Deque<String> open) {
        if (tag.startsWith("/")) {
            return open.size() > 1 ? open.pop() : "";
        }
        Matcher id = ID.matcher(line);
        String owner = id.find() ? id.group(1) : open.element();
        if (!line.endsWith("/>") && !line.contains("</" + tag + ">")) {
            open.push(owner);
        }
        return owner;
    }
}
