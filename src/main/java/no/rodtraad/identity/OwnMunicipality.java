package no.rodtraad.identity;

import java.util.List;
import no.rodtraad.process.Municipalities;
import org.springframework.stereotype.Component;

/** Which municipality an employee reads about: one of their own; administrators choose among all. */
@Component
public class OwnMunicipality {

    private final Municipalities municipalities;

    OwnMunicipality(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** @param id tenant id */
    public record Choice(String id, String name) {}

    /**
     * @param wished tenant id, or empty for the first
     * @throws NotHere when it is not one of theirs
     */
    public Choice chosen(Staff staff, String wished) {
        return choices(staff).stream()
                .filter(choice -> wished.isEmpty() || choice.id().equals(wished))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /** What the employee may choose instead. */
    public List<Choice> others(Staff staff, Choice chosen) {
        return choices(staff).stream().filter(choice -> !choice.equals(chosen)).toList();
    }

    /** By tenant id. */
    public List<Choice> choices(Staff staff) {
        List<String> tenants = staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
        return tenants.stream()
                .sorted()
                .map(tenant -> new Choice(tenant, municipalities.get(tenant).name()))
                .toList();
    }
}
