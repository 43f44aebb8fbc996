package no.rodtraad.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.rodtraad.process.CandidateViews.State;
import no.rodtraad.process.CandidateViews.View;
import no.rodtraad.process.CasePhases.Visit;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;

/** Tells what a candidate may see of one process from its diagram and what has happened in it. */
final class JourneyViews {

    private static final String VIEW = "candidateView";

    private JourneyViews() {}

    /**
     * What was done or goes on, in the order of the last visits. A call activity is left out, because the process it calls
     * tells more, and so is what was interrupted.
     */
    static List<View> seen(BpmnModelInstance model, Collection<Visit> visits) {
        Map<String, View> seen = new LinkedHashMap<>();
        for (Visit visit : visits) {
            if (!visit.interrupted()
                    && model.getModelElementById(visit.activityId()) instanceof FlowNode node
                    && !(node instanceof CallActivity)) {
                State state = visit.ended() == null ? State.NOW : State.DONE;
                seen.remove(node.getId());
                StepProperties.find(node, VIEW)
                        .ifPresent(text -> seen.put(node.getId(), view(node, text, state, visit.ended())));
            }
        }
        return List.copyOf(seen.values());
    }

    /** What the arrows lead to from where the journey is, in the order it is drawn. */
    static List<View> ahead(BpmnModelInstance model, Collection<Visit> visits) {
        Set<String> visited = visits.stream().map(Visit::activityId).collect(Collectors.toSet());
        Map<String, Double> places = CasePhases.places(model);
        return CasePhases.reachable(model, visits).stream()
                .filter(id -> !visited.contains(id))
                .map(model::<FlowNode>getModelElementById)
                .filter(node -> !(node instanceof BoundaryEvent))
                .sorted(Comparator.comparing(node -> places.getOrDefault(node.getId(), 0.0)))
                .flatMap(node ->
                        StepProperties.find(node, VIEW).map(text -> view(node, text, State.AHEAD, null)).stream())
                .toList();
    }

    private static View view(FlowNode node, String text, State state, @Nullable Instant at) {
        return new View(
                text,
                state,
                at,
                StepProperties.find(node, "waitsFor").filter("journey"::equals).isPresent(),
                StepProperties.find(node, "expectedBy").map(Milestone::find).orElse(null));
    }
}
