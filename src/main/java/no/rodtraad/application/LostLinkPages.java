package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import no.rodtraad.vacancy.PublicTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** «Jeg har mistet lenken». The answer is the same for every address. */
@Controller
@RequestMapping("/soknad/ny-lenke")
class LostLinkPages {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final LostLinks lostLinks;
    private final PublicTexts texts;

    LostLinkPages(LostLinks lostLinks, PublicTexts texts) {
        this.lostLinks = lostLinks;
        this.texts = texts;
    }

    @GetMapping
    String form(Model model) {
        return show("", null, model);
    }

    @PostMapping
    String ask(
            @RequestParam(name = "epost", defaultValue = "") String typed, Model model, HttpServletResponse response) {
        String email = typed.strip();
        if (email.length() > LONGEST || !ADDRESS.matcher(email).matches()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(typed, texts.get("lost.problem"), model);
        }
        lostLinks.ask(email);
        return "redirect:/soknad/ny-lenke/sendt";
    }

    @GetMapping("/sendt")
    String sent() {
        return "candidate/lost-link-sent";
    }

    private static String show(String typed, @Nullable String problem, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        return "candidate/lost-link";
    }
}
