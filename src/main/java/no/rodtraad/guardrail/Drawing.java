package no.rodtraad.guardrail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.guardrail.rules.Element;
import org.jspecify.annotations.Nullable;

/**
 * A diagram as it was drawn, ready for a page that runs no scripts ({@code staff/drawing}), with numbers that refer to a
 * list beside what they concern. All measures are those of the diagram.
 *
 * @param viewBox what of the plane is shown: left, top, width and height
 * @param width of the whole
 */
public record Drawing(String viewBox, int width, List<Shape> shapes, List<Flow> flows, List<Mark> marks) {

    private static final int MARGIN = 30;
    private static final int LETTERS_IN_A_TASK = 13;
    private static final int LETTERS_BELOW = 20;

    /** What a number on the drawing says, also to those who do not see its colour. */
    public enum Tone {
        REFUSED("#c8102e", "", false),
        ADVICE("#12343b", "", false),
        ADDED("#1b6e3c", "+", true),
        REMOVED("#a3123a", "\u2212", true),
        CHANGED("#1d4f91", "\u2260", true);

        private final String colour;
        private final String sign;
        private final boolean outlines;

        Tone(String colour, String sign, boolean outlines) {
            this.colour = colour;
            this.sign = sign;
            this.outlines = outlines;
        }

        public String colour() {
            return colour;
        }

        /** What stands before the number; empty for findings. */
        public String sign() {
            return sign;
        }
    }

    /** @param number in the list, from 1 */
    public record Note(int number, String elementId, Tone tone) {}

    /**
     * @param kind {@code box}, {@code part}, {@code circle} or {@code diamond}
     * @param strong whether its edge is thick, as that of an end event and a call
     * @param lines its name
     * @param points its corners, when it is a diamond
     * @param colour of its edge; empty for that of the rest
     */
    public record Shape(
            String kind,
            boolean strong,
            double x,
            double y,
            double width,
            double height,
            List<Line> lines,
            String points,
            String colour) {

        public double middleX() {
            return x + width / 2;
        }

        public double middleY() {
            return y + height / 2;
        }

        public double radius() {
            return width / 2;
        }
    }

    /** A line of text, centred. */
    public record Line(double x, double y, String text) {}

    /**
     * @param points as SVG writes them
     * @param colour empty for that of the rest
     */
    public record Flow(String points, String colour) {}

    /** The numbers of what concerns one element, after the sign that says what kind it is. */
    public record Mark(double x, double y, String numbers, String colour, double width) {}

    /**
     * @param notes about this diagram, in the order of the list; where several concern one element, the gravest colours it
     * @return {@code null} when nothing is drawn in the file
     */
    public static @Nullable Drawing of(Element root, List<Note> notes) {
        Map<String, Element> byId = new HashMap<>();
        List<Element> drawn = new ArrayList<>();
        collect(root, byId, drawn);
        Map<String, List<Note>> noted = notes.stream().collect(Collectors.groupingBy(Note::elementId));
        Map<String, Shape> shapes = new HashMap<>();
        List<Shape> inOrder = new ArrayList<>();
        drawn.stream().filter(element -> element.name().equals("BPMNShape")).forEach(shape -> {
            String id = drawnId(shape);
            @Nullable Element element = byId.get(id);
            if (element != null) {
                Shape made = shape(shape, element, colour(noted.get(id)));
                shapes.put(id, made);
                inOrder.add(made);
            }
        });
        if (inOrder.isEmpty()) {
            return null;
        }
        List<Element> edges = drawn.stream()
                .filter(element -> element.name().equals("BPMNEdge"))
                .toList();
        double left = inOrder.stream().mapToDouble(Shape::x).min().orElse(0) - MARGIN - 40;
        double top = inOrder.stream().mapToDouble(Shape::y).min().orElse(0) - MARGIN;
        double right = inOrder.stream()
                        .mapToDouble(shape -> shape.x() + shape.width())
                        .max()
                        .orElse(0)
                + MARGIN
                + 40;
        double bottom = inOrder.stream()
                        .mapToDouble(shape -> shape.y() + shape.height())
                        .max()
                        .orElse(0)
                + 2 * MARGIN;
        List<Mark> marks = new ArrayList<>();
        shapes.forEach((id, shape) -> mark(noted.get(id), shape.x() + shape.width(), shape.y(), marks));
        edges.forEach(edge -> markMiddle(noted.get(drawnId(edge)), edge, marks));
        return new Drawing(
                numbers(left, top, right - left, bottom - top),
                (int) (right - left),
                // parts lie behind what stands in them
                Stream.concat(
                                inOrder.stream().filter(shape -> shape.kind().equals("part")),
                                inOrder.stream().filter(shape -> !shape.kind().equals("part")))
                        .toList(),
                edges.stream()
                        .map(edge -> new Flow(points(edge), colour(noted.get(drawnId(edge)))))
                        .toList(),
                marks);
    }

    private static String drawnId(Element drawn) {
        return drawn.attributes().getOrDefault("bpmnElement", "");
    }

    private static String colour(@Nullable List<Note> notes) {
        return notes == null
                ? ""
                : gravest(notes).filter(tone -> tone.outlines).map(Tone::colour).orElse("");
    }

    private static Optional<Tone> gravest(List<Note> notes) {
        return notes.stream().map(Note::tone).min(Comparator.naturalOrder());
    }

    private static void markMiddle(@Nullable List<Note> notes, Element edge, List<Mark> marks) {
        List<Element> points = waypoints(edge);
        if (!points.isEmpty()) {
            Element one = points.get((points.size() - 1) / 2);
            Element other = points.get(points.size() / 2);
            mark(
                    notes,
                    (number(one, "x") + number(other, "x")) / 2,
                    (number(one, "y") + number(other, "y")) / 2,
                    marks);
        }
    }

    private static void mark(@Nullable List<Note> notes, double x, double y, List<Mark> marks) {
        if (notes == null) {
            return;
        }
        gravest(notes).ifPresent(tone -> {
            String numbers = tone.sign()
                    + notes.stream().map(Note::number).map(String::valueOf).collect(Collectors.joining(", "));
            marks.add(new Mark(x, y, numbers, tone.colour(), 16 + 7.0 * numbers.length()));
        });
    }

    private static void collect(Element element, Map<String, Element> byId, List<Element> drawn) {
        if (element.name().startsWith("bpmn:")) {
            byId.put(element.id(), element);
        } else if (element.name().startsWith("BPMN")) {
            drawn.add(element);
        }
        element.children().forEach(child -> collect(child, byId, drawn));
    }

    private static Shape shape(Element shape, Element element, String colour) {
        @Nullable Element bounds = child(shape, "Bounds");
        double x = number(bounds, "x");
        double y = number(bounds, "y");
        double width = number(bounds, "width");
        double height = number(bounds, "height");
        String kind = kind(element.name());
        boolean strong =
                element.name().equals("bpmn:endEvent") || element.name().equals("bpmn:callActivity");
        String name = element.attributes().getOrDefault("name", "");
        String points = kind.equals("diamond")
                ? numbers(x + width / 2, y, x + width, y + height / 2, x + width / 2, y + height, x, y + height / 2)
                : "";
        return new Shape(
                kind, strong, x, y, width, height, lines(shape, kind, name, x, y, width, height), points, colour);
    }

    private static List<Line> lines(
            Element shape, String kind, String name, double x, double y, double width, double height) {
        List<String> words = wrapped(name, kind.equals("box") ? LETTERS_IN_A_TASK : LETTERS_BELOW);
        @Nullable Element label = child(shape, "BPMNLabel");
        @Nullable Element place = label == null ? null : child(label, "Bounds");
        double middle = x + width / 2;
        double top = y + height + 14;
        if (kind.equals("box")) {
            top = y + height / 2 - (words.size() - 1) * 7 + 4;
        } else if (kind.equals("part")) {
            top = y + 18;
            words = List.of(name);
        } else if (place != null) {
            middle = number(place, "x") + number(place, "width") / 2;
            top = number(place, "y") + 11;
        }
        List<Line> lines = new ArrayList<>();
        for (String word : words) {
            lines.add(new Line(middle, top, word));
            top += 14;
        }
        return lines;
    }

    private static String kind(String name) {
        if (name.endsWith("Event")) {
            return "circle";
        }
        if (name.endsWith("Gateway")) {
            return "diamond";
        }
        return name.equals("bpmn:subProcess")
                        || name.equals("bpmn:transaction")
                        || name.equals("bpmn:participant")
                        || name.equals("bpmn:lane")
                ? "part"
                : "box";
    }

    private static List<String> wrapped(String name, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<Element> waypoints(Element edge) {
        return edge.children().stream()
                .filter(child -> child.name().equals("waypoint"))
                .toList();
    }

    private static String points(Element edge) {
        return waypoints(edge).stream()
                .map(point -> numbers(number(point, "x"), number(point, "y")))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Element child(Element element, String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What is no number is drawn at the edge. */
    private static double number(@Nullable Element element, String attribute) {
        @Nullable String text = element == null ? null : element.attribute(attribute);
        try {
            return text == null ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String numbers(double... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.1f", number))
                .collect(Collectors.joining(" "));
    }
}
