package no.rodtraad.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.rodtraad.process.StepGraph.Kind;
import no.rodtraad.process.StepGraph.Step;

/** What a process that stands somewhere in a diagram can still come to, as it is drawn. */
final class WayAhead {

    private final StepGraph graph;
    private final List<String> here;
    private final Set<String> ahead;

    /** @param here ids of the steps it stands at, and of the parts they are in; one that waits twice stands there twice */
    WayAhead(StepGraph graph, List<String> here) {
        this.graph = graph;
        this.here = here;
        Stream<String> asides =
                graph.beginnings().filter(step -> step.kind() == Kind.ASIDE).map(Step::id);
        this.ahead =
                reached(Stream.concat(here.stream().filter(graph::has), asides), Set.of(), step -> next(step, here));
    }

    /** Where the process stands, and all it can come to. */
    Stream<Step> steps() {
        return ahead.stream().flatMap(id -> graph.find(id).stream());
    }

    /** Whether the process has passed the place of a step: it comes to it no more, or only by going back. */
    boolean hasPassed(Step step) {
        return ahead.contains(step.id()) ? cannotBeReachedWithout(step) : leadsHere(step);
    }

    /** Whether the way from a step leads to where the process stands or will come. */
    private boolean leadsHere(Step step) {
        return reached(successors(step), Set.of(), this::successors).stream().anyMatch(ahead::contains);
    }

    /** Whether nothing leads to where the process stands without passing the step. */
    private boolean cannotBeReachedWithout(Step step) {
        Set<String> others =
                reached(graph.beginnings().map(Step::id), Set.of(step.id()), other -> next(other, List.of()));
        return here.stream().filter(graph::has).anyMatch(id -> !others.contains(id));
    }

    /** The joins that would wait for a branch nobody is on. */
    Stream<Step> stuck() {
        return steps().filter(Step::isJoin)
                .filter(join -> missing(join).count()
                        > here.stream().filter(join.id()::equals).count());
    }

    /** The ends of the branches that nobody is on. */
    Stream<Step> missing(Step join) {
        return join.from().stream().filter(id -> !ahead.contains(id)).flatMap(id -> graph.find(id).stream());
    }

    /** The step, or the nearest one before it, that has a name. */
    Step named(Step step) {
        return reached(
                        Stream.of(step.id()),
                        Set.of(),
                        before -> before.isNamed() ? Stream.empty() : before.from().stream())
                .stream()
                .flatMap(id -> graph.find(id).stream())
                .filter(Step::isNamed)
                .findFirst()
                .orElse(step);
    }

    private Set<String> reached(Stream<String> from, Set<String> without, Function<Step, Stream<String>> next) {
        Deque<String> queue = new ArrayDeque<>(from.toList());
        Set<String> seen = new LinkedHashSet<>();
        while (!queue.isEmpty()) {
            String id = queue.remove();
            if (!without.contains(id) && seen.add(id)) {
                graph.find(id).stream().flatMap(next).forEach(queue::add);
            }
        }
        return seen;
    }

    /** @param entered ids of the parts that do not begin anew */
    private static Stream<String> next(Step step, Collection<String> entered) {
        Stream<String> begins = entered.contains(step.id()) ? Stream.empty() : step.begins().stream();
        return Stream.of(step.to().stream(), step.events().stream(), step.asides().stream(), begins)
                .flatMap(ids -> ids);
    }

    private Stream<String> successors(Step step) {
        Stream<String> outOfPart = Optional.ofNullable(step.part()).flatMap(graph::find).stream()
                .filter(part -> part.kind() == Kind.PART)
                .flatMap(this::successors);
        return Stream.concat(step.to().stream(), outOfPart);
    }
}
