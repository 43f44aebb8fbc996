package no.rodtraad.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.Municipalities;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One fictional user per role and municipality, and deputies, all with the password «demo». Only in the demo, on loopback. */
@Component
@Profile("demo")
class DemoUsers {

    private static final String PASSWORD = "demo";
    private static final Map<String, String> LAST_NAMES = new LinkedHashMap<>();

    static {
        LAST_NAMES.put("manager", "Lederud");
        LAST_NAMES.put("hr", "Hårvik");
        LAST_NAMES.put("hrLead", "Håleder");
        LAST_NAMES.put("budgetOwner", "Budsjettmo");
        LAST_NAMES.put("appointingAuthority", "Vedtaksrud");
        LAST_NAMES.put("union", "Tillitsen");
        LAST_NAMES.put("panel", "Panelsen");
        LAST_NAMES.put("userPanel", "Brukerli");
        LAST_NAMES.put("buddy", "Faddersen");
        LAST_NAMES.put("payroll", "Lønnestad");
        LAST_NAMES.put("it", "Ikteberg");
        LAST_NAMES.put("workplace", "Tjenestad");
        LAST_NAMES.put("archive", "Arkivdal");
        LAST_NAMES.put("region", "Regiones");
        LAST_NAMES.put("hostHr", "Vertsvik");
        LAST_NAMES.put("processDesigner", "Tegnestad");
    }

    /** One more in the roles where somebody must be able to step in. */
    private static final Map<String, String> DEPUTIES =
            Map.of("manager", "Varamo", "hr", "Varahaug", "union", "Vararud", "panel", "Varalund");

    private final IdentityService identity;
    private final Municipalities municipalities;

    DemoUsers(IdentityService identity, Municipalities municipalities) {
        this.identity = identity;
        this.municipalities = municipalities;
    }

    /** Creates those that are missing; groups and municipalities are there already. */
    void create() {
        List<String> tenants = municipalities.tenantIds();
        for (int number = 1; number <= tenants.size(); number++) {
            String tenant = tenants.get(number - 1);
            String firstName = number == 1 ? "Demo" : "Prøve";
            for (Map.Entry<String, String> role : LAST_NAMES.entrySet()) {
                String group = role.getKey();
                String id = (group.equals("processDesigner") ? "designer" : group) + number;
                employee(tenant, id, firstName, group, role.getValue());
            }
            for (Map.Entry<String, String> deputy : DEPUTIES.entrySet()) {
                employee(tenant, deputy.getKey() + "Deputy" + number, firstName, deputy.getKey(), deputy.getValue());
            }
        }
        if (user("admin", "Demo", "Administrator")) {
            identity.createMembership("admin", Groups.ADMIN);
            tenants.forEach(tenant -> identity.createTenantUserMembership(tenant, "admin"));
        }
    }

    private void employee(String tenant, String id, String firstName, String group, String lastName) {
        if (user(id, firstName, lastName)) {
            identity.createMembership(id, group);
            identity.createTenantUserMembership(tenant, id);
        }
    }

    private boolean user(String id, String firstName, String lastName) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return false;
        }
        User user = identity.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(id.toLowerCase(java.util.Locale.ROOT) + "@example.com");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        return true;
    }
}
