package no.rodtraad.variant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.OwnMunicipality.Choice;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.insight.CaseFigures;
import no.rodtraad.insight.CaseFigures.Figures;
import no.rodtraad.process.CaseHistory;
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

/** How the cases of a version that is tried have gone, beside those of another, and what the municipality concludes. */
@Controller
@StaffPage
@RequestMapping("/prosesser/versjoner/{id}")
class TrialPages {

    private static final String CONCLUSION = "konklusjon";
    private static final String CHOICE = "valg";
    private static final String KEEP = "behold";
    private static final String GO_BACK = "tilbake";

    private final OwnMunicipality own;
    private final VersionViews views;
    private final Trials trials;
    private final CaseHistory history;
    private final CaseFigures figures;

    TrialPages(OwnMunicipality own, VersionViews views, Trials trials, CaseHistory history, CaseFigures figures) {
        this.own = own;
        this.views = views;
        this.trials = trials;
        this.history = history;
        this.figures = figures;
    }

    /**
     * @param all the municipality's versions, newest first
     * @param before the one it came after
     */
    private record Tried(Choice municipality, List<VersionView> all, VersionView version, VersionView before) {}

    @GetMapping("/evaluering")
    String evaluate(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String id,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "med", defaultValue = "") String with,
            Model model) {
        ProcessPeople.mayRead(staff);
        Tried tried = tried(staff, id, municipality);
        return show(staff, tried, with, Map.of(), Map.of(), model);
    }

    @PostMapping("/konklusjon")
    String conclude(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String id,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = CONCLUSION, defaultValue = "") String conclusion,
            @RequestParam(name = CHOICE, defaultValue = "") String choice,
            Model model,
            HttpServletResponse response) {
        ProcessPeople.mayDesign(staff);
        Tried tried = tried(staff, id, municipality);
        Map<String, String> problems = problems(tried.version(), conclusion, choice);
        Map<String, String> typed = Map.of(CONCLUSION, conclusion, CHOICE, choice);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(staff, tried, "", typed, problems, model);
        }
        try {
            if (!concluded(staff, tried, conclusion.strip(), choice.equals(KEEP))) {
                throw new NotHere("Prøven er avsluttet av en annen. Se konklusjonen på siden med versjoner.");
            }
            return "redirect:/prosesser?kommune=%s&gjort=konklusjon"
                    .formatted(tried.municipality().id());
        } catch (ReleaseRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", e.findings());
            return show(staff, tried, "", typed, Map.of(), model);
        }
    }

    private boolean concluded(Staff staff, Tried tried, String conclusion, boolean keep) {
        String versionId = tried.version().id();
        return keep
                ? trials.keep(versionId, conclusion, staff.userId())
                : trials.goBack(
                        tried.municipality().id(),
                        versionId,
                        tried.before().id(),
                        conclusion,
                        new Deployer(staff.userId(), staff.groups(), staff.tenants()));
    }

    private static Map<String, String> problems(VersionView version, String conclusion, String choice) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (conclusion.isBlank()) {
            problems.put(CONCLUSION, "Skriv hva dere fant ut.");
        } else if (conclusion.strip().length() > VersionsPage.LONGEST_TEXT) {
            problems.put(
                    CONCLUSION,
                    "Konklusjonen kan være på høyst %d tegn. Kort den ned.".formatted(VersionsPage.LONGEST_TEXT));
        }
        if (choice.equals(GO_BACK) && !version.inForce()) {
            problems.put(CHOICE, "En annen versjon gjelder nå. Gå eventuelt tilbake på siden med versjoner.");
        } else if (!List.of(KEEP, GO_BACK).contains(choice)) {
            problems.put(CHOICE, "Velg om dere beholder versjonen eller går tilbake.");
        }
        return problems;
    }

    private Tried tried(Staff staff, String id, String municipality) {
        Choice chosen = own.chosen(staff, municipality);
        List<VersionView> all = views.of(chosen.id());
        VersionView version = VersionViews.find(all, id);
        if (version.trial() == null) {
            throw new NotHere("Denne versjonen er ikke prøvd. Du kan starte en prøve på siden med versjoner.");
        }
        @Nullable String before = version.before();
        if (before == null) {
            throw new NotHere("Versjonene før denne er slettet, så det er ingenting å sammenligne med.");
        }
        return new Tried(chosen, all, version, VersionViews.find(all, before));
    }

    private String show(
            Staff staff,
            Tried tried,
            String with,
            Map<String, String> typed,
            Map<String, String> problems,
            Model model) {
        VersionView other = with.isEmpty() ? tried.before() : VersionViews.find(tried.all(), with);
        Figures these = figures(tried, tried.version());
        Figures those = figures(tried, other);
        model.addAttribute("municipality", tried.municipality());
        model.addAttribute("version", tried.version());
        model.addAttribute("before", tried.before());
        model.addAttribute("other", other);
        model.addAttribute(
                "others",
                tried.all().stream()
                        .filter(version -> !version.id().equals(tried.version().id()))
                        .toList());
        model.addAttribute("rows", EvaluationTable.of(these, those));
        model.addAttribute("tooFew", these.isTooFew() || those.isTooFew());
        model.addAttribute("fewest", CaseFigures.FEWEST);
        model.addAttribute("designs", ProcessPeople.designs(staff));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "staff/process-evaluation";
    }

    private Figures figures(Tried tried, VersionView version) {
        return figures.of(history.begunUnder(tried.municipality().id(), version.id()));
    }
}
