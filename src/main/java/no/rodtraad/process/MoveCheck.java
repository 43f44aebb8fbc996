package no.rodtraad.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.process.MovePlan.Obstacle;
import no.rodtraad.process.MovePlan.Part;
import no.rodtraad.process.MovePlan.Place;
import no.rodtraad.process.MovePlan.Reason;
import no.rodtraad.process.StepGraph.Kind;
import no.rodtraad.process.StepGraph.Step;

/** Compares where one process stands in the diagram it follows with the same place in another version of it. */
final class MoveCheck {

    private final StepGraph source;
    private final Target target;
    private final Standing standing;
    private final WayAhead before;
    private final WayAhead after;

    /**
     * @param graph of the process in the other version
     * @param mapped ids of the steps that the engine can take a process from the one version to the other at
     * @param promised steps that a promise rests on
     * @param processes ids of the processes of the other version
     * @param fields keys of the fields of the other version's forms, by form
     */
    record Target(
            StepGraph graph,
            Set<String> mapped,
            Set<String> promised,
            Set<String> processes,
            Supplier<Map<String, Set<String>>> fields) {}

    /**
     * @param here ids of the steps it is at, and of the parts they are in
     * @param done ids of the steps it has been at
     * @param variables that it has
     */
    record Standing(List<String> here, Set<String> done, Map<String, Object> variables, boolean hasIncident) {}

    MoveCheck(StepGraph source, Target target, Standing standing) {
        this.source = source;
        this.target = target;
        this.standing = standing;
        this.before = new WayAhead(source, standing.here());
        this.after = new WayAhead(target.graph(), standing.here());
    }

    Part part() {
        List<Step> skipped = skipped();
        return new Part(
                source.name(),
                1,
                stands(),
                steps(skipped.stream()),
                steps(before.steps()
                        .filter(Step::matters)
                        .filter(step -> !standing.here().contains(step.id()))
                        .filter(step -> !target.graph().has(step.id()))),
                steps(after.steps()
                        .filter(Step::matters)
                        .filter(step -> !source.has(step.id()) && !skipped.contains(step))),
                obstacles(skipped));
    }

    private List<Place> stands() {
        return standing.here().stream()
                .distinct()
                .sorted()
                .flatMap(id -> source.find(id).stream())
                .filter(step -> step.isNamed() && step.kind() != Kind.PART && step.kind() != Kind.ASIDE)
                .map(step -> new Place(
                        step.id(),
                        step.name(),
                        target.graph().find(step.id()).map(Step::name).orElse("")))
                .toList();
    }

    /** What is new before the place, or has come to stand there. */
    private List<Step> skipped() {
        return target.graph().steps().values().stream()
                .filter(Step::matters)
                .filter(step -> !standing.done().contains(step.id()))
                .filter(after::hasPassed)
                .filter(step -> source.find(step.id()).filter(before::hasPassed).isEmpty())
                .toList();
    }

    private List<Obstacle> obstacles(List<Step> skipped) {
        return Stream.of(incident(), cannotStand(), promised(skipped), stuck(), missingProcesses(), unanswered())
                .flatMap(obstacles -> obstacles)
                .distinct()
                .sorted(Comparator.comparing(Obstacle::reason).thenComparing(Obstacle::what))
                .toList();
    }

    private Stream<Obstacle> incident() {
        return standing.hasIncident() ? Stream.of(new Obstacle(Reason.INCIDENT, source.name())) : Stream.empty();
    }

    private Stream<Obstacle> cannotStand() {
        return standing.here().stream()
                .flatMap(id -> source.find(id).stream())
                .filter(step -> !target.mapped().contains(step.id()))
                .map(step -> new Obstacle(
                        target.graph().has(step.id()) ? Reason.STEP_CHANGED : Reason.STEP_GONE, step.name()));
    }

    private Stream<Obstacle> promised(List<Step> skipped) {
        return skipped.stream()
                .filter(step -> target.promised().contains(step.id()))
                .map(step -> new Obstacle(Reason.PROMISE_SKIPPED, step.name()));
    }

    private Stream<Obstacle> stuck() {
        Set<String> always = before.stuck().map(Step::id).collect(Collectors.toSet());
        return after.stuck()
                .filter(join -> !always.contains(join.id()))
                .flatMap(this::neverCome)
                .map(step ->
                        new Obstacle(Reason.WAITS_FOR_EVER, after.named(step).name()));
    }

    /** The ends of the branches that a join would wait for; those the process has been on have come already. */
    private Stream<Step> neverCome(Step join) {
        List<Step> missing = after.missing(join).toList();
        List<Step> unseen = missing.stream()
                .filter(step -> !standing.done().contains(step.id()))
                .toList();
        return unseen.isEmpty() ? missing.stream() : unseen.stream();
    }

    /** What the case has been told to use for its next phases, and the other version does not have. */
    private Stream<Obstacle> missingProcesses() {
        return after.steps()
                .filter(step -> !standing.here().contains(step.id()))
                .flatMap(step -> StepVariables.in(step.called()))
                .map(standing.variables()::get)
                .filter(String.class::isInstance)
                .map(String::valueOf)
                .filter(process -> !target.processes().contains(process))
                .map(process -> new Obstacle(Reason.NO_PROCESS, process));
    }

    /** A step of ours that is new may answer what is new; who reads the plan sees that step. */
    private Stream<Obstacle> unanswered() {
        Set<String> unknown =
                after.steps().flatMap(step -> step.asks().stream()).collect(Collectors.toSet());
        unknown.removeAll(standing.variables().keySet());
        source.steps().values().forEach(step -> unknown.removeAll(step.asks()));
        after.steps().forEach(step -> unknown.removeAll(step.answers()));
        boolean newWork = after.steps().anyMatch(step -> step.kind() == Kind.WORK && !source.has(step.id()));
        if (unknown.isEmpty() || newWork) {
            return Stream.empty();
        }
        after.steps().forEach(step -> unknown.removeAll(target.fields().get().getOrDefault(step.form(), Set.of())));
        return unknown.stream().map(variable -> new Obstacle(Reason.UNANSWERED, variable));
    }

    private static List<MovePlan.Step> steps(Stream<Step> steps) {
        return steps.map(step -> new MovePlan.Step(step.id(), step.name()))
                .distinct()
                .sorted(Comparator.comparing(MovePlan.Step::name).thenComparing(MovePlan.Step::id))
                .toList();
    }
}
