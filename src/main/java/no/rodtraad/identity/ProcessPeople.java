package no.rodtraad.identity;

import java.util.List;

/** Who reads and who changes a municipality's processes. Administrators may for every municipality. */
public final class ProcessPeople {

    static final List<String> READERS = List.of("hr", "hrLead", "processDesigner");
    private static final List<String> DESIGNERS = List.of("processDesigner");
    private static final List<String> MOVERS = List.of("processDesigner", "hrLead");

    private ProcessPeople() {}

    /** @throws NotYours when the employee may not read about processes */
    public static void mayRead(Staff staff) {
        if (!staff.isIn(READERS)) {
            throw new NotYours("Prosesser kan leses av HR, HR-leder, prosessdesigner og administrator.");
        }
    }

    /** @throws NotYours when the employee may not change what new cases follow */
    public static void mayDesign(Staff staff) {
        if (!designs(staff)) {
            throw new NotYours("Prosesser kan endres av prosessdesigner og administrator.");
        }
    }

    /** @throws NotYours when the employee may not move cases that are under way to another version */
    public static void mayMove(Staff staff) {
        if (!moves(staff)) {
            throw new NotYours("Saker kan flyttes til en annen versjon av HR-leder, prosessdesigner og administrator.");
        }
    }

    /** Whether buttons for changing what new cases follow are shown. */
    public static boolean designs(Staff staff) {
        return staff.isIn(DESIGNERS);
    }

    /** Whether buttons for moving cases are shown. */
    public static boolean moves(Staff staff) {
        return staff.isIn(MOVERS);
    }
}
