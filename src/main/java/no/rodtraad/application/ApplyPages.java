package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one applies, and the receipt. */
@Controller
class ApplyPages {

    private static final String FORM = "candidate/apply";
    private static final int YOUNGEST = 15;
    private static final int OLDEST = 85;

    /** In the order of the page, so that the summary of errors reads like the page. */
    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "phone",
            "birthYear",
            "gender",
            "jobTitle",
            "municipality",
            "education",
            "experience",
            "letter",
            "cv",
            "attachment",
            "source",
            "exemptionReason");

    private static final Locale BOKMAAL = Locale.forLanguageTag("nb");

    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final ReceiveApplication receive;
    private final UploadCheck uploads;
    private final MessageSource messages;
    private final Clock clock;

    ApplyPages(
            Vacancies vacancies,
            Municipalities municipalities,
            ReceiveApplication receive,
            UploadCheck uploads,
            MessageSource messages,
            Clock clock) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.receive = receive;
        this.uploads = uploads;
        this.messages = messages;
        this.clock = clock;
    }

    @InitBinder("form")
    void trim(WebDataBinder binder) {
        binder.setAllowedFields(
                "name",
                "email",
                "phone",
                "birthYear",
                "gender",
                "jobTitle",
                "municipality",
                "education",
                "experience",
                "letter",
                "source",
                "exemptionWanted",
                "exemptionReason",
                "cv",
                "attachment");
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                setValue(text == null ? "" : text.replace("\u0000", "").strip());
            }
        });
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
            problems.put("cv", text("application.upload.request"));
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        }
        return show(vacancy.get(), new ApplicationForm(), problems, model);
    }

    @PostMapping("/stillinger/{slug}/sok")
    String submit(
            @PathVariable String slug,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        Optional<Vacancy> found = vacancies.findPublic(slug);
        if (found.isEmpty()) {
            return unknown(response);
        }
        Vacancy vacancy = found.get();
        checkTogether(form, result);
        Optional<Upload> cv = upload("cv", form.getCv(), true, result);
        Optional<Upload> attachment = upload("attachment", form.getAttachment(), false, result);
        if (result.hasErrors() || cv.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(vacancy, form, problems(result), model);
        }
        return switch (receive.receive(vacancy, form, cv.get(), attachment)) {
            case RECEIVED -> "redirect:/soknad/mottatt";
            case TOO_LATE -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield show(
                        vacancy,
                        form,
                        Map.of(
                                "form",
                                text(
                                        "application.late",
                                        OsloTime.longDate(vacancy.applicationDeadline()),
                                        vacancy.contactName(),
                                        vacancy.contactPhone())),
                        model);
            }
            case HAS_APPLIED -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield show(
                        vacancy,
                        form,
                        Map.of("email", text("application.twice", vacancy.contactName(), vacancy.contactPhone())),
                        model);
            }
        };
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

    private void checkTogether(ApplicationForm form, BindingResult result) {
        if (!result.hasFieldErrors("birthYear")) {
            int age = OsloTime.dayOf(clock.instant()).getYear() - Integer.parseInt(form.getBirthYear());
            if (age < YOUNGEST || age > OLDEST) {
                reject(result, "birthYear", text("application.birthYear.invalid"));
            }
        }
        if (form.isExemptionWanted() && form.getExemptionReason().isBlank()) {
            reject(result, "exemptionReason", text("application.exemptionReason.required"));
        }
        if (!form.isExemptionWanted() && !form.getExemptionReason().isBlank()) {
            reject(result, "exemptionReason", text("application.exemptionReason.unticked"));
        }
    }

    private Optional<Upload> upload(
            String field, @Nullable MultipartFile file, boolean required, BindingResult result) {
        try {
            Optional<Upload> upload = file == null ? Optional.empty() : uploads.check(file);
            if (upload.isEmpty() && required) {
                reject(result, field, text("application.cv.required"));
            }
            return upload;
        } catch (UploadCheck.Refused e) {
            String name = file == null || file.getOriginalFilename() == null
                    ? ""
                    : UploadCheck.fileName(file.getOriginalFilename());
            reject(result, field, text(e.problem().messageKey(), name));
            return Optional.empty();
        }
    }

    private static void reject(BindingResult result, String field, String message) {
        result.addError(new FieldError("form", field, result.getRawFieldValue(field), false, null, null, message));
    }

    /** The first thing wrong with each field, in the order of the page. */
    private Map<String, String> problems(BindingResult result) {
        var problems = new LinkedHashMap<String, String>();
        for (String field : FIELDS) {
            result.getFieldErrors(field).stream()
                    .min(java.util.Comparator.comparingInt(ApplyPages::weight))
                    .ifPresent(error -> problems.put(field, messages.getMessage(error, BOKMAAL)));
        }
        return problems;
    }

    /** That something is missing is said before that it has the wrong shape. */
    private static int weight(FieldError error) {
        return "NotBlank".equals(error.getCode()) ? 0 : 1;
    }

    private String show(Vacancy vacancy, ApplicationForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("vacancy", vacancy);
        model.addAttribute(
                "municipality", municipalities.get(vacancy.caseId().tenantId()).name());
        model.addAttribute("deadline", OsloTime.longDate(vacancy.applicationDeadline()));
        model.addAttribute("genders", Gender.values());
        return FORM;
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "candidate/vacancy-unknown";
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, BOKMAAL);
    }
}
