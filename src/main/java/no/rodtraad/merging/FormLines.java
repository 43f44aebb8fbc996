package no.rodtraad.merging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a form without the commas that end them, each field with a mark before and after it. */
final class FormLines {

    private static final Pattern ID = Pattern.compile("^(\\s*)\"id\": \"([^\"]*)\"$");

    private FormLines() {}

    static List<String> marked(String text) {
        List<String> lines = text.lines()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .toList();
        List<String> marked = new ArrayList<>();
        Deque<Optional<String>> open = new ArrayDeque<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.endsWith("{")) {
                open.push(id(lines, i));
                open.element().ifPresent(marked::add);
            }
            marked.add(line);
            if (line.strip().equals("}") && !open.isEmpty()) {
                open.pop().ifPresent(marked::add);
            }
        }
        return marked;
    }

    private static Optional<String> id(List<String> lines, int start) {
        String inside = indentation(lines.get(start)) + "  ";
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> indentation(line).length() >= inside.length())
                .map(ID::matcher)
                .filter(Matcher::matches)
                .filter(found -> found.group(1).equals(inside))
                .map(found -> ThreeWay.MARK + found.group(2))
                .findFirst();
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    static List<String> withCommas(List<String> lines) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean begins = line.endsWith("{") || line.endsWith("[");
            boolean isLast = i + 1 == lines.size()
                    || lines.get(i + 1).isBlank()
                    || lines.get(i + 1).strip().matches("[}\\]].*");
            whole.add(begins || isLast ? line : line + ",");
        }
        return whole;
    }
}
