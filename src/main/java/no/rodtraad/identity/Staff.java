package no.rodtraad.identity;

import java.util.Collection;
import java.util.List;
import no.rodtraad.process.CaseId;

/**
 * The employee who is logged in, as the engine knows them.
 *
 * @param userId Camunda user id
 * @param groups group ids, see {@link Groups}
 * @param tenants municipalities the employee belongs to
 */
public record Staff(String userId, List<String> groups, List<String> tenants) {

    public boolean isAdministrator() {
        return groups.contains(Groups.ADMIN);
    }

    public boolean isIn(Collection<String> anyOf) {
        return isAdministrator() || groups.stream().anyMatch(anyOf::contains);
    }

    public boolean belongsTo(CaseId caseId) {
        return isAdministrator() || tenants.contains(caseId.tenantId());
    }
}
