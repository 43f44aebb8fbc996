package no.rodtraad.merging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Merges the lines of two files made from the same third, as the Modeler writes them. Diagrams and tables say on each line
 * which element it belongs to, so that two changes beside each other do not meet. What both add in one place is kept from
 * both, and where both have drawn an element anew, ours is kept.
 */
final class ThreeWay {

    private static final Pattern TAG = Pattern.compile("^\\s*<(/?[\\w:]+)");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final String MARK = "\u0001";
    private static final Pattern DRAWN = Pattern.compile("^\\s*<(bpmndi:BPMNDiagram|dmndi:DMNDI)\\b.*");

    private final List<List<String>> versions;

    private ThreeWay(List<List<String>> versions) {
        this.versions = versions;
    }

    /** @return empty when both change the same lines; whether the text makes sense is for the caller to see */
    static Optional<String> merged(String base, String ours, String theirs) {
        return new ThreeWay(List.of(marked(base), marked(ours), marked(theirs))).merged();
    }

    private Optional<String> merged() {
        List<String> lines = new ArrayList<>();
        List<String> oursInConflict = List.of();
        boolean isAddition = false;
        for (MergeChunk chunk : result()) {
            List<String> part = versions.get(chunk.getSequenceIndex()).subList(chunk.getBegin(), chunk.getEnd());
            ConflictState state = chunk.getConflictState();
            if (state == ConflictState.FIRST_CONFLICTING_RANGE) {
                oursInConflict = part;
                lines.addAll(part);
            } else if (state == ConflictState.BASE_CONFLICTING_RANGE) {
                isAddition = part.isEmpty();
                if (!isAddition && !isDrawn(chunk)) {
                    return Optional.empty();
                }
            } else if (state == ConflictState.NO_CONFLICT || (isAddition && !part.equals(oursInConflict))) {
                lines.addAll(part);
            }
        }
        return Optional.of(lines.stream().filter(line -> !line.startsWith(MARK)).collect(Collectors.joining("\n")));
    }

    private MergeResult<RawText> result() {
        return new MergeAlgorithm()
                .merge(RawTextComparator.DEFAULT, raw(versions.get(0)), raw(versions.get(1)), raw(versions.get(2)));
    }

    private boolean isDrawn(MergeChunk chunk) {
        return versions.get(0).subList(0, chunk.getBegin()).stream()
                .anyMatch(line -> DRAWN.matcher(line).matches());
    }

    private static RawText raw(List<String> lines) {
        return new RawText((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> marked(String text) {
        List<String> marked = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        open.push("");
        for (String line : text.split("\n", -1)) {
            Matcher tag = TAG.matcher(line);
            if (tag.find()) {
                marked.add(MARK + owner(line, tag.group(1), open) + " " + tag.group(1));
            }
            marked.add(line);
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
