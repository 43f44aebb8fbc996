package no.rodtraad.process;

import java.util.List;
import java.util.Map;

/**
 * One version of the journey.
 *
 * @param processes in no particular order; they refer to each other by id
 * @param deadlines the rows of the deadline table, in its order
 * @param checklists form id to the lines of its checklist
 */
public record Drawing(List<DrawnProcess> processes, List<DeadlineRow> deadlines, Map<String, List<String>> checklists) {

    public Drawing {
        processes = List.copyOf(processes);
        deadlines = List.copyOf(deadlines);
        checklists = Map.copyOf(checklists);
    }

    /**
     * One diagram, or a part of one that stands beside the rest.
     *
     * @param steps as they are drawn, from left to right
     * @param asides what may happen at any time meanwhile
     */
    public record DrawnProcess(
            String id, String name, String about, List<DrawnStep> steps, List<DrawnProcess> asides) {}

    /**
     * One step.
     *
     * @param groups who may do it, by group id or as an expression; empty unless somebody does it
     * @param form id of the form, or empty
     * @param calls id of the process it calls, or empty
     * @param time when it goes on, as written in the diagram, or empty
     * @param outcomes what the arrows out of a choice say, with what comes next
     * @param properties extension properties by name
     * @param inputs input parameters that are plain text, by name
     */
    public record DrawnStep(
            Kind kind,
            String id,
            String name,
            String about,
            List<String> groups,
            String form,
            String calls,
            String time,
            List<String> outcomes,
            Map<String, String> properties,
            Map<String, String> inputs) {}

    /** Who or what takes the journey on. */
    public enum Kind {
        /** a person does something */
        TASK,
        /** the system does something */
        AUTOMATIC,
        /** another diagram takes over */
        CALL,
        /** nothing happens until a date or an event */
        WAIT,
        /** the journey takes one way or another */
        CHOICE
    }

    /**
     * One row of the deadline table, as HR wrote it; empty where a cell is empty.
     *
     * @param step id of a step, or a decision point
     * @param municipality tenant id, or empty for all
     */
    public record DeadlineRow(
            String step,
            String municipality,
            String occupationalGroup,
            String about,
            String target,
            String warn,
            String breach,
            String latestDate) {}
}
