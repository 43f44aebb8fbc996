package no.rodtraad.guardrail.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways through a process when some steps cannot be completed. A step has two points, before and after it; a part has
 * its own start and end between them. Both answers may claim a way that no case can go, never the opposite: what is
 * promised on every way is promised.
 */
final class Paths {

    private enum Kind {
        /** a flow, or the way in or out of a part */
        FLOW,
        /** an event that may happen instead of what goes on */
        INSTEAD,
        /** an event that may happen beside what goes on */
        BESIDE
    }

    private record Edge(int from, int to, Kind kind) {}

    private final ProcessGraph graph;
    private final Assumption assumption;
    private final Set<Node> blocked;
    private final int start;
    private final int end;
    private final List<List<Edge>> out = new ArrayList<>();
    private final List<List<Edge>> in = new ArrayList<>();
    /** The points that can be reached from the start; empty until it is asked for. */
    private boolean[] begun = {};

    /** The ways that do not even come to some steps: neither these nor the events on their edges happen. */
    static Paths without(ProcessGraph graph, Collection<Node> steps) {
        List<Node> blocked = new ArrayList<>(steps);
        steps.forEach(step -> blocked.addAll(step.boundaryEvents()));
        return new Paths(graph, Assumption.NONE, blocked);
    }

    /** @param blocked steps that are begun, but never completed */
    Paths(ProcessGraph graph, Assumption assumption, Collection<Node> blocked) {
        this.graph = graph;
        this.assumption = assumption;
        this.blocked = Set.copyOf(blocked);
        start = 2 * graph.nodes().size();
        end = start + 1;
        for (int i = 0; i <= end; i++) {
            out.add(new ArrayList<>());
            in.add(new ArrayList<>());
        }
        enter(null);
        graph.nodes().forEach(this::connect);
    }

    private int before(Node node) {
        return 2 * node.number();
    }

    private int after(Node node) {
        return 2 * node.number() + 1;
    }

    private int entry(@Nullable Node scope) {
        return scope == null ? start : before(scope);
    }

    private int exit(@Nullable Node scope) {
        return scope == null ? end : after(scope);
    }

    private void edge(int from, int to, Kind kind) {
        Edge edge = new Edge(from, to, kind);
        out.get(from).add(edge);
        in.get(to).add(edge);
    }

    private void enter(@Nullable Node scope) {
        for (Node child : graph.in(scope)) {
            if (child.isEventSubProcess()) {
                child.children().stream()
                        .filter(event -> event.is("startEvent") && assumption.canHappen(event))
                        .forEach(event ->
                                edge(entry(scope), before(event), event.isInterrupting() ? Kind.INSTEAD : Kind.BESIDE));
            } else if (child.is("startEvent")) {
                edge(entry(scope), before(child), Kind.FLOW);
            }
        }
    }

    private void connect(Node node) {
        node.boundaryEvents().stream()
                .filter(event -> !event.has("compensate") && assumption.canHappen(event))
                .forEach(event ->
                        edge(before(node), before(event), event.isInterrupting() ? Kind.INSTEAD : Kind.BESIDE));
        if (node.isScope()) {
            if (!node.isEventSubProcess()) {
                enter(node);
            }
        } else if (!blocked.contains(node)) {
            edge(before(node), after(node), Kind.FLOW);
        }
        leave(node);
    }

    private void leave(Node node) {
        if (node.is("endEvent")) {
            leaveByEnd(node);
        } else if (node.isEventSubProcess()) {
            if (interrupts(node)) {
                edge(after(node), exit(node.scope()), Kind.FLOW);
            }
        } else if (node.has("link") && node.is("intermediateThrowEvent")) {
            linkedTo(node).forEach(target -> edge(after(node), before(target), Kind.FLOW));
        } else if (node.outgoing().isEmpty()) {
            edge(after(node), exit(node.scope()), Kind.FLOW);
        } else {
            assumption.possible(node).forEach(flow -> edge(after(node), before(flow.target()), Kind.FLOW));
        }
    }

    /** An error that somebody catches may be caught; one that nobody catches ends the way like any other end. */
    private void leaveByEnd(Node node) {
        edge(after(node), exit(node.scope()), Kind.FLOW);
        for (String kind : List.of("error", "escalation", "cancel")) {
            if (node.has(kind)) {
                graph.nodes().stream()
                        .filter(catcher -> catcher.has(kind) && isAround(catcher, node))
                        .forEach(catcher -> edge(after(node), before(catcher), Kind.INSTEAD));
            }
        }
    }

    private boolean isAround(Node catcher, Node thrower) {
        boolean handles = catcher.scope() != null && catcher.scope().isEventSubProcess() && catcher.is("startEvent");
        return (catcher.is("boundaryEvent") || handles) && thrower.isIn(stoppedBy(catcher));
    }

    private List<Node> linkedTo(Node link) {
        @Nullable Element definition = link.definition("link");
        String name = definition == null ? "" : definition.attribute("name", "");
        return graph.ofType("intermediateCatchEvent")
                .filter(target -> {
                    @Nullable Element link2 = target.definition("link");
                    return link2 != null && name.equals(link2.attribute("name", ""));
                })
                .toList();
    }

    private static boolean interrupts(Node eventSubProcess) {
        return eventSubProcess.children().stream()
                .filter(child -> child.is("startEvent"))
                .anyMatch(Node::isInterrupting);
    }

    /** Whether the step can be begun, when a joining gateway waits for everything that leads to it. */
    boolean canBegin(Node node) {
        return reached()[before(node)];
    }

    /** The same, counted from when another step is completed. */
    boolean canBegin(Node node, Node from) {
        return reachedFrom(after(from))[before(node)];
    }

    /** Whether a case can be over, although everything that goes on beside each other must be. */
    boolean canEnd() {
        return reached()[end] && ending()[start];
    }

    /** The same, from when a step is completed. */
    boolean canEnd(Node from) {
        return ending()[after(from)];
    }

    private boolean[] reached() {
        if (begun.length == 0) {
            begun = reach();
        }
        return begun;
    }

    private boolean[] reach() {
        boolean[] reached = new boolean[out.size()];
        reached[start] = true;
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int point = 0; point < reached.length; point++) {
                if (!reached[point] && isReached(point, reached)) {
                    reached[point] = true;
                    grows = true;
                }
            }
        }
        return reached;
    }

    private boolean isReached(int point, boolean[] reached) {
        List<Edge> edges = in.get(point);
        return isJoin(point)
                ? graph.nodes().get(point / 2).incoming().stream().allMatch(flow -> reached[after(flow.source())])
                        && !edges.isEmpty()
                : edges.stream().anyMatch(edge -> reached[edge.from()]);
    }

    private boolean isJoin(int point) {
        return point < start && point % 2 == 0 && graph.nodes().get(point / 2).is("parallelGateway");
    }

    /** Every point that some way leads to, also one that a joining gateway would have to wait on. */
    private boolean[] reachedFrom(int from) {
        boolean[] found = new boolean[out.size()];
        found[from] = true;
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int point = queue.remove();
            for (Edge edge : out.get(point)) {
                if (!found[edge.to()]) {
                    found[edge.to()] = true;
                    queue.add(edge.to());
                }
            }
        }
        return found;
    }

    /** The points from which everything that goes on can be over. */
    private boolean[] ending() {
        List<Stop> stops = stops();
        boolean[] ending = new boolean[out.size()];
        ending[end] = true;
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int point = ending.length - 1; point >= 0; point--) {
                if (!ending[point] && (goesOn(point, ending) || isStopped(point, ending, stops))) {
                    ending[point] = true;
                    grows = true;
                }
            }
        }
        return ending;
    }

    /**
     * An end that stops all that goes on in a part.
     *
     * @param leadThere the points in the part from which one of the ways leads to it
     * @param next where the case is then
     */
    private record Stop(@Nullable Node part, boolean[] leadThere, int next) {}

    private List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.has("terminate")) {
                stops.add(new Stop(node.scope(), leadingTo(node, node.scope()), exit(node.scope())));
            }
            for (Edge caught : out.get(after(node))) {
                if (node.is("endEvent") && caught.kind() == Kind.INSTEAD) {
                    @Nullable Node part = stoppedBy(graph.nodes().get(caught.to() / 2));
                    stops.add(new Stop(part, leadingTo(node, part), caught.to()));
                }
            }
        }
        return stops;
    }

    private @Nullable Node stoppedBy(Node catcher) {
        if (catcher.is("boundaryEvent")) {
            return graph.node(catcher.element().attribute("attachedToRef", ""));
        }
        @Nullable Node handler = catcher.scope();
        return handler == null ? null : handler.scope();
    }

    private boolean[] leadingTo(Node node, @Nullable Node part) {
        boolean[] found = new boolean[out.size()];
        found[before(node)] = true;
        Deque<Integer> queue = new ArrayDeque<>(List.of(before(node)));
        while (!queue.isEmpty()) {
            for (Edge edge : in.get(queue.remove())) {
                boolean inside = edge.from() < start
                        && graph.nodes().get(edge.from() / 2).isIn(part);
                if (inside && !found[edge.from()]) {
                    found[edge.from()] = true;
                    queue.add(edge.from());
                }
            }
        }
        return found;
    }

    private boolean goesOn(int point, boolean[] ending) {
        List<Edge> edges = out.get(point);
        boolean instead = edges.stream().anyMatch(edge -> edge.kind() == Kind.INSTEAD && ending[edge.to()]);
        List<Edge> flows =
                edges.stream().filter(edge -> edge.kind() == Kind.FLOW).toList();
        boolean flowing = splits(point)
                ? flows.stream().allMatch(edge -> ending[edge.to()]) && !flows.isEmpty()
                : flows.stream().anyMatch(edge -> ending[edge.to()]);
        return instead || flowing;
    }

    /** Whether all flows that have no condition are followed at once. */
    private boolean splits(int point) {
        if (point >= start || point % 2 == 0) {
            return false;
        }
        Node node = graph.nodes().get(point / 2);
        return node.is("parallelGateway")
                || !node.isGateway()
                        && node.outgoing().stream()
                                .allMatch(flow -> flow.condition().isEmpty());
    }

    /** Whether something that goes on beside this can stop it: a part is left the usual way only when all in it is over. */
    private boolean isStopped(int point, boolean[] ending, List<Stop> stops) {
        boolean beside = out.get(point).stream().anyMatch(edge -> edge.kind() == Kind.BESIDE);
        if (point >= start || !beside && !(splits(point) && out.get(point).size() > 1)) {
            return false;
        }
        @Nullable Node scope = graph.nodes().get(point / 2).scope();
        return stops.stream()
                .anyMatch(stop -> Objects.equals(stop.part(), scope) && stop.leadThere()[point] && ending[stop.next()]);
    }

    /** The steps from which no end can be reached at all. */
    List<Node> withoutWayOut() {
        boolean[] leading = new boolean[out.size()];
        Deque<Integer> queue = new ArrayDeque<>(List.of(end));
        // what goes on beside the rest ends for itself
        graph.nodes().stream()
                .filter(node -> node.isEventSubProcess() && !interrupts(node))
                .forEach(node -> queue.add(after(node)));
        while (!queue.isEmpty()) {
            int point = queue.remove();
            if (!leading[point]) {
                leading[point] = true;
                in.get(point).forEach(edge -> queue.add(edge.from()));
            }
        }
        return graph.nodes().stream().filter(node -> !leading[before(node)]).toList();
    }

    /** The nodes that can be begun after a step, without completing one that is blocked. */
    List<Node> nodesAfter(Node node) {
        boolean[] found = reachedFrom(after(node));
        return graph.nodes().stream().filter(other -> found[before(other)]).toList();
    }

    boolean endsAfter(Node node) {
        return reachedFrom(after(node))[end];
    }

    /** A shortest way to the end that does without the blocked steps, as the steps it passes; empty when there is none. */
    List<Node> wayToTheEnd(@Nullable Node from) {
        int first = from == null ? start : after(from);
        int[] cameFrom = new int[out.size()];
        Arrays.fill(cameFrom, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(first));
        while (!queue.isEmpty() && cameFrom[end] < 0) {
            int point = queue.remove();
            for (Edge edge : out.get(point)) {
                if (cameFrom[edge.to()] < 0 && edge.to() != first) {
                    cameFrom[edge.to()] = point;
                    queue.add(edge.to());
                }
            }
        }
        List<Node> way = new ArrayList<>();
        for (int point = cameFrom[end]; point >= 0 && point != first; point = cameFrom[point]) {
            if (point < start && point % 2 == 0) {
                way.add(0, graph.nodes().get(point / 2));
            }
        }
        return way;
    }
}
