package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.Language;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
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

/** The page on which one goes on with an application that is not sent yet. */
@Controller
class DraftPages {

    private static final String HOME = "/soknad/kladd/";
    private static final String SEND = "send";
    private static final String REMOVE = "fjern:";

    private final SecretLinks links;
    private final Drafts drafts;
    private final DraftActions actions;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final ApplicationFormCheck check;
    private final Wishes wishes;
    private final PublicTexts texts;
    private final int daysKept;

    DraftPages(
            SecretLinks links,
            Drafts drafts,
            DraftActions actions,
            Vacancies vacancies,
            Municipalities municipalities,
            ApplicationFormCheck check,
            Wishes wishes,
            PublicTexts texts,
            @Value("${rodtraad.drafts.keep-days:14}") int daysKept) {
        this.links = links;
        this.drafts = drafts;
        this.actions = actions;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.check = check;
        this.wishes = wishes;
        this.texts = texts;
        this.daysKept = daysKept;
    }

    /** A link that was never made, or to a draft that is sent or deleted. */
    static final class DraftIsGone extends RuntimeException {}

    @InitBinder("form")
    void fields(WebDataBinder binder) {
        ApplicationFormCheck.bind(binder);
    }

    @ExceptionHandler(DraftIsGone.class)
    String isGone(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "candidate/draft-gone";
    }

    @GetMapping(HOME + "{token}")
    String draft(
            @PathVariable String token,
            @RequestParam(name = "melding", required = false) @Nullable String note,
            @RequestParam(name = "feil", required = false) @Nullable String trouble,
            Model model,
            HttpServletResponse response) {
        Draft draft = open(token, response);
        Map<String, String> problems = new LinkedHashMap<>();
        if (UploadLimit.TOO_LARGE.equals(trouble)) {
            problems.put(ApplicationFormCheck.CV, check.text("application.upload.request"));
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        }
        wishes.closed(vacancies.get(draft.caseId()), draft.form())
                .ifPresent(problem -> problems.put(Wishes.FIELD, problem));
        model.addAttribute("note", note(note, draft));
        return show(token, draft, draft.form(), problems, model);
    }

    @PostMapping(HOME + "{token}")
    String change(
            @PathVariable String token,
            @RequestParam(name = "handling", defaultValue = SEND) String action,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        Draft draft = open(token, response);
        Vacancy vacancy = vacancies.get(draft.caseId());
        form.setCameFrom(draft.form().getCameFrom());
        actions.save(
                draft,
                result.hasFieldErrors("name") ? draft.name() : form.getName(),
                result.hasFieldErrors("email") ? draft.email() : form.getEmail(),
                form);
        removeFile(draft, action);
        keepFiles(draft, vacancy, form, result);
        if (action.equals(SEND)) {
            return send(token, draft, vacancy, form, result, model, response);
        }
        Map<String, String> problems = check.problemsOfDraft(result);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(token, draft, form, problems, model);
        }
        return "redirect:%s%s?melding=%s"
                .formatted(HOME, token, draft.email().equals(form.getEmail()) ? "lagret" : "ny-adresse");
    }

    @GetMapping(HOME + "{token}/slett")
    String deletion(@PathVariable String token, Model model, HttpServletResponse response) {
        Draft draft = open(token, response);
        model.addAttribute("home", HOME + token);
        model.addAttribute("vacancy", vacancies.get(draft.caseId()));
        return "candidate/draft-delete";
    }

    @PostMapping(HOME + "{token}/slett")
    String delete(@PathVariable String token, HttpServletResponse response) {
        actions.delete(open(token, response).id());
        return "redirect:/soknad/kladd-slettet";
    }

    @GetMapping("/soknad/kladd-slettet")
    String deleted() {
        return "candidate/draft-deleted";
    }

    private Draft open(String token, HttpServletResponse response) {
        // the address is the key: it must not lie in caches or search engines
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        return links.resolve(Purpose.DRAFT, token)
                .map(ApplicationId::new)
                .flatMap(drafts::find)
                .orElseThrow(DraftIsGone::new);
    }

    private void removeFile(Draft draft, String action) {
        if (!action.startsWith(REMOVE)) {
            return;
        }
        String file = action.substring(REMOVE.length());
        actions.files(draft.id()).stream()
                .map(StoredDocument.Info::id)
                .filter(id -> id.toString().equals(file))
                .forEach(id -> actions.removeFile(draft.id(), id));
    }

    private void keepFiles(Draft draft, Vacancy vacancy, ApplicationForm form, BindingResult result) {
        Files kept = files(draft);
        Optional<Upload> cv = kept.cv().isEmpty() ? check.cv(form, result) : Optional.empty();
        List<Upload> attachments =
                check.attachments(form.getAttachments(), kept.attachments().size(), result);
        actions.keep(vacancy, draft.id(), cv, attachments);
    }

    private String send(
            String token,
            Draft draft,
            Vacancy vacancy,
            ApplicationForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        check.checkTogether(form, result);
        if (files(draft).cv().isEmpty()) {
            check.cvIsMissing(result);
        }
        List<Vacancy> inOrder = check.wishes(vacancy, form, result);
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(token, draft, form, check.problems(result), model);
        }
        Optional<ReceiveApplication.Refusal> refusal = actions.send(draft, vacancy, inOrder, form);
        if (refusal.isEmpty()) {
            return "redirect:/soknad/mottatt";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(token, draft, form, check.refusal(refusal.get(), vacancy), model);
    }

    private String show(String token, Draft draft, ApplicationForm form, Map<String, String> problems, Model model) {
        Vacancy vacancy = vacancies.get(draft.caseId());
        Files files = files(draft);
        model.addAttribute("home", HOME + token);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("vacancy", vacancy);
        model.addAttribute("open", vacancies.isOpen(vacancy));
        model.addAttribute(
                "municipality", municipalities.get(draft.caseId().tenantId()).name());
        model.addAttribute("deadline", texts.date(vacancy.applicationDeadline()));
        model.addAttribute(
                "deletedOn", texts.shortDate(vacancy.applicationDeadline().plusDays(daysKept + 1L)));
        model.addAttribute("files", files.all());
        model.addAttribute("hasCv", !files.cv().isEmpty());
        model.addAttribute("room", check.mostAttachments() - files.attachments().size());
        model.addAttribute("genders", Gender.values());
        model.addAttribute("languages", Language.values());
        wishes.describe(vacancy, form, model);
        return "candidate/draft";
    }

    private Files files(Draft draft) {
        return new Files(actions.files(draft.id()).stream().map(SentFile::of).toList());
    }

    private record Files(List<SentFile> all) {

        List<SentFile> cv() {
            return all.stream().filter(SentFile::isCv).toList();
        }

        List<SentFile> attachments() {
            return all.stream().filter(file -> !file.isCv()).toList();
        }
    }

    /** A note is named in the address and written here, so that nobody can put words on the page. */
    private @Nullable String note(@Nullable String name, Draft draft) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "begynt" -> texts.get("draft.note.begun", draft.email());
            case "lagret" -> texts.get("draft.note.saved");
            case "ny-adresse" -> texts.get("draft.note.newAddress", draft.email());
            default -> null;
        };
    }
}
