package no.rodtraad.insight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.insight.CaseClocks.Measure;
import no.rodtraad.process.CaseTime.Kind;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How long hirings take in the employee's own municipalities, for HR. */
@Controller
@StaffPage
@RequestMapping("/saker/tider")
class TimesPage {

    private static final List<String> READERS = List.of("hr", "hrLead");

    private final Durations durations;
    private final Municipalities municipalities;
    private final int baselineDays;

    /** @param baselineDays what the municipality compares with: days from need to first day */
    TimesPage(
            Durations durations,
            Municipalities municipalities,
            @Value("${rodtraad.baseline-days:205}") int baselineDays) {
        this.durations = durations;
        this.municipalities = municipalities;
        this.baselineDays = baselineDays;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Staff staff, Model model) {
        if (!staff.isIn(READERS)) {
            throw new NotYours("Tidene kan leses av HR, HR-leder og administrator.");
        }
        Durations.Summary summary =
                durations.of(staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants());
        model.addAttribute("baseline", baselineDays);
        model.addAttribute("fewest", Percentiles.FEWEST);
        model.addAttribute(
                "figures",
                Arrays.stream(Measure.values())
                        .map(measure -> figure(measure, summary.figures().get(measure)))
                        .toList());
        model.addAttribute("parts", parts(summary.timeUse()));
        model.addAttribute("cases", summary.timeUseCases());
        return "staff/times";
    }

    private static Figure figure(Measure measure, @Nullable Percentiles found) {
        Percentiles days = found == null ? new Percentiles(List.of()) : found;
        return new Figure(name(measure), cases(days.count()), text(days, 50), text(days, 80));
    }

    private static @Nullable String text(Percentiles days, int percent) {
        var found = days.percentile(percent);
        return found.isPresent() ? found.getAsLong() + (found.getAsLong() == 1 ? " dag" : " dager") : null;
    }

    /** @param half,most null below the smallest number of cases */
    record Figure(
            String name,
            String cases,
            @Nullable String half,
            @Nullable String most) {}

    private static String cases(int count) {
        return switch (count) {
            case 0 -> "Ingen saker";
            case 1 -> "1 sak";
            default -> count + " saker";
        };
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case NEED_TO_SIGNED -> "Fra behov til signert avtale";
            case NEED_TO_FIRST_DAY -> "Fra behov til første arbeidsdag";
            case APPLICATION_TO_SIGNED -> "Fra søknad til signert avtale";
            case NEED_TO_END_OF_PROBATION -> "Fra behov til fullført prøvetid";
        };
    }

    private static List<Part> parts(TimeUse use) {
        Duration total = use.total();
        if (total.isZero()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            parts.add(part(name(kind), use.byKind().getOrDefault(kind, Duration.ZERO), total));
        }
        parts.add(part("Annet", use.other(), total));
        return parts;
    }

    private static Part part(String name, Duration spent, Duration total) {
        double percent = 100.0 * spent.toMillis() / total.toMillis();
        double days = spent.toMillis() / (double) Duration.ofDays(1).toMillis();
        return new Part(
                name,
                String.format(Locale.forLanguageTag("nb"), "%.1f dager", days),
                String.format(Locale.forLanguageTag("nb"), "%.0f %%", percent),
                Math.round(percent));
    }

    /** @param meter 0 to 100 */
    record Part(String name, String days, String percent, long meter) {}

    private static String name(Kind kind) {
        return switch (kind) {
            case WORKED -> "Noen hos oss arbeider med en oppgave";
            case WAITING_TO_BE_CLAIMED -> "En oppgave venter på at noen tar den";
            case WAITING_FOR_SYSTEM -> "Vi venter på et system";
            case WAITING_FOR_CANDIDATE -> "Vi venter på en søker";
            case WAITING_BY_PLAN -> "Planlagt ventetid, som søknadsfristen";
        };
    }
}
