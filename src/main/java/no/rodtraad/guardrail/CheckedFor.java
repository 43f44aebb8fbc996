package no.rodtraad.guardrail;

import java.util.List;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.Municipalities;
import org.springframework.stereotype.Component;

/** Whose release files are checked together with. */
@Component
class CheckedFor {

    private final Municipalities municipalities;

    CheckedFor(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    record Choice(String id, String name) {}

    /** @return what the employee may choose among, by name */
    List<Choice> choices(Staff staff) {
        return of(staff).stream()
                .map(id -> new Choice(id, municipalities.get(id).name()))
                .toList();
    }

    /**
     * @param wished tenant id; empty means the employee's own, or the first for those who belong to several
     * @throws NotYours when it is another's
     */
    String municipality(Staff staff, String wished) {
        return of(staff).stream()
                .filter(id -> wished.isEmpty() || id.equals(wished))
                .findFirst()
                .orElseThrow(() -> new NotYours("Du kan bare kontrollere filer for din egen kommune."));
    }

    private List<String> of(Staff staff) {
        return (staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants())
                .stream().sorted().toList();
    }
}
