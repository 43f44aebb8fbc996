package no.rodtraad.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import no.rodtraad.difference.Part.Fact;
import org.jspecify.annotations.Nullable;

/** Holds two versions of the same file against each other, part by part. */
final class Comparison {

    private static final Fact NOTHING = new Fact("", "", "", "");

    private final Map<String, Part> before;
    private final Map<String, Part> after;

    /** Both by place, in the order of the file. */
    Comparison(Map<String, Part> before, Map<String, Part> after) {
        this.before = before;
        this.after = after;
    }

    List<Change> changes() {
        Set<String> reordered = reordered();
        List<Change> changes = new ArrayList<>();
        after.values().forEach(part -> {
            @Nullable Part old = before.get(part.place());
            if (old == null) {
                changes.add(new Change(Kind.ADDED, part.place(), part.added(), said(part)));
            } else {
                changed(old, part, reordered.contains(part.place())).ifPresent(changes::add);
            }
        });
        before.values().stream()
                .filter(part -> !after.containsKey(part.place()))
                .map(part -> new Change(
                        Kind.REMOVED, part.place(), Wording.capital(Wording.say("removed", part.name())), List.of()))
                .forEach(changes::add);
        return List.copyOf(changes);
    }

    private Optional<Change> changed(Part old, Part now, boolean reordered) {
        Set<String> keys = new LinkedHashSet<>(now.facts().keySet());
        keys.addAll(old.facts().keySet());
        keys.removeIf(this::isColumnThatIsGone);
        List<String> sentences = new ArrayList<>();
        keys.forEach(key -> sentences.addAll(
                changed(old.facts().getOrDefault(key, NOTHING), now.facts().getOrDefault(key, NOTHING))));
        if (reordered) {
            sentences.add(order(now));
        }
        if (!sentences.isEmpty()) {
            return Optional.of(new Change(Kind.CHANGED, now.place(), Wording.capital(now.name()), sentences));
        }
        return old.position().equals(now.position())
                ? Optional.empty()
                : Optional.of(new Change(
                        Kind.MOVED, now.place(), Wording.capital(Wording.say("moved", now.name())), List.of()));
    }

    /** It is told of once, not in every row. */
    private boolean isColumnThatIsGone(String fact) {
        return fact.startsWith(Part.CELL) && !after.containsKey(fact.substring(Part.CELL.length()));
    }

    private static List<String> changed(Fact old, Fact now) {
        if (old.written().equals(now.written())) {
            return List.of();
        }
        Fact told = now.label().isEmpty() ? old : now;
        if (old.words().equals(now.words())) {
            return List.of(Wording.sayOf("otherwise", told.name(), told.label()));
        }
        if (old.words().isEmpty()) {
            return List.of(Wording.sayOf("set", told.name(), told.label(), now.words()));
        }
        if (now.words().isEmpty()) {
            return List.of(Wording.sayOf("cleared", told.name(), told.label(), old.words()));
        }
        LongTexts texts = LongTexts.of(old.words(), now.words());
        return List.of(Wording.sayOf("changed", told.name(), told.label(), texts.before(), texts.after()));
    }

    /** What a new part says, but for what its title tells. */
    private static List<String> said(Part part) {
        return part.facts().values().stream()
                .filter(fact -> !fact.words().isEmpty())
                .map(fact -> Wording.sayOf("is", fact.name(), fact.label(), fact.words()))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Those that are in both, and stand in another order among themselves: as few of them as explain it. */
    private Set<String> reordered() {
        Set<String> reordered = new HashSet<>();
        lists().forEach(list -> {
            List<String> old = places(before, list, after);
            List<String> now = places(after, list, before);
            DiffUtils.diff(old, now).getDeltas().stream()
                    .map(AbstractDelta::getTarget)
                    .forEach(chunk -> reordered.addAll(chunk.getLines()));
        });
        return reordered;
    }

    private Set<String> lists() {
        Set<String> lists = new LinkedHashSet<>();
        after.values().stream()
                .map(Part::ordered)
                .filter(list -> !list.isEmpty())
                .forEach(lists::add);
        return lists;
    }

    private static List<String> places(Map<String, Part> of, String list, Map<String, Part> also) {
        return of.values().stream()
                .filter(part -> part.ordered().equals(list))
                .map(Part::place)
                .filter(place -> isIn(also, place, list))
                .toList();
    }

    private static boolean isIn(Map<String, Part> parts, String place, String list) {
        return Stream.ofNullable(parts.get(place))
                .anyMatch(part -> part.ordered().equals(list));
    }

    private String order(Part part) {
        @Nullable Part previous = null;
        for (Part other : after.values()) {
            if (other.place().equals(part.place())) {
                break;
            }
            if (other.ordered().equals(part.ordered())) {
                previous = other;
            }
        }
        return previous == null ? Wording.say("order.first") : Wording.say("order.after", previous.name());
    }
}
