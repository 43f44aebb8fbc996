package no.rodtraad.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.rodtraad.process.CaseTime.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a case went: each moment counts once, as the first kind, in the order of {@link Kind}, of what went on
 * just then; what no span explains is left over. The parts add up to the whole.
 *
 * @param byKind every kind, in order
 */
record TimeUse(Map<Kind, Duration> byKind, Duration other) {

    TimeUse {
        EnumMap<Kind, Duration> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, byKind.getOrDefault(kind, Duration.ZERO));
        }
        byKind = Map.copyOf(all);
    }

    /** @param ended null while it goes on */
    record Span(Kind kind, Instant started, @Nullable Instant ended) {}

    /** @throws IllegalArgumentException when the end is before the beginning */
    static TimeUse between(Instant from, Instant to, List<Span> spans) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(to, from));
        }
        List<Change> changes = changes(from, to, spans);
        Map<Kind, Integer> goingOn = new EnumMap<>(Kind.class);
        Map<Kind, Duration> spent = new EnumMap<>(Kind.class);
        Duration other = Duration.ZERO;
        Instant at = from;
        for (Change change : changes) {
            Duration passed = Duration.between(at, change.at());
            @Nullable Kind first = first(goingOn);
            if (first == null) {
                other = other.plus(passed);
            } else {
                spent.merge(first, passed, Duration::plus);
            }
            goingOn.merge(change.kind(), change.step(), Integer::sum);
            at = change.at();
        }
        return new TimeUse(spent, other.plus(Duration.between(at, to)));
    }

    private static List<Change> changes(Instant from, Instant to, List<Span> spans) {
        return spans.stream()
                .map(span -> clip(span, from, to))
                .filter(Objects::nonNull)
                .flatMap(span -> Stream.of(
                        new Change(span.started(), span.kind(), 1),
                        new Change(Objects.requireNonNullElse(span.ended(), to), span.kind(), -1)))
                .sorted(Comparator.comparing(Change::at))
                .toList();
    }

    private record Change(Instant at, Kind kind, int step) {}

    private static @Nullable Span clip(Span span, Instant from, Instant to) {
        Instant ended = span.ended() == null || span.ended().isAfter(to) ? to : span.ended();
        Instant started = span.started().isBefore(from) ? from : span.started();
        return started.isBefore(ended) ? new Span(span.kind(), started, ended) : null;
    }

    private static @Nullable Kind first(Map<Kind, Integer> goingOn) {
        return goingOn.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Duration total() {
        return byKind.values().stream().reduce(other, Duration::plus);
    }

    TimeUse plus(TimeUse more) {
        Map<Kind, Duration> sum = new HashMap<>(byKind);
        more.byKind.forEach((kind, spent) -> sum.merge(kind, spent, Duration::plus));
        return new TimeUse(sum, other.plus(more.other));
    }

    static TimeUse none() {
        return new TimeUse(Map.of(), Duration.ZERO);
    }
}
