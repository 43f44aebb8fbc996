package no.rodtraad.talentpool;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.beans.PropertyEditorSupport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.Language;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.OccupationalGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one joins the talent pool, and a member's own page behind a secret link. */
@Controller
@RequestMapping("/interessenter")
class PoolPages {

    /** In the order of the page, so that the summary of errors reads like the page. */
    private static final List<String> FIELDS =
            List.of("name", "email", "competence", "groups", "municipalities", "language", "consent");

    private static final String SAVED = "lagret";
    private static final String RENEWED = "fornyet";
    private static final Locale BOKMAAL = Locale.forLanguageTag("nb");

    private final TalentPool pool;
    private final SecretLinks links;
    private final PoolSettings settings;
    private final Municipalities municipalities;
    private final MessageSource messages;

    PoolPages(
            TalentPool pool,
            SecretLinks links,
            PoolSettings settings,
            Municipalities municipalities,
            MessageSource messages) {
        this.pool = pool;
        this.links = links;
        this.settings = settings;
        this.municipalities = municipalities;
        this.messages = messages;
    }

    @InitBinder("form")
    void trim(WebDataBinder binder) {
        binder.setAllowedFields(FIELDS.toArray(String[]::new));
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                setValue(text == null ? "" : text.replace("\u0000", "").strip());
            }
        });
    }

    @GetMapping
    String start() {
        return "redirect:/interessenter/ny";
    }

    @GetMapping("/ny")
    String form(Model model) {
        return showForm(new PoolForm(), Map.of(), model);
    }

    @PostMapping("/ny")
    String register(
            @Valid @ModelAttribute("form") PoolForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        Map<String, String> problems = problems(form, result);
        if (!form.isConsent()) {
            problems.put("consent", text("pool.consent.required"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showForm(form, problems, model);
        }
        pool.register(form);
        return "redirect:/interessenter/sendt";
    }

    @GetMapping("/sendt")
    String sent(Model model) {
        model.addAttribute("days", settings.confirmationDays());
        return "pool/sent";
    }

    @GetMapping("/slettet")
    String deleted() {
        return "pool/deleted";
    }

    @GetMapping("/{token}")
    String own(
            @PathVariable String token,
            @RequestParam(name = SAVED, required = false) @Nullable String saved,
            @RequestParam(name = RENEWED, required = false) @Nullable String renewed,
            Model model,
            HttpServletResponse response) {
        Optional<Member> member = find(token);
        if (member.isEmpty()) {
            return linkDoesNotWork(response);
        }
        if (saved != null || renewed != null) {
            model.addAttribute("said", saved != null ? SAVED : RENEWED);
        }
        return showOwn(token, member.get(), formOf(member.get()), Map.of(), model);
    }

    @PostMapping("/{token}")
    String change(
            @PathVariable String token,
            @Valid @ModelAttribute("form") PoolForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response) {
        Optional<Member> member = find(token);
        if (member.isEmpty()) {
            return linkDoesNotWork(response);
        }
        form.setEmail(member.get().email());
        Map<String, String> problems = problems(form, result);
        problems.remove("email");
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showOwn(token, member.get(), form, problems, model);
        }
        pool.change(member.get().id(), form);
        return own(token, SAVED);
    }

    @PostMapping("/{token}/samtykke")
    String consent(@PathVariable String token, HttpServletResponse response) {
        Optional<Member> member = find(token);
        member.ifPresent(found -> pool.consent(found.id()));
        return member.isEmpty() ? linkDoesNotWork(response) : own(token, RENEWED);
    }

    @PostMapping("/{token}/slett")
    String withdraw(@PathVariable String token, HttpServletResponse response) {
        Optional<Member> member = find(token);
        member.ifPresent(found -> pool.withdraw(found.id()));
        return member.isEmpty() ? linkDoesNotWork(response) : "redirect:/interessenter/slettet";
    }

    private Optional<Member> find(String token) {
        return links.resolve(Purpose.POOL, token).flatMap(pool::find);
    }

    private static String own(String token, String what) {
        return "redirect:/interessenter/%s?%s".formatted(token, what);
    }

    private static String linkDoesNotWork(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "pool/link-does-not-work";
    }

    /** The first thing wrong with each field, in the order of the page. */
    private Map<String, String> problems(PoolForm form, BindingResult result) {
        form.getGroups().removeIf(group -> OccupationalGroup.find(group).isEmpty());
        form.getMunicipalities().retainAll(settings.municipalities());
        Map<String, String> problems = new LinkedHashMap<>();
        for (String field : FIELDS) {
            result.getFieldErrors(field).stream()
                    .min(java.util.Comparator.comparingInt(PoolPages::weight))
                    .ifPresent(error -> problems.put(field, messages.getMessage(error, BOKMAAL)));
        }
        if (form.getGroups().isEmpty()) {
            problems.put("groups", text("pool.groups.required"));
        }
        if (form.getMunicipalities().isEmpty()) {
            problems.put("municipalities", text("pool.municipalities.required"));
        }
        return problems;
    }

    /** That something is missing is said before that it has the wrong shape. */
    private static int weight(FieldError error) {
        return "NotBlank".equals(error.getCode()) ? 0 : 1;
    }

    private String showForm(PoolForm form, Map<String, String> problems, Model model) {
        choices(form, problems, model);
        model.addAttribute("months", settings.consentMonths());
        model.addAttribute(
                "contacts",
                settings.municipalities().stream()
                        .map(tenant ->
                                new ContactLine(municipalities.get(tenant).name(), settings.contact(tenant)))
                        .toList());
        return "pool/register";
    }

    private String showOwn(String token, Member member, PoolForm form, Map<String, String> problems, Model model) {
        choices(form, problems, model);
        model.addAttribute("home", "/interessenter/" + token);
        model.addAttribute("confirmed", member.confirmed());
        model.addAttribute("email", member.email());
        model.addAttribute("months", settings.consentMonths());
        model.addAttribute("until", member.consentUntil() == null ? null : OsloTime.longDate(member.consentUntil()));
        return "pool/own";
    }

    private void choices(PoolForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("occupations", OccupationalGroup.values());
        model.addAttribute(
                "employers",
                settings.municipalities().stream()
                        .map(tenant ->
                                new Employer(tenant, municipalities.get(tenant).name()))
                        .toList());
        model.addAttribute("languages", Language.values());
    }

    private static PoolForm formOf(Member member) {
        var form = new PoolForm();
        form.setName(member.name());
        form.setEmail(member.email());
        form.setCompetence(member.competence());
        form.setGroups(new ArrayList<>(member.groups()));
        form.setMunicipalities(new ArrayList<>(member.municipalities()));
        form.setLanguage(member.language().tag());
        return form;
    }

    private String text(String key) {
        return messages.getMessage(key, null, BOKMAAL);
    }

    record Employer(String value, String name) {}

    record ContactLine(String municipality, PoolSettings.Contact contact) {}
}
