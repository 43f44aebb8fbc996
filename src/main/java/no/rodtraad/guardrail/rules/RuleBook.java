package no.rodtraad.guardrail.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules for processes. They say the same wherever they are asked. */
public final class RuleBook {

    private final KnownNames known;
    private final Texts texts;

    public RuleBook(KnownNames known, Texts texts) {
        this.known = known;
        this.texts = texts;
    }

    /**
     * What the files break, file by file in the order of the diagram.
     *
     * @param files diagrams and decision tables by name; the root element of each
     * @param forms ids of the forms that come with them
     * @param whole whether the files are everything the municipality uses; otherwise a form, table or process that is not
     *     found may stand elsewhere, and is pointed out without being refused
     */
    public List<Violation> check(Map<String, Element> files, Set<String> forms, boolean whole) {
        Report report = new Report(texts);
        List<ProcessGraph> graphs = new ArrayList<>();
        Map<ProcessGraph, Element> roots = new LinkedHashMap<>();
        Map<Element, String> decisions = new LinkedHashMap<>();
        LoadRules load = new LoadRules(report);
        files.forEach((file, root) -> {
            root.children("bpmn:process").forEach(process -> {
                ProcessGraph graph = new ProcessGraph(file, process);
                graphs.add(graph);
                roots.put(graph, root);
            });
            root.children("dmn:decision").forEach(decision -> {
                decisions.put(decision, file);
                decision(file, decision, load, report);
            });
        });
        Names names = new Names(known, whole, forms, List.copyOf(decisions.keySet()), graphs);
        decisions.forEach((decision, file) -> PhaseTable.check(file, decision, names, report));
        for (Map.Entry<ProcessGraph, Element> entry : roots.entrySet()) {
            ProcessGraph graph = entry.getKey();
            new PromiseRules(graph, report).check();
            new WatchRules(graph, report).check();
            new TaskRules(graph, names, report).check();
            new ReferenceRules(graph, entry.getValue(), names, report).check();
            new StructureRules(graph, report).check();
            load.handovers(graph);
        }
        load.approvals(graphs);
        return report.violations();
    }

    private static void decision(String file, Element decision, LoadRules load, Report report) {
        if (decision.attribute("camunda:historyTimeToLive", "").isBlank()) {
            report.refuse("G18", file, decision, "history", decision.title());
        }
        if (decision.id().equals("deadlines")) {
            load.duration(file, decision);
        }
    }
}
