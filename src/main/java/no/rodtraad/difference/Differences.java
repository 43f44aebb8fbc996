package no.rodtraad.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
        Map<String, ReadFile> old = new HashMap<>();
        Map<String, ReadFile> now = new HashMap<>();
        before.forEach((name, text) -> old.put(name, ReadFile.of(name, text)));
        after.forEach((name, text) -> now.put(name, ReadFile.of(name, text)));
        Map<String, String> names = new HashMap<>();
        old.values().forEach(file -> names.putAll(file.names()));
        now.values().forEach(file -> names.putAll(file.names()));
        Wording wording = new Wording(groups.names(), names);

        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<FileDifference> differences = new ArrayList<>();
        for (String name : all) {
            FileDifference difference = compared(name, old.get(name), now.get(name), wording);
            if (difference.kind() != Kind.CHANGED || !difference.changes().isEmpty()) {
                differences.add(difference);
            }
        }
        return List.copyOf(differences);
    }

    private static FileDifference compared(
            String name, @Nullable ReadFile old, @Nullable ReadFile now, Wording wording) {
        if (now == null) {
            return new FileDifference(name, title(old), Kind.REMOVED, List.of());
        }
        if (old == null) {
            return new FileDifference(name, title(now), Kind.ADDED, List.of());
        }
        List<Change> changes = old.text().equals(now.text()) ? List.of() : changes(old, now, wording);
        return new FileDifference(name, title(now), Kind.CHANGED, changes);
    }

    private static String title(@Nullable ReadFile file) {
        return file == null ? "" : file.title();
    }

    private static List<Change> changes(ReadFile old, ReadFile now, Wording wording) {
        Function<ReadFile, Map<String, Part>> parts = file -> file.parts(wording);
        if (!old.isReadable() || !now.isReadable()) {
            return List.of(new Change(Kind.CHANGED, now.name(), Wording.say("unreadable"), List.of()));
        }
        return new Comparison(parts.apply(old), parts.apply(now)).changes();
    }
}
