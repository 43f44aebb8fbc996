package no.rodtraad.merging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Merges the lines of two files made from the same third, as the Modeler writes them. Around the lines it is noted which
 * element they belong to, so that two changes beside each other do not meet. What both add in one place is kept from both,
 * and where both have drawn an element anew, ours is kept.
 */
final class ThreeWay {

    /** Begins what is noted; no text of a file does. */
    static final String MARK = "\u0001";

    private static final Pattern DRAWN = Pattern.compile("^\\s*<(bpmndi:BPMNDiagram|dmndi:DMNDI)\\b.*");

    private final List<List<String>> versions;

    private ThreeWay(List<List<String>> versions) {
        this.versions = versions;
    }

    /** @return empty when both change the same lines; whether the text makes sense is for the caller to see */
    static Optional<String> merged(String base, String ours, String theirs) {
        return new ThreeWay(List.of(marked(base), marked(ours), marked(theirs)))
                .merged()
                .map(lines -> isForm(base) ? FormLines.withCommas(lines) : lines)
                .map(lines -> String.join("\n", lines));
    }

    private Optional<List<String>> merged() {
        List<String> lines = new ArrayList<>();
        List<String> ours = List.of();
        boolean isAddition = false;
        for (MergeChunk chunk : result()) {
            ConflictState state = chunk.getConflictState();
            if (state == ConflictState.BASE_CONFLICTING_RANGE) {
                isAddition = chunk.getBegin() >= chunk.getEnd();
                if (!isAddition && !isDrawn(chunk)) {
                    return Optional.empty();
                }
                continue;
            }
            List<String> part = versions.get(chunk.getSequenceIndex()).subList(chunk.getBegin(), chunk.getEnd());
            if (state != ConflictState.NEXT_CONFLICTING_RANGE || (isAddition && !part.equals(ours))) {
                lines.addAll(part);
            }
            ours = part;
        }
        return Optional.of(lines.stream().filter(line -> !line.startsWith(MARK)).toList());
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
        return isForm(text) ? FormLines.marked(text) : XmlLines.marked(text);
    }

    private static boolean isForm(String text) {
        return text.stripLeading().startsWith("{");
    }
}
