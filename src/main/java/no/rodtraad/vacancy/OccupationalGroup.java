package no.rodtraad.vacancy;

import java.util.Arrays;
import java.util.Optional;

/** The occupational groups of the form {@code report-need}, in its order and with its names. */
public enum OccupationalGroup {
    TEACHER("teacher", "Lærer"),
    KINDERGARTEN_TEACHER("kindergartenTeacher", "Barnehagelærer"),
    NURSE("nurse", "Sykepleier"),
    HEALTH_WORKER("healthWorker", "Helsefagarbeider"),
    ENGINEER("engineer", "Ingeniør"),
    OFFICE("office", "Kontor og administrasjon"),
    LEADER("leader", "Leder"),
    OTHER("other", "Annet");

    private final String value;
    private final String label;

    OccupationalGroup(String value, String label) {
        this.value = value;
        this.label = label;
    }

    /** As the form and the database write it. */
    public String value() {
        return value;
    }

    public String label() {
        return label;
    }

    public static Optional<OccupationalGroup> find(String value) {
        return Arrays.stream(values())
                .filter(group -> group.value.equals(value))
                .findFirst();
    }

    /** The name of a value; the value itself where no group has it. */
    public static String labelOf(String value) {
        return find(value).map(OccupationalGroup::label).orElse(value);
    }
}
