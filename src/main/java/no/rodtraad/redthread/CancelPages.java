package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.CaseId;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
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

/** Calling a hiring off. It cannot be undone, so it has a page of its own. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/avlys")
class CancelPages {

    private static final String PAGE = "staff/cancel";
    private static final int LONGEST_REASON = 2_000;

    private final CaseAccess access;
    private final StaffActions actions;
    private final Vacancies vacancies;

    CancelPages(CaseAccess access, StaffActions actions, Vacancies vacancies) {
        this.access = access;
        this.actions = actions;
        this.vacancies = vacancies;
    }

    @GetMapping
    String confirm(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, Model model) {
        HiringCase hiring = open(staff, id);
        return show(hiring, "", "", null, actions.notCancellable(hiring.id()), model);
    }

    @PostMapping
    String cancel(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "grunn", defaultValue = "") String typed,
            @RequestParam(name = "sammen", defaultValue = "") String other,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        String reason = Words.clean(typed);
        @Nullable String problem = null;
        if (reason.isEmpty()) {
            problem = "Skriv hvorfor ansettelsen avlyses. Søkerne får lese det.";
        } else if (reason.length() > LONGEST_REASON) {
            problem = "Begrunnelsen kan være på høyst 2000 tegn.";
        }
        Optional<CaseId> into = others(hiring).stream()
                .map(Vacancy::caseId)
                .filter(one -> one.value().equals(other))
                .findFirst();
        if (into.isEmpty() && !other.isEmpty()) {
            problem = "Stillingen du valgte, kan ikke søkes på lenger. Velg en annen, eller la valget stå tomt.";
        }
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(hiring, reason, other, problem, actions.notCancellable(hiring.id()), model);
        }
        Optional<String> refusal = actions.cancel(staff, hiring.id(), reason, into.orElse(null));
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(hiring, reason, other, null, refusal, model);
        }
        return "redirect:/saker/" + hiring.id() + "?avlyst";
    }

    private HiringCase open(Staff staff, String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.require(staff, CaseAccess.CANCELLERS, "Bare HR og HR-leder kan avlyse en ansettelse.");
        return hiring;
    }

    /** The other positions of the municipality that one can apply for. */
    private List<Vacancy> others(HiringCase hiring) {
        return vacancies.open().stream()
                .filter(vacancy ->
                        vacancy.caseId().tenantId().equals(hiring.id().tenantId()))
                .filter(vacancy -> !vacancy.caseId().equals(hiring.id()))
                .toList();
    }

    private String show(
            HiringCase hiring,
            String reason,
            String other,
            @Nullable String problem,
            Optional<String> refusal,
            Model model) {
        model.addAttribute("caseId", hiring.id().value());
        model.addAttribute("number", hiring.id().caseNumber());
        model.addAttribute("position", hiring.title());
        model.addAttribute("reason", reason);
        model.addAttribute("others", others(hiring));
        model.addAttribute("other", other);
        model.addAttribute("problem", problem);
        model.addAttribute("refusal", refusal.orElse(null));
        return PAGE;
    }
}
