package no.rodtraad.guardrail.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every task must say (G15), that HR owns the case (G07), and that a deadline is in the table (G14). */
final class TaskRules {

    private static final String FROM_THE_TABLE = "${deadline.due(execution)}";

    private final ProcessGraph graph;
    private final Names names;
    private final Report report;

    TaskRules(ProcessGraph graph, Names names, Report report) {
        this.graph = graph;
        this.names = names;
        this.report = report;
    }

    void check() {
        graph.ofType("userTask").map(Node::element).forEach(this::task);
        Guarantees.OWNED_BY_HR.forEach((id, kind) -> {
            if (kind.equals(graph.kind())) {
                ownedByHr(id);
            }
        });
    }

    private void task(Element task) {
        needs(task, task.attribute("camunda:candidateGroups", ""), "group");
        needs(task, task.attribute("camunda:dueDate", ""), "dueDate");
        needs(task, task.attribute("camunda:formRef", ""), "form");
        needs(task, task.property("role"), "role");
        needs(task, task.property("checklist"), "checklist");
        if (task.attribute("camunda:dueDate", "").strip().equals(FROM_THE_TABLE) && !names.hasDeadline(task.id())) {
            report.add("G14", names.whole(), graph.file(), task, "noDeadline", task.title());
        }
    }

    private void needs(Element task, String value, String what) {
        if (value.isBlank()) {
            report.refuse("G15", graph.file(), task, "task." + what, task.title());
        }
    }

    private void ownedByHr(String id) {
        @Nullable Node task = graph.node(id);
        if (task == null) {
            report.refuse(
                    "G07",
                    graph.file(),
                    graph.process(),
                    "missing",
                    report.nameOf(id),
                    graph.process().title());
        } else if (!groups(task.element()).contains("hr")) {
            report.refuse(
                    "G07", graph.file(), task.element(), "notHr", task.element().title());
        }
    }

    static List<String> groups(Element task) {
        return List.of(task.attribute("camunda:candidateGroups", "").split(",")).stream()
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
