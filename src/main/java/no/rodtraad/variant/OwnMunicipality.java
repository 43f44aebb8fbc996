package no.rodtraad.variant;

import java.util.List;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.Municipalities;
import org.springframework.stereotype.Component;

/** Which municipality an employee reads about: one of their own; administrators choose among all. */
@Component
class OwnMunicipality {

    private final Municipalities municipalities;

    OwnMunicipality(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    record Choice(String id, String name) {}

    /**
     * @param wished tenant id, or empty for the first
     * @throws NotHere when it is not one of theirs
     */
    Choice chosen(Staff staff, String wished) {
        return of(staff).stream()
                .filter(tenant -> wished.isEmpty() || tenant.equals(wished))
                .findFirst()
                .map(this::choice)
                .orElseThrow(() -> new NotHere("Prosessene finnes ikke, eller de hører til en annen kommune."));
    }

    List<Choice> others(Staff staff, String chosen) {
        return of(staff).stream()
                .filter(tenant -> !tenant.equals(chosen))
                .map(this::choice)
                .toList();
    }

    List<String> of(Staff staff) {
        List<String> tenants = staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
        return tenants.stream().sorted().toList();
    }

    private Choice choice(String tenantId) {
        return new Choice(tenantId, municipalities.get(tenantId).name());
    }
}
