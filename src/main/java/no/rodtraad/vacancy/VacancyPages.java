package no.rodtraad.vacancy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The vacancies as anyone may read them. */
@Controller
class VacancyPages {

    private final Vacancies vacancies;
    private final Municipalities municipalities;

    VacancyPages(Vacancies vacancies, Municipalities municipalities) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
    }

    @GetMapping("/")
    String open(Model model) {
        model.addAttribute(
                "listings", vacancies.open().stream().map(this::listing).toList());
        return "candidate/vacancies";
    }

    @GetMapping("/stillinger")
    String list() {
        return "redirect:/";
    }

    @GetMapping("/stillinger/{slug}")
    String advert(@PathVariable String slug, Model model, HttpServletResponse response) {
        var found = vacancies.findPublic(slug);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "candidate/vacancy-unknown";
        }
        Vacancy vacancy = found.get();
        model.addAttribute("vacancy", vacancy);
        model.addAttribute(
                "municipality", municipalities.get(vacancy.caseId().tenantId()).name());
        model.addAttribute("deadline", OsloTime.longDate(vacancy.applicationDeadline()));
        model.addAttribute("open", vacancies.isOpen(vacancy));
        model.addAttribute("sections", sections(vacancy));
        return "candidate/vacancy";
    }

    private Listing listing(Vacancy vacancy) {
        return new Listing(
                vacancy.slug(),
                vacancy.title(),
                vacancy.workplace(),
                municipalities.get(vacancy.caseId().tenantId()).name(),
                vacancy.extentText(),
                OsloTime.longDate(vacancy.applicationDeadline()),
                vacancy.prolonged());
    }

    private static List<Section> sections(Vacancy vacancy) {
        return List.of(
                        new Section("Dette skal du gjøre", TextBlock.of(vacancy.duties())),
                        new Section("Dette må du ha", TextBlock.of(vacancy.requirements())),
                        new Section("Vi ser etter deg som", TextBlock.of(vacancy.qualities())),
                        new Section("Dette får du hos oss", TextBlock.of(vacancy.weOffer())),
                        new Section("Lønn", TextBlock.of(vacancy.salary())),
                        new Section("Om oss", TextBlock.of(vacancy.aboutUs())))
                .stream()
                .filter(section -> !section.blocks().isEmpty())
                .toList();
    }

    record Listing(
            String slug,
            String title,
            String workplace,
            String municipality,
            String extent,
            String deadline,
            boolean prolonged) {}

    record Section(String heading, List<TextBlock> blocks) {}
}
