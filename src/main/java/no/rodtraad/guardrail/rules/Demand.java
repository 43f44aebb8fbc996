package no.rodtraad.guardrail.rules;

/** What a promise asks of the ways through a process. */
sealed interface Demand {

    /**
     * No case is over before the step is completed.
     *
     * @param from a step after which it must be completed; empty for the start of the process
     */
    record Always(Step step, String from, Assumption assumption) implements Demand {}

    /**
     * The step is begun in every case, but need not be answered before its deadline.
     *
     * @param from as in {@link Always}
     */
    record Asked(Step step, String from) implements Demand {}

    /** A step is not begun before another is completed; a process without the later step keeps the promise. */
    record Before(Step first, String then) implements Demand {}

    /**
     * A step is begun only where a condition is true.
     *
     * @param from the step that settles it
     */
    record OnlyWhen(String condition, String from, String then) implements Demand {}
}
