package no.rodtraad.guardrail.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What is taken for true while the ways through a process are followed. A condition is known by its text alone.
 *
 * @param holds a condition that is true; empty when nothing is
 * @param fails conditions that are false
 */
record Assumption(String holds, List<String> fails) {

    static final Assumption NONE = new Assumption("", List.of());

    static Assumption when(String condition) {
        return new Assumption(condition, List.of());
    }

    static Assumption unless(String... conditions) {
        return new Assumption("", List.of(conditions));
    }

    /** The flows that may be taken out of a step, in the order the engine asks them. */
    List<Flow> possible(Node node) {
        List<Flow> possible = new ArrayList<>();
        for (Flow flow : node.outgoing()) {
            if (!flow.isDefault() && !fails.contains(flow.condition())) {
                possible.add(flow);
                if (node.is("exclusiveGateway")
                        && !holds.isEmpty()
                        && flow.condition().equals(holds)) {
                    return possible;
                }
            }
        }
        node.outgoing().stream().filter(Flow::isDefault).forEach(possible::add);
        return possible;
    }

    boolean canHappen(Node event) {
        return event.condition().isEmpty() || !fails.contains(event.condition());
    }
}
