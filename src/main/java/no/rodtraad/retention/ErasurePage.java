package no.rodtraad.retention;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was deleted when, in numbers, for the head of HR. */
@Controller
@StaffPage
@RequestMapping("/saker/sletting")
class ErasurePage {

    private static final Set<String> READERS = Set.of("hrLead");
    private static final int LAST_DAYS = 400;

    private final JdbcClient database;
    private final Municipalities municipalities;
    private final RetentionPeriods periods;

    ErasurePage(JdbcClient database, Municipalities municipalities, RetentionPeriods periods) {
        this.database = database;
        this.municipalities = municipalities;
        this.periods = periods;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Staff staff, Model model) {
        if (!staff.isIn(READERS)) {
            throw new NotYours("Rapporten om sletting kan leses av HR-leder og administrator.");
        }
        model.addAttribute("days", days(staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants()));
        model.addAttribute(
                "rules",
                List.of(
                        new Rule(
                                "Søknader fra dem som ikke ble ansatt, med filer og meldinger",
                                Words.of(periods.unsuccessful())),
                        new Rule(
                                "Søknaden til den som ble ansatt, med filer, meldinger og avtale",
                                Words.of(periods.hired())),
                        new Rule(
                                "Utfylte skjemaer, søkerlister og e-poster til ansatte",
                                Words.of(periods.casePapers()))));
        return "staff/erasures";
    }

    record Rule(String what, String howLong) {}

    record Erased(String day, String what) {}

    private List<Erased> days(List<String> tenants) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, List<String>> byDay = new LinkedHashMap<>();
        database.sql("""
                        select day, kind, sum(number) as number from erasures where tenant_id in (:tenants)
                        group by day, kind order by day desc, kind limit :most
                        """)
                .param("tenants", tenants)
                .param("most", LAST_DAYS)
                .query((row, number) -> byDay.computeIfAbsent(
                                row.getObject("day", LocalDate.class), day -> new java.util.ArrayList<>())
                        .add("%s: %d"
                                .formatted(Kind.valueOf(row.getString("kind")).title(), row.getInt("number"))))
                .list();
        return byDay.entrySet().stream()
                .map(day -> new Erased(OsloTime.date(day.getKey()), String.join(". ", day.getValue()) + "."))
                .toList();
    }
}
