package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.CaseVariants;
import no.rodtraad.process.CaseVariants.Followed;
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

/** Choosing another variant of the hiring for a case whose plan is not set. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/variant")
class VariantPages {

    private static final String PAGE = "staff/variant";

    private final CaseAccess access;
    private final CaseVariants variants;
    private final StaffActions actions;

    VariantPages(CaseAccess access, CaseVariants variants, StaffActions actions) {
        this.access = access;
        this.variants = variants;
        this.actions = actions;
    }

    @GetMapping
    String choose(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, Model model) {
        HiringCase hiring = open(staff, id);
        Followed followed = followed(hiring);
        return show(hiring, followed, followed.variant().id(), null, model);
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "variant", defaultValue = "") String variant,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        Followed followed = followed(hiring);
        if (!followed.mayChange()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(hiring, followed, variant, null, model);
        }
        if (!followed.offers(variant)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(hiring, followed, variant, "Velg en av variantene i listen.", model);
        }
        actions.changeVariant(staff, hiring.id(), variant);
        return "redirect:/saker/" + hiring.id() + "?variant";
    }

    private HiringCase open(Staff staff, String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.require(staff, CaseAccess.HR, "Bare HR og HR-leder kan bytte variant.");
        return hiring;
    }

    private Followed followed(HiringCase hiring) {
        return variants.of(hiring.id())
                .orElseThrow(() -> new NotHere("Saken begynte før det fantes varianter, og følger den ordinære."));
    }

    private static String show(
            HiringCase hiring, Followed followed, String chosen, @Nullable String problem, Model model) {
        model.addAttribute("caseId", hiring.id().value());
        model.addAttribute("number", hiring.id().caseNumber());
        model.addAttribute("position", hiring.title());
        model.addAttribute("followed", followed);
        model.addAttribute("chosen", chosen);
        model.addAttribute("problem", problem);
        return PAGE;
    }
}
