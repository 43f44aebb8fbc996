package no.rodtraad.guardrail.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where ways that go on beside each other meet, in one part of a process: whether a joining gateway can be left waiting
 * for a way that the case has gone past. Every choice is taken to be free, and a part within this one is one step.
 */
final class Meetings {

    /** Diagrams of people have some hundreds; one with more is not judged, so that nobody waits for it. */
    private static final int MOST_STATES = 20_000;

    private static final int MOST_FREE_CHOICES = 4;

    /** A joining gateway, and a way into it that nothing comes by any more. */
    record Wait(Node gateway, Node goneFrom) {}

    private final List<Flow> flows = new ArrayList<>();
    private final List<Node> nodes;
    private final Set<String> seen = new HashSet<>();
    private final Deque<int[]> queue = new ArrayDeque<>();

    private Meetings(List<Node> nodes) {
        this.nodes = nodes;
        nodes.forEach(node -> flows.addAll(node.outgoing()));
    }

    /** @param part {@code null} is the process itself */
    static List<Wait> waitingForEver(ProcessGraph graph, @Nullable Node part) {
        List<Node> nodes = graph.in(part);
        return nodes.stream()
                        .anyMatch(node ->
                                node.is("parallelGateway") && node.incoming().size() > 1)
                ? new Meetings(nodes).follow()
                : List.of();
    }

    private List<Wait> follow() {
        for (Node node : nodes) {
            if (node.is("startEvent")) {
                leave(node, new int[flows.size()]).forEach(this::remember);
            }
        }
        List<Wait> waits = new ArrayList<>();
        while (!queue.isEmpty()) {
            int[] state = queue.remove();
            if (!goOn(state)) {
                add(state, waits);
            }
            if (seen.size() > MOST_STATES) {
                return List.of();
            }
        }
        return waits;
    }

    private void remember(int[] state) {
        StringBuilder key = new StringBuilder();
        for (int tokens : state) {
            // more than two of the same is a ring that grows for ever, which changes nothing for those who wait
            if (tokens > 2) {
                return;
            }
            key.append((char) ('0' + tokens));
        }
        if (seen.add(key.toString())) {
            queue.add(state);
        }
    }

    private boolean goOn(int[] state) {
        boolean moved = false;
        for (Node node : nodes) {
            for (int[] taken : entered(node, state)) {
                moved = true;
                if (!stopsAll(node)) {
                    leave(node, taken).forEach(this::remember);
                }
            }
        }
        return moved;
    }

    /** What is left of the state when the node has been entered, for each way it can be. */
    private List<int[]> entered(Node node, int[] state) {
        List<int[]> left = new ArrayList<>();
        List<Flow> arrived = node.incoming().stream()
                .filter(flow -> state[flows.indexOf(flow)] > 0)
                .toList();
        if (arrived.isEmpty()) {
            return left;
        }
        if (node.is("parallelGateway")) {
            if (arrived.size() == node.incoming().size()) {
                left.add(changed(state, arrived, -1));
            }
        } else if (node.is("inclusiveGateway")) {
            left.add(changed(state, arrived, -1));
        } else {
            arrived.forEach(flow -> left.add(changed(state, List.of(flow), -1)));
        }
        return left;
    }

    private static boolean stopsAll(Node node) {
        return node.is("endEvent") && (node.has("terminate") || node.has("error") || node.has("cancel"));
    }

    private List<int[]> leave(Node node, int[] state) {
        List<int[]> next = new ArrayList<>();
        for (List<Flow> way : waysOut(node)) {
            next.add(changed(state, way, 1));
        }
        for (Node event : node.boundaryEvents()) {
            if (!event.has("compensate")) {
                for (List<Flow> way : waysOut(event)) {
                    int[] besides = changed(state, way, 1);
                    if (event.isInterrupting()) {
                        next.add(besides);
                    } else {
                        waysOut(node).forEach(usual -> next.add(changed(besides, usual, 1)));
                    }
                }
            }
        }
        return next;
    }

    private List<List<Flow>> waysOut(Node node) {
        if (node.has("link") && node.is("intermediateThrowEvent")) {
            return linkedTo(node).stream().map(Node::outgoing).toList();
        }
        if (node.is("exclusiveGateway") || node.is("eventBasedGateway")) {
            return node.outgoing().stream().map(List::of).toList();
        }
        List<Flow> free = node.outgoing().stream()
                .filter(flow -> flow.isDefault() || !flow.condition().isEmpty())
                .toList();
        return node.is("parallelGateway") || free.isEmpty() ? List.of(node.outgoing()) : some(node, free);
    }

    /** Those without a condition, together with any of the others; where there are many, the last ones go together. */
    private static List<List<Flow>> some(Node node, List<Flow> free) {
        List<Flow> always = new ArrayList<>(node.outgoing());
        always.removeAll(free);
        List<List<Flow>> ways = new ArrayList<>();
        int all = (1 << Math.min(free.size(), MOST_FREE_CHOICES)) - 1;
        for (int chosen = 1; chosen <= all; chosen++) {
            List<Flow> way = new ArrayList<>(always);
            for (int i = 0; i < free.size(); i++) {
                if ((chosen & (1 << Math.min(i, MOST_FREE_CHOICES - 1))) != 0) {
                    way.add(free.get(i));
                }
            }
            ways.add(way);
        }
        return ways;
    }

    private List<Node> linkedTo(Node link) {
        String name = nameOfLink(link);
        return nodes.stream()
                .filter(node -> node.is("intermediateCatchEvent")
                        && node.has("link")
                        && nameOfLink(node).equals(name))
                .toList();
    }

    private static String nameOfLink(Node node) {
        @Nullable Element definition = node.definition("link");
        return definition == null ? "" : definition.attribute("name", "");
    }

    private int[] changed(int[] state, List<Flow> through, int by) {
        int[] next = state.clone();
        through.forEach(flow -> next[flows.indexOf(flow)] += by);
        return next;
    }

    private void add(int[] state, List<Wait> waits) {
        for (Node node : nodes) {
            boolean somethingWaits = node.incoming().stream().anyMatch(flow -> state[flows.indexOf(flow)] > 0);
            node.incoming().stream()
                    .filter(flow -> somethingWaits && state[flows.indexOf(flow)] == 0)
                    .map(flow -> new Wait(node, flow.source()))
                    .filter(wait -> !waits.contains(wait))
                    .forEach(waits::add);
        }
    }
}
