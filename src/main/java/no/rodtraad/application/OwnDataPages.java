package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.CandidatePages.Candidate;
import no.rodtraad.messaging.Language;
import no.rodtraad.vacancy.PublicTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where candidates correct what we have about them, and take a copy of it. */
@Controller
@RequestMapping("/soknad/{token}")
class OwnDataPages extends OwnPages {

    private static final String REMOVE = "fjern:";

    private final Corrections corrections;
    private final Applications applications;
    private final OwnData ownData;
    private final ApplicationFormCheck check;
    private final PublicTexts texts;

    OwnDataPages(
            CandidateDoor door,
            Corrections corrections,
            Applications applications,
            OwnData ownData,
            ApplicationFormCheck check,
            PublicTexts texts) {
        super(door);
        this.corrections = corrections;
        this.applications = applications;
        this.ownData = ownData;
        this.check = check;
        this.texts = texts;
    }

    @InitBinder("form")
    void fields(WebDataBinder binder) {
        ApplicationFormCheck.bind(binder);
    }

    @GetMapping("/endre")
    String correction(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "melding", required = false) @Nullable String note,
            @RequestParam(name = "feil", required = false) @Nullable String trouble,
            Model model,
            HttpServletResponse response) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (UploadLimit.TOO_LARGE.equals(trouble)) {
            problems.put(ApplicationFormCheck.CV, check.text("application.upload.request"));
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        }
        model.addAttribute("saved", "lagret".equals(note));
        ApplicationInfo application = candidate.application();
        return show(
                candidate, ApplicationForm.of(application, applications.languageOf(application.id())), problems, model);
    }

    @PostMapping("/endre")
    String correct(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "handling", defaultValue = "lagre") String action,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        check.checkTogether(form, result);
        Map<String, String> problems = corrections.isOpen(candidate.application())
                ? correctAll(candidate, action, form, result)
                : correctPerson(candidate, form, result);
        if (problems.isEmpty()) {
            return "redirect:" + candidate.home() + "/endre?melding=lagret";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(candidate, form, problems, model);
    }

    @GetMapping("/mine-data.zip")
    ResponseEntity<byte[]> download(@ModelAttribute("candidate") Candidate candidate) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mine-data.zip")
                                .build()
                                .toString())
                .body(ownData.zip(candidate));
    }

    private Map<String, String> correctPerson(Candidate candidate, ApplicationForm form, BindingResult result) {
        Map<String, String> problems = check.problemsOfPerson(result);
        if (problems.isEmpty()) {
            corrections.correctPerson(candidate.application(), form);
        }
        return problems;
    }

    private Map<String, String> correctAll(
            Candidate candidate, String action, ApplicationForm form, BindingResult result) {
        List<SentFile> files = files(candidate);
        Optional<Upload> cv = check.cv(form, result);
        List<UUID> removed = new ArrayList<>();
        files.stream()
                .filter(file -> file.isCv() ? cv.isPresent() : action.equals(REMOVE + file.id()))
                .forEach(file -> removed.add(file.id()));
        long kept = files.stream()
                .filter(file -> !file.isCv() && !removed.contains(file.id()))
                .count();
        List<Upload> attachments = check.attachments(form.getAttachments(), (int) kept, result);
        Map<String, String> problems = check.problems(result);
        if (problems.isEmpty()) {
            corrections.correctPerson(candidate.application(), form);
            corrections.correct(candidate.application(), form, cv, attachments, removed);
        }
        return problems;
    }

    private String show(Candidate candidate, ApplicationForm form, Map<String, String> problems, Model model) {
        List<SentFile> files = files(candidate);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("open", corrections.isOpen(candidate.application()));
        model.addAttribute("deadline", texts.date(candidate.vacancy().applicationDeadline()));
        model.addAttribute("files", files);
        model.addAttribute(
                "room",
                check.mostAttachments()
                        - files.stream().filter(file -> !file.isCv()).count());
        model.addAttribute("genders", Gender.values());
        model.addAttribute("languages", Language.values());
        return "candidate/correct";
    }

    private List<SentFile> files(Candidate candidate) {
        return corrections.files(candidate.id()).stream().map(SentFile::of).toList();
    }
}
