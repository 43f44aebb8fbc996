package no.rodtraad.variant;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.OwnMunicipality.Choice;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.merging.Merges;
import no.rodtraad.process.ProcessVersions;
import no.rodtraad.process.ProcessVersions.Deployer;
import no.rodtraad.process.ReleaseRefused;
import no.rodtraad.variant.VersionViews.VersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of the municipality's processes: who, when and why. */
@Controller
@StaffPage
@RequestMapping("/prosesser")
class VersionsPage {

    static final int LONGEST_TEXT = 1000;
    private static final int SHOWN_AT_ONCE = 10;
    private static final int LONGEST_TRIAL_YEARS = 2;
    private static final String REASON = "begrunnelse";
    private static final String PURPOSE = "formaal";
    private static final String LAST_DAY = "sisteDag";

    private final OwnMunicipality own;
    private final VersionViews views;
    private final ProcessVersions versions;
    private final Trials trials;
    private final Merges merges;

    VersionsPage(OwnMunicipality own, VersionViews views, ProcessVersions versions, Trials trials, Merges merges) {
        this.own = own;
        this.views = views;
        this.versions = versions;
        this.trials = trials;
        this.merges = merges;
    }

    /**
     * What could not be taken, shown where it was written.
     *
     * @param versionId where
     * @param typed field to what was written
     * @param sentences field to what is wrong
     */
    record Problem(String versionId, Map<String, String> typed, Map<String, String> sentences) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "gjort", defaultValue = "") String done,
            Model model) {
        ProcessPeople.mayRead(staff);
        model.addAttribute("done", done);
        Choice chosen = own.chosen(staff, municipality);
        return show(staff, chosen, views.of(chosen.id()), null, model);
    }

    @PostMapping("/versjoner/{id}/begrunnelse")
    String explain(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String id,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = REASON, defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        ProcessPeople.mayDesign(staff);
        Choice chosen = own.chosen(staff, municipality);
        List<VersionView> all = views.of(chosen.id());
        VersionView version = VersionViews.find(all, id);
        @Nullable String sentence = problem(reason);
        if (sentence != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(staff, chosen, all, new Problem(id, Map.of(REASON, reason), Map.of(REASON, sentence)), model);
        }
        if (!reason.strip().equals(version.why())) {
            versions.explain(chosen.id(), id, reason.strip(), staff.userId());
        }
        return redirect(chosen, REASON);
    }

    /** One click; the reason that is filled in may be amended afterwards. */
    @PostMapping("/versjoner/{id}/tilbake")
    String goBack(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String id,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            Model model,
            HttpServletResponse response) {
        ProcessPeople.mayDesign(staff);
        Choice chosen = own.chosen(staff, municipality);
        List<VersionView> all = views.of(chosen.id());
        VersionView version = VersionViews.find(all, id);
        try {
            boolean changed = versions.goBack(
                    chosen.id(),
                    id,
                    "Tilbake til versjon " + version.number(),
                    new Deployer(staff.userId(), staff.groups(), staff.tenants()));
            return redirect(chosen, changed ? "tilbake" : "ingenting");
        } catch (ReleaseRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", version);
            model.addAttribute("findings", e.findings());
            return show(staff, chosen, all, null, model);
        }
    }

    /** Until the last day, and then the municipality concludes. */
    @PostMapping("/versjoner/{id}/prove")
    String tryOut(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String id,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = PURPOSE, defaultValue = "") String purpose,
            @RequestParam(name = LAST_DAY, defaultValue = "") String lastDay,
            Model model,
            HttpServletResponse response) {
        ProcessPeople.mayDesign(staff);
        Choice chosen = own.chosen(staff, municipality);
        List<VersionView> all = views.of(chosen.id());
        VersionView version = VersionViews.find(all, id);
        Map<String, String> sentences = problems(version, purpose, lastDay);
        if (!sentences.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Map<String, String> typed = Map.of(PURPOSE, purpose, LAST_DAY, lastDay);
            return show(staff, chosen, all, new Problem(id, typed, sentences), model);
        }
        trials.begin(chosen.id(), id, purpose.strip(), LocalDate.parse(lastDay), staff.userId());
        return redirect(chosen, "prove");
    }

    private Map<String, String> problems(VersionView version, String purpose, String lastDay) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!version.mayBeTried()) {
            problems.put(
                    PURPOSE,
                    "Bare versjonen som gjelder nå, kan prøves, når den ikke prøves alt og det finnes en før den.");
        } else if (purpose.isBlank()) {
            problems.put(PURPOSE, "Skriv hva dere vil finne ut.");
        } else if (purpose.strip().length() > LONGEST_TEXT) {
            problems.put(PURPOSE, "Teksten kan være på høyst %d tegn. Kort den ned.".formatted(LONGEST_TEXT));
        }
        try {
            LocalDate day = LocalDate.parse(lastDay);
            if (day.isBefore(trials.today()) || day.isAfter(trials.today().plusYears(LONGEST_TRIAL_YEARS))) {
                problems.put(LAST_DAY, "Velg en dag fra i dag til om to år.");
            }
        } catch (DateTimeParseException e) {
            problems.put(LAST_DAY, "Skriv siste dag som en dato, for eksempel 2027-03-31.");
        }
        return problems;
    }

    private static String redirect(Choice chosen, String done) {
        return "redirect:/prosesser?kommune=%s&gjort=%s".formatted(chosen.id(), done);
    }

    private static @Nullable String problem(String reason) {
        if (reason.isBlank()) {
            return "Skriv hvorfor denne versjonen ble tatt i bruk.";
        }
        return reason.strip().length() > LONGEST_TEXT
                ? "Begrunnelsen kan være på høyst %d tegn. Kort den ned.".formatted(LONGEST_TEXT)
                : null;
    }

    private String show(Staff staff, Choice chosen, List<VersionView> all, @Nullable Problem problem, Model model) {
        model.addAttribute("municipality", chosen);
        model.addAttribute("others", own.others(staff, chosen));
        model.addAttribute("designs", ProcessPeople.designs(staff));
        model.addAttribute("recent", all.stream().limit(SHOWN_AT_ONCE).toList());
        model.addAttribute("older", all.stream().skip(SHOWN_AT_ONCE).toList());
        model.addAttribute("problem", problem);
        model.addAttribute("waiting", merges.waiting(chosen.id()));
        return "staff/process-versions";
    }
}
