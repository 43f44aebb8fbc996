package no.rodtraad.vacancy;

/** The occupational groups of the form {@code report-need}, in its order and with its names. */
enum OccupationalGroup {
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
    String value() {
        return value;
    }

    String label() {
        return label;
    }
}
