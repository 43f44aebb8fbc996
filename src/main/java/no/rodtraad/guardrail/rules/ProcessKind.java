package no.rodtraad.guardrail.rules;

import java.util.List;
import java.util.stream.Stream;

/** What processes and the table of deadlines say about themselves. */
public final class ProcessKind {

    /** The decision that gives each step its deadline. */
    public static final String DEADLINES = "deadlines";

    private static final String VARIANT_OF = "variantOf";

    private ProcessKind() {}

    /** Which of the product's processes a process stands for: itself, unless its property {@code variantOf} says otherwise. */
    public static String of(Element process) {
        String variantOf = process.property(VARIANT_OF);
        return variantOf.isEmpty() ? process.id() : variantOf;
    }

    /** The steps that have a row in the table: the values of its first column. */
    public static Stream<String> steps(Element decision) {
        return decision.children("dmn:decisionTable")
                .flatMap(table -> table.children("dmn:rule"))
                .flatMap(rule -> rule.children("dmn:inputEntry").limit(1))
                .flatMap(entry -> entry.children("dmn:text"))
                .flatMap(text -> List.of(text.text().split(",")).stream())
                .map(step -> step.replace("\"", "").strip());
    }
}
