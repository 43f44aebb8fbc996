package no.rodtraad.routine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.archive.DocumentNames;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Drawing;
import no.rodtraad.process.Drawing.DeadlineRow;
import no.rodtraad.process.Drawing.DrawnProcess;
import no.rodtraad.process.Drawing.DrawnStep;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.JourneyGroups;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeInWords;
import no.rodtraad.routine.Routine.Aside;
import no.rodtraad.routine.Routine.Card;
import no.rodtraad.routine.Routine.Chapter;
import no.rodtraad.routine.Routine.Deadline;
import no.rodtraad.routine.Routine.Line;
import no.rodtraad.routine.Routine.Part;
import no.rodtraad.routine.Routine.Role;
import no.rodtraad.routine.Routine.Step;
import no.rodtraad.vacancy.OccupationalGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the routine description from a drawing. Everything in it stands in a diagram, a table or a form. */
@Component
class RoutineWriter {

    private static final String START = "hiring-case";
    private static final String SILENCE = "SILENCE";

    private final Municipalities municipalities;
    private final JourneyGroups groups;

    RoutineWriter(Municipalities municipalities, JourneyGroups groups) {
        this.municipalities = municipalities;
        this.groups = groups;
    }

    Routine write(String tenantId, Version version, Drawing drawing) {
        List<Chapter> chapters = inOrder(drawing).stream()
                .map(process -> chapter(process, tenantId, drawing))
                .toList();
        return new Routine(
                municipalities.get(tenantId).name(),
                name(version),
                Timeline.of(step -> holdingIn(tenantId, step, drawing.deadlines())
                        .filter(row -> row.occupationalGroup().isEmpty())
                        .findFirst()),
                points(tenantId, drawing),
                chapters,
                records(drawing),
                roles(drawing));
    }

    /** @param role a group that has tasks in the drawing */
    Card card(String tenantId, Version version, Drawing drawing, Role role) {
        return new Card(
                municipalities.get(tenantId).name(),
                name(version),
                role,
                parts(tenantId, drawing, step -> step.groups().contains(role.id())),
                parts(tenantId, drawing, step -> step.groups().stream().anyMatch(RoutineWriter::isChosenLater)));
    }

    List<Role> roles(Drawing drawing) {
        Set<String> named =
                steps(drawing).flatMap(step -> step.groups().stream()).collect(Collectors.toSet());
        return groups.names().entrySet().stream()
                .filter(group -> named.contains(group.getKey()))
                .map(group -> new Role(group.getKey(), group.getValue()))
                .toList();
    }

    private static String name(Version version) {
        return "Versjon %d, lagt ut %s".formatted(version.number(), OsloTime.date(OsloTime.dayOf(version.since())));
    }

    /** The case first, each diagram where it is first called; what is started by other means last. */
    private static List<DrawnProcess> inOrder(Drawing drawing) {
        Map<String, DrawnProcess> byId = new LinkedHashMap<>();
        drawing.processes().forEach(process -> byId.put(process.id(), process));
        Set<String> called = drawing.processes().stream()
                .flatMap(process -> calls(process).stream())
                .collect(Collectors.toSet());
        Set<DrawnProcess> found = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(START),
                        byId.keySet().stream()
                                .filter(id -> !called.contains(id))
                                .sorted())
                .forEach(id -> follow(byId.get(id), byId, found));
        found.addAll(byId.values());
        return List.copyOf(found);
    }

    private static void follow(
            @Nullable DrawnProcess process, Map<String, DrawnProcess> byId, Set<DrawnProcess> found) {
        if (process != null && found.add(process)) {
            calls(process).forEach(called -> follow(byId.get(called), byId, found));
        }
    }

    private static List<String> calls(DrawnProcess process) {
        return all(process)
                .map(RoutineWriter::called)
                .filter(called -> !called.isEmpty())
                .toList();
    }

    /** Where a table chooses among the variants of a phase, the ordinary one has the id of the step. */
    private static String called(DrawnStep step) {
        return isChosenLater(step.calls()) ? step.id() : step.calls();
    }

    private static Stream<DrawnStep> all(DrawnProcess process) {
        return Stream.concat(process.steps().stream(), process.asides().stream().flatMap(RoutineWriter::all));
    }

    private static Stream<DrawnStep> steps(Drawing drawing) {
        return inOrder(drawing).stream().flatMap(RoutineWriter::all);
    }

    private Chapter chapter(DrawnProcess process, String tenantId, Drawing drawing) {
        return new Chapter(
                process.id(),
                process.name(),
                process.about(),
                steps(process, tenantId, drawing),
                process.asides().stream()
                        .map(aside -> new Aside(aside.name(), aside.about(), steps(aside, tenantId, drawing)))
                        .toList());
    }

    private List<Step> steps(DrawnProcess process, String tenantId, Drawing drawing) {
        return process.steps().stream()
                .filter(step -> !step.name().isEmpty())
                .map(step -> step(step, tenantId, drawing))
                .toList();
    }

    private List<Part> parts(String tenantId, Drawing drawing, Predicate<DrawnStep> wanted) {
        List<Part> parts = new ArrayList<>();
        for (DrawnProcess process : inOrder(drawing)) {
            List<Step> steps = all(process)
                    .filter(wanted)
                    .map(step -> step(step, tenantId, drawing))
                    .toList();
            if (!steps.isEmpty()) {
                parts.add(new Part(process.name(), steps));
            }
        }
        return parts;
    }

    private Step step(DrawnStep step, String tenantId, Drawing drawing) {
        boolean told =
                drawing.processes().stream().anyMatch(process -> process.id().equals(called(step)));
        return new Step(
                step.kind(),
                step.id(),
                step.name(),
                step.about(),
                step.groups().stream().map(this::groupName).distinct().collect(Collectors.joining(" eller ")),
                told ? called(step) : "",
                deadlines(step.id(), tenantId, drawing.deadlines()),
                facts(step),
                drawing.checklists().getOrDefault(step.form(), List.of()));
    }

    private String groupName(String group) {
        return isChosenLater(group)
                ? "den planen eller tabellen peker ut"
                : groups.names().getOrDefault(group, group);
    }

    private static boolean isChosenLater(String written) {
        return written.startsWith("${");
    }

    private static List<Line> facts(DrawnStep step) {
        Map<String, String> properties = step.properties();
        return Stream.of(
                        line("Når", TimeInWords.of(step.time())),
                        line("Hva kan skje", String.join(". ", step.outcomes())),
                        line("Til søkeren", step.inputs().get("messageCode")),
                        line("Arkiveres", recordName(properties.get("archiveType"))),
                        line("Søkeren ser", properties.get("candidateView")),
                        line("Lov og regler", properties.get("legalBasis")))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Line line(String heading, @Nullable String text) {
        return text == null || text.isBlank() || text.startsWith("${") ? null : new Line(heading, text);
    }

    private static @Nullable String recordName(@Nullable String code) {
        return code == null
                ? null
                : DocumentNames.find(code).map(name -> code + " " + name).orElse(code);
    }

    private static List<Line> records(Drawing drawing) {
        Map<String, Line> records = new TreeMap<>();
        steps(drawing)
                .map(step -> step.properties().get("archiveType"))
                .filter(Objects::nonNull)
                .forEach(code -> records.put(
                        code, new Line(code, DocumentNames.find(code).orElse(""))));
        return List.copyOf(records.values());
    }

    private static List<Deadline> points(String tenantId, Drawing drawing) {
        Collection<String> points = Stream.concat(
                        Stream.of(DecisionPoint.values()).map(Enum::name), Stream.of(SILENCE))
                .toList();
        return points.stream()
                .flatMap(point -> holdingIn(tenantId, point, drawing.deadlines())
                        .map(row -> new Deadline(row.about(), text(row))))
                .toList();
    }

    private static List<Deadline> deadlines(String step, String tenantId, List<DeadlineRow> rows) {
        return holdingIn(tenantId, step, rows)
                .map(row -> new Deadline(occupation(row.occupationalGroup()), text(row)))
                .toList();
    }

    /** The first row that fits counts, so of those for the same occupation only the first. */
    private static Stream<DeadlineRow> holdingIn(String tenantId, String step, List<DeadlineRow> rows) {
        Map<String, DeadlineRow> first = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.step().equals(step))
                .filter(row ->
                        row.municipality().isEmpty() || row.municipality().equals(tenantId))
                .forEach(row -> first.putIfAbsent(row.occupationalGroup(), row));
        return first.values().stream();
    }

    private static String text(DeadlineRow row) {
        List<String> parts = new ArrayList<>();
        parts.add(row.target());
        add(parts, "påminnelse etter", row.warn());
        add(parts, "brutt etter", row.breach());
        add(parts, "senest", row.latestDate());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String words, String time) {
        if (!time.isEmpty()) {
            parts.add(words + " " + time);
        }
    }

    private static String occupation(String group) {
        return group.isEmpty() ? "" : OccupationalGroup.labelOf(group);
    }
}
