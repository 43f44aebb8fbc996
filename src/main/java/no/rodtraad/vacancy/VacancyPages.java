package no.rodtraad.vacancy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.Municipalities.Municipality;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The vacancies as anyone may read them. */
@Controller
class VacancyPages {

    private static final int MOST_OTHERS = 3;

    private final Vacancies vacancies;
    private final VacancySearch search;
    private final PublicPlan plan;
    private final Municipalities municipalities;
    private final PublicAddresses addresses;
    private final PublicTexts texts;
    private final Clock clock;

    VacancyPages(
            Vacancies vacancies,
            VacancySearch search,
            PublicPlan plan,
            Municipalities municipalities,
            PublicAddresses addresses,
            PublicTexts texts,
            Clock clock) {
        this.vacancies = vacancies;
        this.search = search;
        this.plan = plan;
        this.municipalities = municipalities;
        this.addresses = addresses;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/")
    String open(@RequestParam Map<String, String> parameters, Model model) {
        VacancySearch.Result result = search.find(parameters);
        VacancyQuery query = result.query();
        model.addAttribute("search", result);
        model.addAttribute("heading", heading(result));
        model.addAttribute("listings", listings(result.found()));
        model.addAttribute("longestText", VacancyQuery.LONGEST_TEXT);
        model.addAttribute("feed", query.address(VacancyFeeds.FEED));
        model.addAttribute(
                "head",
                new PageHead(
                        texts.get("vacancies.title"),
                        texts.get("vacancies.description"),
                        "/",
                        addresses.of("/"),
                        addresses.inEnglish("/"),
                        !query.narrows(),
                        addresses.of(query.address(VacancyFeeds.FEED)),
                        null));
        return "candidate/vacancies";
    }

    @GetMapping("/stillinger")
    String list() {
        return "redirect:/";
    }

    @GetMapping("/stillinger/{slug}")
    String advert(@PathVariable String slug, Model model, HttpServletResponse response) {
        Optional<Vacancy> found = vacancies.findPublic(slug);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "candidate/vacancy-unknown";
        }
        Vacancy vacancy = found.get();
        Municipality municipality = municipalities.get(vacancy.caseId().tenantId());
        boolean open = vacancies.isOpen(vacancy);
        model.addAttribute("vacancy", vacancy);
        model.addAttribute("municipality", municipality.name());
        model.addAttribute("open", open);
        model.addAttribute("head", head(vacancy, municipality, open));
        if (!open) {
            model.addAttribute("others", listings(others(vacancy)));
        }
        if (!open && withdrawn(vacancy)) {
            response.setStatus(HttpStatus.GONE.value());
            return "candidate/vacancy-withdrawn";
        }
        model.addAttribute("deadline", texts.date(vacancy.applicationDeadline()));
        model.addAttribute("daysLeft", daysLeft(vacancy));
        model.addAttribute("extent", texts.extent(vacancy));
        model.addAttribute("sections", AdvertSection.of(vacancy, texts));
        model.addAttribute("plan", plan.of(vacancy));
        return "candidate/vacancy";
    }

    /** Taken back by HR, or by a hiring that was cancelled before the deadline. */
    private boolean withdrawn(Vacancy vacancy) {
        return vacancy.state() == Vacancy.State.WITHDRAWN || clock.instant().isBefore(vacancy.closesAt());
    }

    private PageHead head(Vacancy vacancy, Municipality municipality, boolean open) {
        String address = addresses.of(vacancy);
        return new PageHead(
                "%s – %s".formatted(vacancy.title(), municipality.name()),
                PageHead.description(vacancy.introduction()),
                PublicAddresses.path(vacancy),
                address,
                addresses.inEnglish(PublicAddresses.path(vacancy)),
                open,
                addresses.of(VacancyFeeds.FEED),
                open ? JobPosting.of(vacancy, municipality, address, texts) : null);
    }

    /** Open ones that are most like it: the same occupation first, then the same municipality. */
    private List<Vacancy> others(Vacancy vacancy) {
        return vacancies.open().stream()
                .filter(other -> !other.caseId().equals(vacancy.caseId()))
                .sorted((one, two) -> Integer.compare(likeness(two, vacancy), likeness(one, vacancy)))
                .limit(MOST_OTHERS)
                .toList();
    }

    private static int likeness(Vacancy one, Vacancy two) {
        int occupation = one.occupationalGroup().equals(two.occupationalGroup()) ? 2 : 0;
        int municipality = one.caseId().tenantId().equals(two.caseId().tenantId()) ? 1 : 0;
        return occupation + municipality;
    }

    private String heading(VacancySearch.Result result) {
        return texts.get(
                result.query().narrows() ? "vacancies.found" : "vacancies.open",
                result.found().size());
    }

    private List<Listing> listings(List<Vacancy> found) {
        return found.stream().map(this::listing).toList();
    }

    private Listing listing(Vacancy vacancy) {
        return new Listing(
                vacancy.slug(),
                vacancy.title(),
                vacancy.workplace(),
                municipalities.get(vacancy.caseId().tenantId()).name(),
                texts.extent(vacancy),
                texts.date(vacancy.applicationDeadline()),
                daysLeft(vacancy),
                vacancy.prolonged());
    }

    private @Nullable String daysLeft(Vacancy vacancy) {
        return texts.daysLeft(OsloTime.dayOf(clock.instant()), vacancy.applicationDeadline());
    }

    /** @param daysLeft «12 dager igjen»; null when the deadline is past */
    record Listing(
            String slug,
            String title,
            String workplace,
            String municipality,
            String extent,
            String deadline,
            @Nullable String daysLeft,
            boolean prolonged) {}
}
