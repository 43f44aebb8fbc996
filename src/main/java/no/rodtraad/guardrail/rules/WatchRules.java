package no.rodtraad.guardrail.rules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clocks and watches of the decision points (G01), and what a deadline may do by itself (G02, G13). */
final class WatchRules {

    private static final Set<String> REJECTING = Set.of("releaseCandidates", "answerUninvited", "cancelMeetings");
    /** A union that has said nothing within its deadline has had its say. */
    private static final String MAY_LAPSE = "unionStatement";

    private static final int LATEST_MONTH = 5;
    private static final int DAYS_BEFORE_EXPIRY = 14;

    private final ProcessGraph graph;
    private final Report report;

    WatchRules(ProcessGraph graph, Report report) {
        this.graph = graph;
        this.report = report;
    }

    void check() {
        @Nullable String point = Guarantees.WATCHED.get(graph.kind());
        if (point != null) {
            watched(point);
        }
        if (graph.kind().equals("candidate-journey")) {
            silenceIsBroken();
        }
        Guarantees.CLOCKS.stream()
                .filter(clock -> clock.kind().equals(graph.kind()))
                .filter(clock -> graph.nodes().stream()
                        .noneMatch(node -> clock.point().equals(node.element().property(clock.property()))))
                .forEach(clock ->
                        report.refuse("G01", graph.file(), graph.process(), "clock", clock.property(), clock.point()));
        graph.nodes().stream().filter(node -> node.has("timer")).forEach(this::timer);
        if (graph.kind().equals("probation")) {
            decisionInTime();
        }
    }

    private void watched(String point) {
        String warning = "${decisionPoint.warnAt(execution,'" + point + "')}";
        boolean watched = graph.nodes().stream()
                .filter(Node::isEventSubProcess)
                .anyMatch(part -> part.scope() == null && isWatch(part, warning, point));
        if (!watched) {
            report.refuse("G01", graph.file(), graph.process(), "watch", point, warning);
        }
        graph.in(null).stream()
                .filter(node -> node.is("endEvent") && !node.has("terminate"))
                .forEach(end -> report.refuse(
                        "G01",
                        graph.file(),
                        end.element(),
                        "watchGoesOn",
                        end.element().title()));
    }

    private boolean isWatch(Node part, String warning, String point) {
        boolean starts = part.children().stream()
                .anyMatch(event -> event.is("startEvent")
                        && !event.isInterrupting()
                        && withoutSpaces(dateOf(event)).equals(withoutSpaces(warning)));
        return starts
                && part.children().stream().anyMatch(call -> call.id().equals("deadlineWatch") && hands(call, point));
    }

    private static boolean hands(Node call, String point) {
        @Nullable Element extensions = call.element().child("bpmn:extensionElements");
        return extensions != null
                && extensions
                        .children("camunda:in")
                        .anyMatch(in -> point.equals(in.attribute("sourceExpression"))
                                && "point".equals(in.attribute("target")));
    }

    private void silenceIsBroken() {
        boolean broken = graph.nodes().stream()
                .filter(part -> part.isEventSubProcess() && part.scope() == null)
                .anyMatch(part -> part.children().stream()
                                .anyMatch(event -> event.is("startEvent")
                                        && !event.isInterrupting()
                                        && dateOf(event).equals("${silence.endsAt(execution)}"))
                        && part.children().stream().anyMatch(step -> step.bean().equals("breakSilence")));
        if (!broken) {
            report.refuse("G02", graph.file(), graph.process(), "silence");
        }
    }

    private void timer(Node timer) {
        boolean stops = timer.isInterrupting() && (timer.is("boundaryEvent") || timer.is("startEvent"));
        boolean chosen =
                timer.incoming().stream().anyMatch(flow -> flow.source().is("eventBasedGateway"));
        Paths withoutPeople = Paths.without(graph, graph.ofType("userTask").toList());
        boolean mayLapse = MAY_LAPSE.equals(timer.element().attribute("attachedToRef"));
        boolean startsTheProcess = timer.is("startEvent") && timer.scope() == null;
        if ((stops || chosen) && !mayLapse && !startsTheProcess && withoutPeople.endsAfter(timer)) {
            report.refuse(
                    "G02",
                    graph.file(),
                    timer.element(),
                    "timerEnds",
                    timer.element().title());
        }
        withoutPeople.nodesAfter(timer).stream()
                .filter(WatchRules::rejects)
                .forEach(step -> report.refuse(
                        "G02",
                        graph.file(),
                        timer.element(),
                        "timerRejects",
                        timer.element().title(),
                        step.element().title()));
    }

    private static boolean rejects(Node step) {
        return REJECTING.contains(step.bean())
                || step.bean().equals("sendCandidateMessage")
                        && step.element().input("messageCode").equals("${answerCode}");
    }

    /** Whatever is waited for before the decision must be over fourteen days before the probation is. */
    private void decisionInTime() {
        @Nullable Node decision = graph.node("decideProbation");
        if (decision == null) {
            return;
        }
        Paths paths = new Paths(graph, Assumption.NONE, List.of());
        for (Node timer : graph.ofType("intermediateCatchEvent")
                .filter(node -> node.has("timer"))
                .toList()) {
            if (paths.canBegin(decision, timer) && isTooLate(dateOf(timer))) {
                report.refuse(
                        "G13",
                        graph.file(),
                        timer.element(),
                        "tooLate",
                        timer.element().title());
            }
        }
    }

    private static boolean isTooLate(String date) {
        int months = argument(date, "${deadline.monthsAfter(firstDay,");
        int days = argument(date, "${deadline.daysBefore(probationEnd,");
        return !(months >= 0 && months <= LATEST_MONTH) && days < DAYS_BEFORE_EXPIRY;
    }

    /** The number that follows in an expression; -1 when it begins otherwise. */
    private static int argument(String expression, String beginning) {
        String text = withoutSpaces(expression);
        if (!text.startsWith(beginning) || !text.endsWith(")}")) {
            return -1;
        }
        String number = text.substring(beginning.length(), text.length() - 2);
        boolean digits =
                !number.isEmpty() && number.length() < 4 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(number) : -1;
    }

    private static String withoutSpaces(String text) {
        return text.replace(" ", "");
    }

    private static String dateOf(Node event) {
        @Nullable Element date = event.element().child("bpmn:timerEventDefinition", "bpmn:timeDate");
        return date == null ? "" : date.text().strip();
    }
}
