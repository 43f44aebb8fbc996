package no.rodtraad.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles that a plan fills, in the order it names them. */
public final class PlanRoles {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("manager", "leder");
        NAMES.put("hr", "HR (saksansvarlig)");
        NAMES.put("union", "tillitsvalgt");
        NAMES.put("panel", "intervjupanel");
        NAMES.put("userPanel", "brukerrepresentant");
        NAMES.put("appointingAuthority", "ansettelsesmyndighet");
        NAMES.put("budgetOwner", "budsjettansvarlig");
        NAMES.put("hrLead", "HR-leder");
        NAMES.put("buddy", "fadder");
        NAMES.put("payroll", "lønn og personal");
        NAMES.put("it", "IKT");
        NAMES.put("workplace", "tjenestestedet");
        NAMES.put("archive", "arkiv");
        NAMES.put("region", "regionskoordinator");
    }

    private PlanRoles() {}

    /** Group ids. */
    public static List<String> all() {
        return List.copyOf(NAMES.keySet());
    }

    /** As within a sentence. */
    public static String nameOf(String groupId) {
        return NAMES.getOrDefault(groupId, groupId);
    }
}
