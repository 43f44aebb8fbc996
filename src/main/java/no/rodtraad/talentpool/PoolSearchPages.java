package no.rodtraad.talentpool;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.OccupationalGroup;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where HR and managers look for people in the talent pool and invite them to apply. */
@Controller
@StaffPage
@RequestMapping("/saker/interessenter")
class PoolSearchPages {

    private static final List<String> READERS = List.of("hr", "hrLead", "manager");

    private final TalentPool pool;
    private final Notices notices;
    private final Vacancies vacancies;
    private final Municipalities municipalities;

    PoolSearchPages(TalentPool pool, Notices notices, Vacancies vacancies, Municipalities municipalities) {
        this.pool = pool;
        this.notices = notices;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
    }

    @GetMapping
    String search(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "yrke", defaultValue = "") String group,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "invitert", required = false) @Nullable Integer invited,
            Model model) {
        model.addAttribute("invited", invited);
        return show(staff, group, words, Set.of(), "", null, model);
    }

    @PostMapping("/inviter")
    String invite(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "sak", defaultValue = "") String caseId,
            @RequestParam(name = "medlem", defaultValue = "") Set<String> chosen,
            @RequestParam(name = "yrke", defaultValue = "") String group,
            @RequestParam(name = "q", defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        Optional<Vacancy> vacancy = openVacancies(staff).stream()
                .filter(open -> open.caseId().value().equals(caseId))
                .findFirst();
        List<UUID> members = pool.search(tenants(staff), "", List.of()).stream()
                .map(Member::id)
                .filter(id -> chosen.contains(id.toString()))
                .toList();
        if (vacancy.isEmpty() || members.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            String problem = vacancy.isEmpty()
                    ? "Velg stillingen de skal inviteres til. Bare stillinger som er lyst ut nå, kan velges."
                    : "Kryss av for minst én du vil invitere.";
            return show(staff, group, words, chosen, caseId, problem, model);
        }
        return "redirect:/saker/interessenter?invitert="
                + notices.invite(vacancy.get().caseId(), members);
    }

    private String show(
            Staff staff,
            String group,
            String words,
            Set<String> chosen,
            String caseId,
            @Nullable String problem,
            Model model) {
        List<Row> found = pool.search(tenants(staff), group, split(words)).stream()
                .map(PoolSearchPages::row)
                .toList();
        model.addAttribute("people", found);
        model.addAttribute("occupations", OccupationalGroup.values());
        model.addAttribute("vacancies", openVacancies(staff));
        model.addAttribute("group", group);
        model.addAttribute("words", words);
        model.addAttribute("chosen", chosen);
        model.addAttribute("chosenCase", caseId);
        model.addAttribute("problem", problem);
        return "pool/search";
    }

    /** @param until last day the consent holds */
    record Row(String id, String name, String email, String competence, String groups, String until) {}

    private static Row row(Member member) {
        return new Row(
                member.id().toString(),
                member.name(),
                member.email(),
                member.competence(),
                member.groups().stream().map(OccupationalGroup::labelOf).collect(Collectors.joining(", ")),
                member.consentUntil() == null ? "" : OsloTime.date(member.consentUntil()));
    }

    private List<Vacancy> openVacancies(Staff staff) {
        Collection<String> tenants = tenants(staff);
        return vacancies.open().stream()
                .filter(vacancy -> tenants.contains(vacancy.caseId().tenantId()))
                .toList();
    }

    private Collection<String> tenants(Staff staff) {
        if (!staff.isIn(READERS)) {
            throw new NotYours("Interessentene kan leses av HR, HR-leder og leder.");
        }
        return staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.replace("\u0000", "").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
