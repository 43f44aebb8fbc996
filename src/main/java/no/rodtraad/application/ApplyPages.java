package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.messaging.Language;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one applies, and the receipt. */
@Controller
class ApplyPages {

    private static final String FORM = "candidate/apply";
    private static final String SAVE = "lagre";
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final ReceiveApplication receive;
    private final DraftActions drafts;
    private final ApplicationFormCheck check;
    private final Wishes wishes;
    private final PublicTexts texts;

    ApplyPages(
            Vacancies vacancies,
            Municipalities municipalities,
            ReceiveApplication receive,
            DraftActions drafts,
            ApplicationFormCheck check,
            Wishes wishes,
            PublicTexts texts) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.receive = receive;
        this.drafts = drafts;
        this.check = check;
        this.wishes = wishes;
        this.texts = texts;
    }

    @InitBinder("form")
    void fields(WebDataBinder binder) {
        ApplicationFormCheck.bind(binder);
    }

    @GetMapping("/stillinger/{slug}/sok")
    String form(
            @PathVariable String slug,
            @RequestParam(name = "feil", required = false) @Nullable String trouble,
            Model model,
            HttpServletResponse response) {
        Optional<Vacancy> vacancy = vacancies.findPublic(slug);
        if (vacancy.isEmpty()) {
            return unknown(response);
        }
        if (!vacancies.isOpen(vacancy.get())) {
            return "redirect:/stillinger/" + slug;
        }
        var problems = new LinkedHashMap<String, String>();
        if (UploadLimit.TOO_LARGE.equals(trouble)) {
            problems.put("cv", check.text("application.upload.request"));
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        }
        return show(vacancy.get(), new ApplicationForm(), problems, model);
    }

    @PostMapping("/stillinger/{slug}/sok")
    String submit(
            @PathVariable String slug,
            @RequestParam(name = "handling", defaultValue = "send") String action,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        Optional<Vacancy> found = vacancies.findPublic(slug);
        if (found.isEmpty()) {
            return unknown(response);
        }
        Vacancy vacancy = found.get();
        if (action.equals(SAVE)) {
            form.setCameFrom((String) model.getAttribute("channel"));
            return saveDraft(vacancy, form, result, model, response);
        }
        check.checkTogether(form, result);
        Optional<Upload> cv = check.cv(form, result);
        List<Upload> attachments = check.attachments(form.getAttachments(), 0, result);
        if (cv.isEmpty()) {
            check.cvIsMissing(result);
        }
        List<Vacancy> inOrder = check.wishes(vacancy, form, result);
        if (result.hasErrors() || cv.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(vacancy, form, check.problems(result), model);
        }
        Optional<ReceiveApplication.Refusal> refusal = receive.receive(inOrder, form, cv.get(), attachments);
        if (refusal.isEmpty()) {
            return "redirect:/soknad/mottatt";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(vacancy, form, check.refusal(refusal.get(), vacancy), model);
    }

    private String saveDraft(
            Vacancy vacancy, ApplicationForm form, BindingResult result, Model model, HttpServletResponse response) {
        Optional<Upload> cv = check.cv(form, result);
        List<Upload> attachments = check.attachments(form.getAttachments(), 0, result);
        Map<String, String> problems = check.problemsOfDraft(result);
        if (!vacancies.isOpen(vacancy)) {
            problems.put("form", check.late(vacancy));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(vacancy, form, problems, model);
        }
        return "redirect:/soknad/kladd/" + drafts.begin(vacancy, form, cv, attachments) + "?melding=begynt";
    }

    @GetMapping("/soknad/mottatt")
    String received() {
        return "candidate/received";
    }

    /** What the container itself could not take apart: larger than anything we would read, or broken on the way. */
    @ExceptionHandler(MultipartException.class)
    ModelAndView tooLarge(jakarta.servlet.http.HttpServletRequest request) {
        var page = new ModelAndView("candidate/too-large", HttpStatus.PAYLOAD_TOO_LARGE);
        page.addObject("again", request.getRequestURI());
        return page;
    }

    private String show(Vacancy vacancy, ApplicationForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("vacancy", vacancy);
        model.addAttribute(
                "municipality", municipalities.get(vacancy.caseId().tenantId()).name());
        model.addAttribute("deadline", texts.date(vacancy.applicationDeadline()));
        model.addAttribute("genders", Gender.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("mostAttachments", check.mostAttachments());
        wishes.describe(vacancy, form, model);
        return FORM;
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "candidate/vacancy-unknown";
    }
}
