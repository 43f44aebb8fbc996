package no.rodtraad.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The groups of the journey, with the names people read. */
final class Groups {

    static final String ADMIN = "camunda-admin";

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("manager", "Leder");
        NAMES.put("hr", "HR");
        NAMES.put("hrLead", "HR-leder");
        NAMES.put("budgetOwner", "Kommunalsjef/budsjettansvarlig");
        NAMES.put("appointingAuthority", "Ansettelsesmyndighet");
        NAMES.put("union", "Tillitsvalgt");
        NAMES.put("panel", "Intervjupanel");
        NAMES.put("userPanel", "Brukerrepresentant");
        NAMES.put("buddy", "Fadder");
        NAMES.put("payroll", "Lønn");
        NAMES.put("it", "IKT");
        NAMES.put("workplace", "Tjenestested");
        NAMES.put("archive", "Arkiv");
        NAMES.put("region", "Regionskoordinator");
        NAMES.put("hostHr", "Vertskommune-HR");
        NAMES.put("processDesigner", "Prosessdesigner");
    }

    private Groups() {}

    /** Group id to name, without the administrators. */
    static Map<String, String> names() {
        return Collections.unmodifiableMap(NAMES);
    }
}
