package no.rodtraad.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import no.rodtraad.process.JourneyGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what differs between two versions of a municipality's files, in Norwegian. */
@Component
public class Differences {

    private final JourneyGroups groups;

    public Differences(JourneyGroups groups) {
        this.groups = groups;
    }

    /**
     * What makes no difference to anybody is none: the order of attributes, white space, the version of the Modeler, the
     * lines that are drawn again.
     *
     * @param before name to text of diagrams ({@code .bpmn}), tables ({@code .dmn}) and forms ({@code .form})
     * @param after the same, later
     * @return the files that differ, by name; one that cannot be read differs as a whole
     */
    public List<FileDifference> between(Map<String, String> before, Map<String, String> after) {
        Wording wording = new Wording(groups.names(), new FileNames(before, after));
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<FileDifference> differences = new ArrayList<>();
        for (String name : all) {
            @Nullable String old = before.get(name);
            @Nullable String now = after.get(name);
            if (!Objects.equals(old, now)) {
                compared(name, old, now, wording).ifPresent(differences::add);
            }
        }
        return List.copyOf(differences);
    }

    private static Optional<FileDifference> compared(
            String name, @Nullable String before, @Nullable String after, Wording wording) {
        if (before == null) {
            return Optional.ofNullable(after).map(text -> whole(name, text, Kind.ADDED));
        }
        if (after == null) {
            return Optional.of(whole(name, before, Kind.REMOVED));
        }
        ReadFile now = ReadFile.of(name, after);
        List<Change> changes = changes(ReadFile.of(name, before), now, wording);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileDifference(name, now.title(), Kind.CHANGED, changes));
    }

    private static FileDifference whole(String name, String text, Kind kind) {
        return new FileDifference(name, ReadFile.of(name, text).title(), kind, List.of());
    }

    private static List<Change> changes(ReadFile old, ReadFile now, Wording wording) {
        return old.isReadable() && now.isReadable()
                ? new Comparison(old.parts(wording), now.parts(wording)).changes()
                : List.of(new Change(Kind.CHANGED, now.name(), Wording.say("unreadable"), List.of()));
    }
}
