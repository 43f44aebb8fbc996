package no.rodtraad.application;

import no.rodtraad.application.CandidatePages.Candidate;
import no.rodtraad.retention.Retention;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The candidate asks to have the application deleted; one that is under way is withdrawn with it. */
@Controller
@RequestMapping("/soknad/{token}/slett")
class ErasePages extends OwnPages {

    private final CandidateActions actions;
    private final Retention retention;

    ErasePages(CandidateDoor door, CandidateActions actions, Retention retention) {
        super(door);
        this.actions = actions;
        this.retention = retention;
    }

    @GetMapping
    String page(@ModelAttribute("candidate") Candidate candidate, Model model) {
        ApplicationInfo sent = candidate.application();
        model.addAttribute("sent", sent);
        model.addAttribute("home", candidate.home());
        model.addAttribute("vacancy", candidate.vacancy());
        model.addAttribute("underWay", isUnderWay(sent));
        model.addAttribute("hired", candidate.isHired());
        model.addAttribute("waitsForAnswer", sent.withdrawn() && sent.answeredAt() == null);
        model.addAttribute("requested", retention.isRequested(sent.id()));
        return "candidate/erase";
    }

    @PostMapping
    String erase(@ModelAttribute("candidate") Candidate candidate) {
        if (isUnderWay(candidate.application())) {
            actions.withdraw(candidate.application(), null);
        }
        retention.request(candidate.id());
        return "redirect:" + candidate.home() + "/slett";
    }

    private static boolean isUnderWay(ApplicationInfo sent) {
        return sent.outcome() == null && sent.answeredAt() == null;
    }
}
