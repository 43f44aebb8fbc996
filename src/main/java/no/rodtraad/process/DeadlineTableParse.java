package no.rodtraad.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the decision {@code deadlines} for its cells' sake alone, and says with line and column which cannot be read. */
final class DeadlineTableParse extends Parse {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Set<String> groups;

    /** @param groups ids of those that may be told */
    DeadlineTableParse(Set<String> groups) {
        super(new WithNamespaces(groups));
        this.groups = groups;
    }

    @Override
    public Parse execute() {
        super.execute();
        rootElement.elements("decision").stream()
                .filter(decision -> "deadlines".equals(decision.attribute("id")))
                .map(decision -> decision.element("decisionTable"))
                .forEach(this::checkTable);
        if (hasErrors()) {
            throwExceptionForErrors();
        }
        return this;
    }

    private void checkTable(@Nullable Element table) {
        if (table == null) {
            addError("Beslutningen «deadlines» må være en tabell.", rootElement);
            return;
        }
        List<Column> columns = table.elements("output").stream().map(Column::of).toList();
        if (columns.stream().noneMatch(column -> column.name().equals("target"))) {
            addError("Tabellen «deadlines» mangler kolonnen «target» (mål).", table);
        }
        table.elements("rule").forEach(rule -> checkRule(rule, columns));
    }

    /** @param label what people see above the column */
    private record Column(String name, String label) {

        static Column of(Element output) {
            String name = output.attribute("name", "");
            return new Column(name, output.attribute("label", name));
        }
    }

    private void checkRule(Element rule, List<Column> columns) {
        List<Element> cells = rule.elements("outputEntry");
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Element cell = cells.get(i);
            problem(columns.get(i), textOf(cell))
                    .ifPresent(problem ->
                            addError("Raden «%s»: %s".formatted(nameOf(rule), problem), cell, rule.attribute("id")));
        }
    }

    private Optional<String> problem(Column column, String cell) {
        if (cell.isEmpty()) {
            return column.name().equals("target")
                    ? Optional.of("Feltet for mål er tomt. Skriv for eksempel \"7 arbeidsdager\", med anførselstegn.")
                    : Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(cell);
        if (!quoted.matches()) {
            return Optional.of("%s i kolonnen «%s» må stå i anførselstegn, for eksempel \"7 arbeidsdager\"."
                    .formatted(cell, column.label()));
        }
        String text = quoted.group(1);
        return switch (column.name()) {
            case "target", "warn", "escalate", "breach" -> spanProblem(column.label(), text);
            case "latestDate" ->
                DayOfYear.find(text).isPresent()
                        ? Optional.empty()
                        : Optional.of("«%s» er ingen dag i året. Skriv for eksempel \"1. mars\".".formatted(text));
            case "escalateTo", "breachTo" -> groupProblem(column.label(), text);
            default -> Optional.empty();
        };
    }

    private Optional<String> groupProblem(String label, String text) {
        return groups.contains(text)
                ? Optional.empty()
                : Optional.of("«%s» i kolonnen «%s» er ingen gruppe i Rød tråd. Skriv %s."
                        .formatted(text, label, groups.stream().sorted().collect(Collectors.joining(", "))));
    }

    private static Optional<String> spanProblem(String label, String text) {
        if (Span.find(text).filter(Span::isWholeDays).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("«%s» i kolonnen «%s» kan ikke leses. Skriv hele dager eller mer, for eksempel %s."
                .formatted(text, label, Span.EXAMPLES));
    }

    private static String textOf(Element cell) {
        @Nullable Element text = cell.element("text");
        return text == null ? "" : text.getText().strip();
    }

    private static String nameOf(Element rule) {
        @Nullable Element description = rule.element("description");
        return description == null
                ? rule.attribute("id", "")
                : description.getText().strip();
    }

    private static final class WithNamespaces extends Parser {

        private final Set<String> groups;

        private WithNamespaces(Set<String> groups) {
            this.groups = groups;
        }

        @Override
        public Parse createParse() {
            return new DeadlineTableParse(groups);
        }

        @Override
        protected SAXParser getSaxParser() throws Exception {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            setXxeProcessing(factory);
            return factory.newSAXParser();
        }
    }
}
