package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Withdrawals;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
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

/** HR writes down that an applicant withdraws. It cannot be undone, so it has a page of its own. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/sokere/{applicationId}/trekk")
class WithdrawalPages {

    private static final int LONGEST = 2_000;

    private final CaseAccess access;
    private final StaffActions actions;
    private final Withdrawals withdrawals;

    WithdrawalPages(CaseAccess access, StaffActions actions, Withdrawals withdrawals) {
        this.access = access;
        this.actions = actions;
        this.withdrawals = withdrawals;
    }

    @GetMapping
    String confirm(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable String applicationId,
            Model model) {
        return show(application(staff, id, applicationId), "", null, model);
    }

    @PostMapping
    String withdraw(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable String applicationId,
            @RequestParam(name = "hvordan", defaultValue = "") String typed,
            Model model,
            HttpServletResponse response) {
        ApplicationInfo application = application(staff, id, applicationId);
        String how = Words.clean(typed);
        if (how.isEmpty() || how.length() > LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(
                    application,
                    how,
                    how.isEmpty()
                            ? "Skriv hvordan dere fikk vite det, for eksempel «Ringte 3. mars»."
                            : "Teksten kan være på høyst 2000 tegn.",
                    model);
        }
        String note = actions.withdraw(staff, application, how) ? "trukket" : "ikke-trukket";
        return "redirect:/saker/%s/sokere/%s?melding=%s".formatted(id, applicationId, note);
    }

    private ApplicationInfo application(Staff staff, String id, String applicationId) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.requireApplicants(staff);
        CaseAccess.require(staff, CaseAccess.HR, "Bare HR kan skrive inn at en søker trekker seg.");
        return access.application(hiring, applicationId);
    }

    private String show(ApplicationInfo application, String how, @Nullable String problem, Model model) {
        model.addAttribute("page", "/saker/%s/sokere/%s".formatted(application.caseId(), application.id()));
        model.addAttribute("name", application.applicantName());
        model.addAttribute("possible", withdrawals.isPossible(application));
        model.addAttribute("how", how);
        model.addAttribute("problem", problem);
        return "staff/withdrawal";
    }
}
