package no.rodtraad.application;

import java.util.List;
import no.rodtraad.application.CandidatePages.Candidate;
import no.rodtraad.retention.Retention;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The candidate asks to have the application deleted; one that is under way is withdrawn with it. */
@Controller
@RequestMapping("/soknad/{token}/slett")
class ErasePages extends OwnPages {

    private final CandidateActions actions;
    private final SentTogether together;
    private final Retention retention;

    ErasePages(CandidateDoor door, CandidateActions actions, SentTogether together, Retention retention) {
        super(door);
        this.actions = actions;
        this.together = together;
        this.retention = retention;
    }

    @GetMapping
    String page(@ModelAttribute("candidate") Candidate candidate, Model model) {
        ApplicationInfo sent = candidate.application();
        model.addAttribute("sent", sent);
        model.addAttribute("home", candidate.home());
        model.addAttribute("vacancy", candidate.vacancy());
        model.addAttribute("underWay", sent.underWay());
        model.addAttribute("hired", candidate.isHired());
        model.addAttribute("waitsForAnswer", sent.withdrawn() && sent.answeredAt() == null);
        model.addAttribute("requested", retention.isRequested(sent.id()));
        model.addAttribute(
                "others",
                together.others(sent).stream()
                        .filter(other ->
                                !retention.isRequested(other.application().id()))
                        .toList());
        return "candidate/erase";
    }

    @PostMapping
    String erase(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "ogsaa", defaultValue = "") List<String> wishes) {
        together.others(candidate.application(), wishes).forEach(other -> erase(other.application()));
        erase(candidate.application());
        return "redirect:" + candidate.home() + "/slett";
    }

    private void erase(ApplicationInfo sent) {
        if (sent.underWay()) {
            actions.withdraw(sent, null);
        }
        retention.request(sent.id());
    }
}
