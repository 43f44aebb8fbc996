package no.rodtraad.guardrail.rules;

import java.util.List;

/**
 * A table that says which process a variant uses for a phase, in the column {@code <phase>Process}. The case calls what
 * stands there, so each cell must name a process of that phase (G16).
 */
final class PhaseTable {

    private static final String PROCESS = "Process";

    private PhaseTable() {}

    /** Whether a step leaves the choice of its process to the table. */
    static boolean chooses(String step, String called) {
        return called.equals("${" + step + PROCESS + "}");
    }

    static void check(String file, Element decision, Names names, Report report) {
        decision.children("dmn:decisionTable").forEach(table -> {
            List<Element> columns = table.children("dmn:output").toList();
            table.children("dmn:rule").forEach(row -> {
                List<Element> cells = row.children("dmn:outputEntry").toList();
                for (int i = 0; i < columns.size(); i++) {
                    String column = columns.get(i).attribute("name", "");
                    if (column.endsWith(PROCESS)) {
                        String phase = column.substring(0, column.length() - PROCESS.length());
                        check(file, decision, text(cells.get(i)), phase, names, report);
                    }
                }
            });
        });
    }

    private static void check(String file, Element decision, String process, String phase, Names names, Report report) {
        String kind = names.kindOf(process);
        if (kind.isEmpty()) {
            report.add("G16", names.whole(), file, decision, "noProcess", decision.title(), process);
        } else if (!kind.equals(Guarantees.PHASES.getOrDefault(phase, phase))) {
            report.refuse("G16", file, decision, "otherPhase", decision.title(), process, phase);
        }
    }

    private static String text(Element cell) {
        return cell.children("dmn:text")
                .map(Element::text)
                .findFirst()
                .orElse("")
                .replace("\"", "")
                .strip();
    }
}
