package no.rodtraad.process;

import java.io.ByteArrayInputStream;
import java.util.List;
import no.rodtraad.process.Drawing.DeadlineRow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the deadline table as HR sees it in the Modeler. */
final class DeadlineRows {

    private DeadlineRows() {}

    /** @return no rows when the file holds other decisions */
    static List<DeadlineRow> of(byte[] file, String decision) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementsByType(Decision.class).stream()
                .filter(candidate -> candidate.getId().equals(decision))
                .flatMap(candidate -> candidate.getChildElementsByType(DecisionTable.class).stream())
                .flatMap(table -> table.getRules().stream()
                        .map(rule -> row(
                                rule,
                                table.getInputs().stream()
                                        .map(input -> input.getInputExpression()
                                                .getText()
                                                .getTextContent())
                                        .toList(),
                                table.getOutputs().stream().map(Output::getName).toList())))
                .toList();
    }

    private static DeadlineRow row(Rule rule, List<String> inputs, List<String> outputs) {
        List<String> in =
                rule.getInputEntries().stream().map(DeadlineRows::text).toList();
        List<String> out =
                rule.getOutputEntries().stream().map(DeadlineRows::text).toList();
        @Nullable Description about = rule.getDescription();
        return new DeadlineRow(
                cell("step", inputs, in),
                cell("municipality", inputs, in),
                cell("occupationalGroup", inputs, in),
                about == null ? "" : about.getTextContent().strip(),
                cell("target", outputs, out),
                cell("warn", outputs, out),
                cell("breach", outputs, out),
                cell("latestDate", outputs, out));
    }

    private static String cell(String column, List<String> columns, List<String> cells) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : cells.get(at);
    }

    private static String text(DmnElement entry) {
        String text = entry instanceof InputEntry in
                ? in.getText().getTextContent()
                : ((OutputEntry) entry).getText().getTextContent();
        return text.strip().replace("\"", "");
    }
}
