package no.rodtraad.guardrail.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known beforehand together with what the files themselves define. */
final class Names {

    private final KnownNames known;
    private final boolean whole;
    private final Set<String> forms;
    private final Set<String> decisions;
    private final Map<String, String> processes;
    private final Set<String> steps;

    /** @param whole whether the files are all there is, so that a name found nowhere does not exist */
    Names(KnownNames known, boolean whole, Set<String> forms, List<Element> decisions, List<ProcessGraph> graphs) {
        this.known = known;
        this.whole = whole;
        this.forms = new HashSet<>(known.forms());
        this.forms.addAll(forms);
        this.decisions = new HashSet<>(known.decisions());
        decisions.forEach(decision -> this.decisions.add(decision.id()));
        processes = new HashMap<>(known.processes());
        graphs.forEach(graph -> processes.put(graph.process().id(), graph.kind()));
        steps = new HashSet<>(known.steps());
        decisions.stream()
                .filter(decision -> decision.id().equals(ProcessKind.DEADLINES))
                .flatMap(ProcessKind::steps)
                .forEach(steps::add);
    }

    KnownNames known() {
        return known;
    }

    boolean whole() {
        return whole;
    }

    boolean hasForm(String id) {
        return forms.contains(id);
    }

    boolean hasDecision(String id) {
        return decisions.contains(id);
    }

    /** Which kind of process an id stands for; empty when there is none. */
    String kindOf(String process) {
        return processes.getOrDefault(process, "");
    }

    boolean hasDeadline(String step) {
        return steps.contains(step);
    }
}
