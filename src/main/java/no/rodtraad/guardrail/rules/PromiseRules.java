package no.rodtraad.guardrail.rules;

import static java.util.stream.Collectors.joining;

import java.util.List;
import no.rodtraad.guardrail.rules.Demand.Always;
import no.rodtraad.guardrail.rules.Demand.Asked;
import no.rodtraad.guardrail.rules.Demand.Before;
import no.rodtraad.guardrail.rules.Demand.OnlyWhen;
import org.jspecify.annotations.Nullable;

/** Decides the promises of {@link Guarantees} on the graph of a process. */
final class PromiseRules {

    private static final int SHOWN_STEPS = 4;

    private final ProcessGraph graph;
    private final Report report;

    PromiseRules(ProcessGraph graph, Report report) {
        this.graph = graph;
        this.report = report;
    }

    void check() {
        Guarantees.ALL.stream().filter(this::concerns).forEach(guarantee -> check(guarantee, true));
        Guarantees.ADVICE.stream().filter(this::concerns).forEach(guarantee -> check(guarantee, false));
    }

    private boolean concerns(Guarantee guarantee) {
        return guarantee.kind().equals(graph.kind());
    }

    private void check(Guarantee guarantee, boolean refused) {
        Finder finder = new Finder(guarantee.rule(), refused);
        if (guarantee.demand() instanceof Always always) {
            finder.always(always);
        } else if (guarantee.demand() instanceof Asked asked) {
            finder.asked(asked);
        } else if (guarantee.demand() instanceof Before before) {
            finder.before(before);
        } else if (guarantee.demand() instanceof OnlyWhen onlyWhen) {
            finder.onlyWhen(onlyWhen);
        }
    }

    private final class Finder {

        private final String rule;
        private final boolean refused;

        Finder(String rule, boolean refused) {
            this.rule = rule;
            this.refused = refused;
        }

        void always(Always always) {
            List<Node> steps = present(always.step());
            if (steps.isEmpty() || isGone(always.from())) {
                return;
            }
            unavoidable(new Paths(graph, always.assumption(), steps), steps, always.from(), always.assumption());
        }

        /** A step that is asked for is passed as soon as it begins, whatever stops it afterwards. */
        void asked(Asked asked) {
            List<Node> steps = present(asked.step());
            if (!steps.isEmpty() && !isGone(asked.from())) {
                unavoidable(Paths.without(graph, steps), steps, asked.from(), Assumption.NONE);
            }
        }

        private void unavoidable(Paths without, List<Node> steps, String from, Assumption assumption) {
            @Nullable Node start = graph.node(from);
            boolean avoidable = start == null ? without.canEnd() : without.canEnd(start);
            if (avoidable) {
                Node step = steps.get(0);
                String way = shown(without.wayToTheEnd(start));
                if (assumption.holds().isEmpty()) {
                    add(step.element(), "avoided", step.element().title(), way);
                } else {
                    add(step.element(), "avoidedWhen", step.element().title(), way, assumption.holds());
                }
            }
        }

        void before(Before before) {
            @Nullable Node then = graph.node(before.then());
            if (then == null) {
                missing(before.then());
                return;
            }
            List<Node> first = present(before.first());
            if (!first.isEmpty() && new Paths(graph, Assumption.NONE, first).canBegin(then)) {
                add(
                        then.element(),
                        "tooEarly",
                        then.element().title(),
                        first.get(0).element().title());
            }
        }

        void onlyWhen(OnlyWhen onlyWhen) {
            @Nullable Node from = graph.node(onlyWhen.from());
            @Nullable Node then = graph.node(onlyWhen.then());
            if (from == null || then == null) {
                missing(from == null ? onlyWhen.from() : onlyWhen.then());
            } else if (new Paths(graph, Assumption.unless(onlyWhen.condition()), List.of()).canBegin(then, from)) {
                add(then.element(), "unconditional", then.element().title(), onlyWhen.condition());
            }
        }

        private boolean isGone(String from) {
            boolean gone = !from.isEmpty() && graph.node(from) == null;
            if (gone) {
                missing(from);
            }
            return gone;
        }

        private List<Node> present(Step step) {
            List<Node> steps = step.in(graph);
            if (steps.isEmpty()) {
                List<Node> changed = step.changedIn(graph);
                if (changed.isEmpty()) {
                    missing(step.ids().isEmpty() ? step.value() : step.ids().get(0));
                } else {
                    Element element = changed.get(0).element();
                    add(element, "changed", element.title(), expected(step));
                }
            }
            return steps;
        }

        private String expected(Step step) {
            String type = report.text("type." + step.type());
            if (step.bean().isEmpty()) {
                return type;
            }
            return step.input().isEmpty()
                    ? report.text("expected.bean", type, step.bean())
                    : report.text("expected.input", type, step.bean(), step.input(), step.value());
        }

        private void missing(String id) {
            add(graph.process(), "missing", report.nameOf(id), graph.process().title());
        }

        private void add(Element element, String key, String... values) {
            report.add(rule, refused, graph.file(), element, key, values);
        }
    }

    private static String shown(List<Node> way) {
        List<String> names = way.stream()
                .filter(node -> !node.element().attribute("name", "").isBlank())
                .map(node -> "«" + node.element().attribute("name", "").strip() + "»")
                .toList();
        int from = Math.max(0, names.size() - SHOWN_STEPS);
        return names.subList(from, names.size()).stream().collect(joining(" → "));
    }
}
