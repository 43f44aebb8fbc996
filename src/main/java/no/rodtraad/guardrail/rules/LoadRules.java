package no.rodtraad.guardrail.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much a process asks of people, and how long it takes (G14, G20). All of it is advice. */
final class LoadRules {

    private static final Set<String> BEFORE_OFFER =
            Set.of("need", "plan", "advert", "screening", "interview", "recommendation", "decision");
    private static final Set<String> APPROVING =
            Set.of("budgetOwner", "hrLead", "appointingAuthority", "${approverGroup}", "${appointingGroup}");

    private static final int MOST_APPROVALS = 3;
    private static final int MOST_HANDOVERS = 8;
    private static final int MOST_WORKING_DAYS = 45;
    private static final Set<String> POINTS = Set.of("NEED", "ADVERT", "INTERVIEW", "OFFER", "SIGNING");

    private final Report report;

    LoadRules(Report report) {
        this.report = report;
    }

    /** A case goes through one variant of each phase, so the one that asks most counts. */
    void approvals(List<ProcessGraph> graphs) {
        Map<String, List<Element>> heaviest = new LinkedHashMap<>();
        graphs.stream()
                .filter(graph -> BEFORE_OFFER.contains(graph.kind()))
                .forEach(graph -> heaviest.merge(
                        graph.kind(), approvals(graph), (one, other) -> other.size() > one.size() ? other : one));
        List<Element> approvals =
                heaviest.values().stream().flatMap(List::stream).toList();
        if (approvals.size() > MOST_APPROVALS) {
            Element last = approvals.get(approvals.size() - 1);
            String file = graphs.stream()
                    .filter(graph -> graph.node(last.id()) != null)
                    .map(ProcessGraph::file)
                    .findFirst()
                    .orElse("");
            report.advise("G20", file, last, "approvals", String.valueOf(approvals.size()), last.title());
        }
    }

    private static List<Element> approvals(ProcessGraph graph) {
        return graph.ofType("userTask")
                .map(Node::element)
                .filter(task -> TaskRules.groups(task).stream().anyMatch(APPROVING::contains))
                .toList();
    }

    void handovers(ProcessGraph graph) {
        Set<String> handovers = new LinkedHashSet<>();
        List<Node> tasks = graph.ofType("userTask").toList();
        Paths between = new Paths(graph, Assumption.NONE, tasks);
        for (Node task : tasks) {
            between.nodesAfter(task).stream()
                    .filter(next -> next.is("userTask") && !next.equals(task))
                    .filter(next -> TaskRules.groups(next.element()).stream()
                            .noneMatch(TaskRules.groups(task.element())::contains))
                    .forEach(next -> handovers.add(task.id() + " " + next.id()));
        }
        if (handovers.size() > MOST_HANDOVERS) {
            report.advise("G20", graph.file(), graph.process(), "handovers", String.valueOf(handovers.size()));
        }
    }

    /** @param decision the table of deadlines */
    void duration(String file, Element decision) {
        int days = 0;
        Set<String> counted = new LinkedHashSet<>();
        for (Element rule :
                decision.all().filter(element -> element.is("dmn:rule")).toList()) {
            List<String> inputs = texts(rule, "dmn:inputEntry");
            boolean forAll = inputs.stream().skip(1).allMatch(String::isEmpty);
            String step = inputs.isEmpty() ? "" : inputs.get(0);
            if (forAll && POINTS.contains(step) && counted.add(step)) {
                days += workingDays(texts(rule, "dmn:outputEntry").get(0));
            }
        }
        if (days > MOST_WORKING_DAYS) {
            report.advise("G14", file, decision, "tooLong", String.valueOf(days), String.valueOf(MOST_WORKING_DAYS));
        }
    }

    private static List<String> texts(Element rule, String entries) {
        return rule.children(entries)
                .map(entry -> {
                    @Nullable Element text = entry.child("dmn:text");
                    return text == null ? "" : text.text().replace("\"", "").strip();
                })
                .toList();
    }

    /** Working days in a text such as «10 arbeidsdager» or «2 uker»; what cannot be counted counts as nothing. */
    private static int workingDays(String text) {
        int blank = text.indexOf(' ');
        String number = blank < 0 ? "" : text.substring(0, blank);
        if (number.isEmpty() || number.length() > 3 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int amount = Integer.parseInt(number);
        String unit = text.substring(blank + 1);
        if (unit.startsWith("arbeidsdag")) {
            return amount;
        }
        return unit.startsWith("uke") ? amount * 5 : unit.startsWith("måned") ? amount * 21 : amount * 5 / 7;
    }
}
