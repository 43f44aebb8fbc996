package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.TextBook;
import no.rodtraad.messaging.TextBook.Preview;
import no.rodtraad.messaging.TextRefused;
import no.rodtraad.process.OsloTime;
import no.rodtraad.redthread.TextPlaces.Here;
import no.rodtraad.vacancy.TextBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The texts to candidates, rewritten by people for a case, their municipality or their region. */
@Controller
@StaffPage
class TextPages {

    private final TextBook texts;
    private final TextPlaces places;
    private final CaseAccess access;
    private final Applications applications;
    private final StaffDirectory directory;

    TextPages(
            TextBook texts, TextPlaces places, CaseAccess access, Applications applications, StaffDirectory directory) {
        this.texts = texts;
        this.places = places;
        this.access = access;
        this.applications = applications;
        this.directory = directory;
    }

    @GetMapping("/saker/tekster")
    String all(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "lag", defaultValue = "") String layer,
            @RequestParam(name = "sprak", defaultValue = "nb") String language,
            Model model) {
        return list(places.ofMunicipality(staff, layer), language(language), model);
    }

    @GetMapping("/saker/{caseId}/tekster")
    String allOfCase(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "sprak", defaultValue = "nb") String language,
            Model model) {
        return list(places.ofCase(staff, id), language(language), model);
    }

    @GetMapping("/saker/tekster/{code}")
    String one(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("code") String code,
            @RequestParam(name = "lag", defaultValue = "") String layer,
            @RequestParam(name = "sprak", defaultValue = "nb") String language,
            @RequestParam(name = "lagret", required = false) @Nullable String saved,
            Model model) {
        return open(places.ofMunicipality(staff, layer), code, language(language), saved, model);
    }

    @GetMapping("/saker/{caseId}/tekster/{code}")
    String oneOfCase(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable("code") String code,
            @RequestParam(name = "sprak", defaultValue = "nb") String language,
            @RequestParam(name = "lagret", required = false) @Nullable String saved,
            Model model) {
        return open(places.ofCase(staff, id), code, language(language), saved, model);
    }

    @PostMapping("/saker/tekster/{code}")
    String change(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("code") String code,
            @RequestParam(name = "lag", defaultValue = "") String layer,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        return change(places.ofMunicipality(staff, layer), staff, code, typed, model, response);
    }

    @PostMapping("/saker/{caseId}/tekster/{code}")
    String changeOfCase(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable("code") String code,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        return change(places.ofCase(staff, id), staff, code, typed, model, response);
    }

    /**
     * What the form sends.
     *
     * @param gjor {@code lagre}, {@code vis} or {@code tilbake}
     * @param soker whose data the preview uses; empty for made-up ones
     */
    record Typed(
            @Nullable String sprak,
            @Nullable String emne,
            @Nullable String innhold,
            @Nullable String gjor,
            @Nullable String soker) {

        String subject() {
            return Words.clean(emne == null ? "" : emne);
        }

        String body() {
            return innhold == null ? "" : innhold.replace("\r\n", "\n").strip();
        }
    }

    private String list(Here here, Language language, Model model) {
        common(here, language, model);
        model.addAttribute("texts", texts.all(here.tenantId(), here.caseId(), language));
        return "staff/texts";
    }

    private String open(Here here, String code, Language language, @Nullable String saved, Model model) {
        if (!texts.has(code)) {
            throw new NotHere("Det finnes ingen melding med denne koden.");
        }
        TextBook.Entry entry = texts.entry(here.tenantId(), here.caseId(), code, language);
        model.addAttribute("saved", saved != null);
        return show(here, entry, language, entry.subject(), entry.body(), model);
    }

    private String change(Here here, Staff staff, String code, Typed typed, Model model, HttpServletResponse response) {
        if (!texts.has(code)) {
            throw new NotHere("Det finnes ingen melding med denne koden.");
        }
        Language language = language(typed.sprak() == null ? "nb" : typed.sprak());
        try {
            if ("tilbake".equals(typed.gjor())) {
                texts.goBack(here.place(), here.tenantId(), code, language, staff.userId());
                return saved(here, code, language);
            }
            if ("lagre".equals(typed.gjor())) {
                texts.write(
                        here.place(), here.tenantId(), code, language, typed.subject(), typed.body(), staff.userId());
                return saved(here, code, language);
            }
            Preview preview = preview(here, code, language, typed);
            model.addAttribute("previewSubject", preview.subject());
            model.addAttribute("previewBlocks", TextBlock.of(preview.text()));
        } catch (TextRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", e.getMessage());
        }
        model.addAttribute("chosen", typed.soker());
        return show(
                here,
                texts.entry(here.tenantId(), here.caseId(), code, language),
                language,
                typed.subject(),
                typed.body(),
                model);
    }

    private Preview preview(Here here, String code, Language language, Typed typed) {
        Optional<ApplicationInfo> candidate = Optional.ofNullable(here.hiring())
                .filter(hiring -> typed.soker() != null && !typed.soker().isBlank())
                .map(hiring -> access.application(hiring, String.valueOf(typed.soker())));
        return candidate
                .map(one -> texts.preview(code, language, typed.subject(), typed.body(), one.caseId(), one.id()))
                .orElseGet(() -> texts.preview(code, language, typed.subject(), typed.body()));
    }

    private static String saved(Here here, String code, Language language) {
        return "redirect:%s/%s?sprak=%s%s&lagret"
                .formatted(here.address(), code, language.tag(), here.isRegion() ? "&lag=" + here.layer() : "");
    }

    private String show(Here here, TextBook.Entry entry, Language language, String subject, String body, Model model) {
        common(here, language, model);
        model.addAttribute("entry", entry);
        model.addAttribute("subject", subject);
        model.addAttribute("body", body);
        model.addAttribute("fields", texts.fieldsOf(entry.code()));
        model.addAttribute(
                "history",
                texts.history(here.place(), entry.code(), language).stream()
                        .map(past -> new Past(
                                past.number(),
                                past.text(),
                                directory.nameOf(past.writtenBy()),
                                OsloTime.dateAndTime(past.writtenAt())))
                        .toList());
        model.addAttribute("candidates", candidates(here));
        return "staff/text";
    }

    record Past(int number, @Nullable String text, String by, String when) {}

    private List<ApplicationInfo> candidates(Here here) {
        return here.hiring() == null
                ? List.of()
                : applications.ofCase(here.hiring().id());
    }

    private void common(Here here, Language language, Model model) {
        model.addAttribute("address", here.address());
        model.addAttribute("lag", here.layer());
        model.addAttribute("hiring", here.hiring());
        model.addAttribute("language", language);
        model.addAttribute("languages", Language.values());
        model.addAttribute("place", places.nameOf(here));
        model.addAttribute("sharesWithRegion", places.sharesWithRegion(here));
    }

    private static Language language(String tag) {
        return tag.toLowerCase(Locale.ROOT).equals("nn") ? Language.NN : Language.NB;
    }
}
