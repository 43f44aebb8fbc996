package no.rodtraad.guardrail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Plays a process with tokens, in every order there is, as BPMN says: another judge than the rules, which follow paths. A
 * step that is forbidden is begun and never done. An event on an edge that lets the rest go on happens at most once in a run;
 * a part that goes on beside the rest is left out, as it can neither end the rest nor bring it anywhere.
 */
final class TokenGame {

    private static final int MOST_STATES = 200_000;
    private static final Set<String> NODES = Set.of(
            "task",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "callActivity",
            "subProcess");

    /** A step, event, gateway or part. */
    private record Place(
            String id,
            String type,
            String scope,
            String host,
            String definition,
            boolean interrupting,
            boolean eventPart,
            String condition,
            String defaultFlow) {}

    private record Arc(String id, String source, String target, String condition) {}

    /**
     * @param tokens active places, open parts and filled flows into joins; two of a kind go the same ways as one
     * @param fired what has happened beside the rest
     */
    private record State(Set<String> tokens, Set<String> fired) {}

    private final Map<String, Place> places = new TreeMap<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final Map<String, List<Arc>> out = new HashMap<>();
    private final Map<String, List<Arc>> in = new HashMap<>();
    private final List<Place> joins = new ArrayList<>();
    private final List<Place> eventParts = new ArrayList<>();
    private final Map<String, List<Place>> events = new HashMap<>();
    private final Predicate<String> forbidden;
    private final Set<String> begun = new HashSet<>();
    private final String given;
    private final String never;

    /**
     * @param given a condition that holds; empty when none does
     * @param never a condition that does not hold; empty when none
     */
    TokenGame(Element process, Predicate<String> forbidden, String given, String never) {
        this.forbidden = forbidden;
        this.given = given;
        this.never = never;
        read(process, "");
        for (Place place : places.values()) {
            if (place.type().equals("parallelGateway")
                    && in.getOrDefault(place.id(), List.of()).size() > 1) {
                joins.add(place);
            } else if (place.eventPart() && isInterrupting(place)) {
                eventParts.add(place);
            } else if (place.type().equals("boundaryEvent")) {
                events.computeIfAbsent(place.host(), none -> new ArrayList<>()).add(place);
            }
        }
    }

    private void read(Element part, String scope) {
        children(part).forEach(child -> {
            String type = child.getLocalName();
            if (type.equals("sequenceFlow")) {
                Arc arc = new Arc(
                        child.getAttribute("id"),
                        child.getAttribute("sourceRef"),
                        child.getAttribute("targetRef"),
                        text(child, "conditionExpression"));
                arcs.add(arc);
                out.computeIfAbsent(arc.source(), none -> new ArrayList<>()).add(arc);
                in.computeIfAbsent(arc.target(), none -> new ArrayList<>()).add(arc);
            } else if (NODES.contains(type) || type.endsWith("Task") || type.endsWith("Gateway")) {
                Place place = new Place(
                        child.getAttribute("id"),
                        type,
                        scope,
                        child.getAttribute("attachedToRef"),
                        children(child)
                                .map(Element::getLocalName)
                                .filter(name -> name.endsWith("EventDefinition"))
                                .findFirst()
                                .orElse(""),
                        !child.getAttribute("cancelActivity").equals("false")
                                && !child.getAttribute("isInterrupting").equals("false"),
                        child.getAttribute("triggeredByEvent").equals("true"),
                        children(child)
                                .filter(definition -> definition.getLocalName().equals("conditionalEventDefinition"))
                                .map(definition -> text(definition, "condition"))
                                .findFirst()
                                .orElse(""),
                        child.getAttribute("default"));
                places.put(place.id(), place);
                if (type.equals("subProcess")) {
                    read(child, place.id());
                }
            }
        });
    }

    /** Whether a run can be over. */
    boolean canEnd() {
        return play();
    }

    /** Whether a step is begun in some run. */
    boolean canBegin(String step) {
        play();
        return begun.contains(step);
    }

    private boolean play() {
        boolean over = false;
        Set<State> seen = new HashSet<>();
        Deque<State> queue = new ArrayDeque<>();
        for (Place start : starts("")) {
            queue.add(new State(with(Set.of(), start.id()), Set.of()));
        }
        while (!queue.isEmpty()) {
            State state = queue.remove();
            if (!seen.add(state)) {
                continue;
            }
            if (seen.size() > MOST_STATES) {
                throw new IllegalStateException("Too many states");
            }
            over |= state.tokens().isEmpty();
            begun.addAll(state.tokens());
            queue.addAll(next(state));
        }
        return over;
    }

    private List<Place> starts(String scope) {
        return places.values().stream()
                .filter(place ->
                        place.type().equals("startEvent") && place.scope().equals(scope))
                .toList();
    }

    private List<State> next(State state) {
        List<State> next = new ArrayList<>();
        for (String token : state.tokens()) {
            @Nullable Place place = places.get(token);
            if (place != null) {
                if (place.type().equals("subProcess")) {
                    partOver(state, place, next);
                } else if (!forbidden.test(place.id())) {
                    done(state, place, next);
                }
                boundary(state, place, next);
            }
        }
        joins(state, next);
        eventParts(state, next);
        return next;
    }

    private void partOver(State state, Place part, List<State> next) {
        boolean empty = state.tokens().stream().noneMatch(token -> isIn(token, part.id()));
        if (empty) {
            leave(state, part, next);
        }
    }

    private void done(State state, Place place, List<State> next) {
        if (place.type().equals("endEvent")) {
            Set<String> tokens = take(state.tokens(), place.id());
            if (place.definition().equals("terminateEventDefinition")) {
                tokens.removeIf(token -> isIn(token, place.scope()));
            }
            next.add(new State(tokens, state.fired()));
        } else if (place.type().equals("eventBasedGateway")) {
            Set<String> tokens = take(state.tokens(), place.id());
            arcs(place).forEach(arc -> next.add(new State(with(tokens, arc.target()), state.fired())));
        } else {
            leave(state, place, next);
        }
    }

    private void leave(State state, Place place, List<State> next) {
        Set<String> tokens = take(state.tokens(), place.id());
        List<Arc> arcs = arcs(place);
        if (place.eventPart()) {
            next.add(new State(tokens, state.fired()));
        } else if (place.type().equals("exclusiveGateway")) {
            choices(place, arcs).forEach(arc -> next.add(new State(arrive(tokens, arc), state.fired())));
            if (arcs.isEmpty()) {
                next.add(new State(tokens, state.fired()));
            }
        } else {
            Set<String> all = tokens;
            for (Arc arc : arcs) {
                all = arrive(all, arc);
            }
            next.add(new State(all, state.fired()));
        }
    }

    private List<Arc> choices(Place gateway, List<Arc> arcs) {
        List<Arc> choices = new ArrayList<>();
        for (Arc arc : arcs) {
            if (!arc.id().equals(gateway.defaultFlow()) && !(arc.condition().equals(never) && !never.isEmpty())) {
                choices.add(arc);
                if (!given.isEmpty() && arc.condition().equals(given)) {
                    return choices;
                }
            }
        }
        arcs.stream().filter(arc -> arc.id().equals(gateway.defaultFlow())).forEach(choices::add);
        return choices;
    }

    private Set<String> arrive(Set<String> tokens, Arc arc) {
        @Nullable Place target = places.get(arc.target());
        if (target == null) {
            return tokens;
        }
        if (target.type().equals("parallelGateway")
                && in.getOrDefault(target.id(), List.of()).size() > 1) {
            return with(tokens, "flow:" + arc.id());
        }
        return enter(with(tokens, target.id()), target);
    }

    private Set<String> enter(Set<String> tokens, Place place) {
        if (!place.type().equals("subProcess")) {
            return tokens;
        }
        Set<String> with = tokens;
        for (Place start : starts(place.id())) {
            with = with(with, start.id());
        }
        return with;
    }

    private void joins(State state, List<State> next) {
        for (Place join : joins) {
            List<Arc> into = in.getOrDefault(join.id(), List.of());
            if (into.stream().allMatch(arc -> state.tokens().contains("flow:" + arc.id()))) {
                Set<String> tokens = state.tokens();
                for (Arc arc : into) {
                    tokens = take(tokens, "flow:" + arc.id());
                }
                next.add(new State(with(tokens, join.id()), state.fired()));
            }
        }
    }

    private void boundary(State state, Place host, List<State> next) {
        events.getOrDefault(host.id(), List.of()).stream()
                .filter(event -> never.isEmpty() || !event.condition().equals(never))
                .forEach(event -> {
                    if (event.interrupting()) {
                        Set<String> tokens = take(state.tokens(), host.id());
                        tokens.removeIf(token -> isIn(token, host.id()));
                        next.add(new State(with(tokens, event.id()), state.fired()));
                    } else if (!state.fired().contains(event.id())) {
                        next.add(new State(with(state.tokens(), event.id()), with(state.fired(), event.id())));
                    }
                });
    }

    private void eventParts(State state, List<State> next) {
        for (Place part : eventParts) {
            boolean open = part.scope().isEmpty()
                    ? !state.tokens().isEmpty()
                    : state.tokens().contains(part.scope());
            if (!open || state.fired().contains(part.id())) {
                continue;
            }
            for (Place start : starts(part.id())) {
                Set<String> tokens = new HashSet<>(state.tokens());
                tokens.removeIf(token -> isIn(token, part.scope()));
                next.add(new State(with(with(tokens, part.id()), start.id()), with(state.fired(), part.id())));
            }
        }
    }

    private boolean isInterrupting(Place part) {
        return starts(part.id()).stream().anyMatch(Place::interrupting);
    }

    /** Whether a token is in a part, at any depth; everything is in the process, which has no name. */
    private boolean isIn(String token, String part) {
        if (part.isEmpty()) {
            return true;
        }
        String id = token.startsWith("flow:") ? targetOf(token.substring(5)) : token;
        @Nullable Place place = places.get(id);
        while (place != null && !place.scope().isEmpty()) {
            if (place.scope().equals(part)) {
                return true;
            }
            place = places.get(place.scope());
        }
        return false;
    }

    private String targetOf(String flow) {
        return arcs.stream()
                .filter(arc -> arc.id().equals(flow))
                .map(Arc::target)
                .findFirst()
                .orElse("");
    }

    private List<Arc> arcs(Place place) {
        return out.getOrDefault(place.id(), List.of());
    }

    private static Set<String> take(Set<String> tokens, String token) {
        Set<String> without = new HashSet<>(tokens);
        without.remove(token);
        return without;
    }

    private static Set<String> with(Set<String> tokens, String token) {
        Set<String> with = new HashSet<>(tokens);
        with.add(token);
        return with;
    }

    private static String text(Element element, String child) {
        return children(element)
                .filter(found -> Objects.equals(found.getLocalName(), child))
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    static Stream<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children.stream();
    }
}
