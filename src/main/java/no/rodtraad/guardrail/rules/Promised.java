package no.rodtraad.guardrail.rules;

import java.util.Map;
import java.util.TreeMap;
import no.rodtraad.guardrail.rules.Demand.Always;
import no.rodtraad.guardrail.rules.Demand.Asked;
import no.rodtraad.guardrail.rules.Demand.Before;

/** The steps of a diagram that the promises rest on. */
public final class Promised {

    private Promised() {}

    /**
     * @param root of a diagram
     * @return id of a step to the number of a rule that wants it done
     */
    public static Map<String, String> in(Element root) {
        Map<String, String> found = new TreeMap<>();
        root.children("bpmn:process")
                .map(process -> new ProcessGraph("", process))
                .forEach(graph -> Guarantees.ALL.stream()
                        .filter(guarantee -> guarantee.kind().equals(graph.kind()))
                        .forEach(guarantee -> add(guarantee, graph, found)));
        return found;
    }

    private static void add(Guarantee guarantee, ProcessGraph graph, Map<String, String> found) {
        if (guarantee.demand() instanceof Always always) {
            add(guarantee, always.step(), graph, found);
        } else if (guarantee.demand() instanceof Asked asked) {
            add(guarantee, asked.step(), graph, found);
        } else if (guarantee.demand() instanceof Before before) {
            add(guarantee, before.first(), graph, found);
        }
    }

    private static void add(Guarantee guarantee, Step step, ProcessGraph graph, Map<String, String> found) {
        step.in(graph).forEach(node -> found.putIfAbsent(node.id(), guarantee.rule()));
    }
}
