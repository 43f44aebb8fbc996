package no.rodtraad.guardrail.rules;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That every way leads somewhere (G22). */
final class StructureRules {

    private final ProcessGraph graph;
    private final Report report;

    StructureRules(ProcessGraph graph, Report report) {
        this.graph = graph;
        this.report = report;
    }

    void check() {
        Paths paths = new Paths(graph, Assumption.NONE, List.of());
        Collection<Node> waits = graph.nodes().stream().filter(Node::waits).toList();
        Paths withoutWaiting = Paths.without(graph, waits);
        List<Node> stuck = paths.withoutWayOut();
        for (Node node : graph.nodes()) {
            if (node.isScope()) {
                meetings(node);
            }
            if (node.isForCompensation() || node.isEventSubProcess()) {
                continue;
            }
            connected(node, paths, stuck.contains(node));
            if (node.is("exclusiveGateway") || node.is("inclusiveGateway")) {
                choice(node);
            }
            if (node.is("exclusiveGateway") && withoutWaiting.nodesAfter(node).contains(node)) {
                refuse(node, "busy");
            }
        }
        meetings(null);
    }

    private void meetings(@Nullable Node part) {
        Meetings.waitingForEver(graph, part)
                .forEach(wait -> report.refuse(
                        "G22",
                        graph.file(),
                        wait.gateway().element(),
                        "stuck",
                        wait.gateway().element().title(),
                        wait.goneFrom().element().title()));
    }

    private void connected(Node node, Paths paths, boolean stuck) {
        boolean ends = node.is("endEvent") || node.has("link") || node.has("compensate");
        if (node.outgoing().isEmpty() && !ends) {
            refuse(node, "deadEnd");
        } else if (!paths.canBegin(node)) {
            refuse(node, "unreachable");
        } else if (stuck) {
            refuse(node, "noWayOut");
        }
    }

    private void choice(Node gateway) {
        if (gateway.outgoing().size() < 2) {
            return;
        }
        if (gateway.outgoing().stream().noneMatch(Flow::isDefault)) {
            refuse(gateway, "noDefault");
        }
        gateway.outgoing().stream()
                .filter(flow -> !flow.isDefault() && flow.condition().isEmpty())
                .forEach(flow -> report.refuse(
                        "G22",
                        graph.file(),
                        gateway.element(),
                        "noCondition",
                        gateway.element().title(),
                        flow.target().element().title()));
    }

    private void refuse(Node node, String key) {
        report.refuse("G22", graph.file(), node.element(), key, node.element().title());
    }
}
