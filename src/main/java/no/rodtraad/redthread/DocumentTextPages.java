package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.document.StandingText;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.messaging.DocumentTexts;
import no.rodtraad.messaging.TextRefused;
import no.rodtraad.process.Municipalities;
import no.rodtraad.redthread.TextPlaces.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The standing texts of documents, rewritten by people for a case, their municipality or their region. */
@Controller
@StaffPage
class DocumentTextPages {

    private static final String PAGE = "/dokumenter";

    private final DocumentTexts texts;
    private final TextPlaces places;
    private final Municipalities municipalities;
    private final PdfRenderer pdf;

    DocumentTextPages(DocumentTexts texts, TextPlaces places, Municipalities municipalities, PdfRenderer pdf) {
        this.texts = texts;
        this.places = places;
        this.municipalities = municipalities;
        this.pdf = pdf;
    }

    /** @param from in Norwegian, where it comes from; null where nobody has written one */
    record Row(
            String name,
            String title,
            String explanation,
            String text,
            @Nullable String from) {}

    @GetMapping("/saker/tekster" + PAGE)
    String all(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "lag", defaultValue = "") String layer,
            @RequestParam(name = "lagret", required = false) @Nullable String saved,
            Model model) {
        return show(places.ofMunicipality(staff, layer), null, "", saved != null, model);
    }

    @GetMapping("/saker/{caseId}/tekster" + PAGE)
    String allOfCase(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "lagret", required = false) @Nullable String saved,
            Model model) {
        return show(places.ofCase(staff, id), null, "", saved != null, model);
    }

    @PostMapping("/saker/tekster" + PAGE)
    String change(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "lag", defaultValue = "") String layer,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        return change(places.ofMunicipality(staff, layer), staff, typed, model, response);
    }

    @PostMapping("/saker/{caseId}/tekster" + PAGE)
    String changeOfCase(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        return change(places.ofCase(staff, id), staff, typed, model, response);
    }

    /** An example letter with what is typed; nothing is saved. */
    @PostMapping("/saker/tekster" + PAGE + "/vis")
    ResponseEntity<byte[]> preview(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "lag", defaultValue = "") String layer,
            Typed typed) {
        return example(places.ofMunicipality(staff, layer), typed);
    }

    @PostMapping("/saker/{caseId}/tekster" + PAGE + "/vis")
    ResponseEntity<byte[]> previewOfCase(
            @AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, Typed typed) {
        return example(places.ofCase(staff, id), typed);
    }

    /** What a form sends: which text, and what it is to say. */
    record Typed(@Nullable String hvilken, @Nullable String tekst) {

        StandingText which() {
            return Arrays.stream(StandingText.values())
                    .filter(one -> one.name().equals(hvilken))
                    .findFirst()
                    .orElseThrow(() -> new NotHere("Det finnes ingen fast tekst med dette navnet."));
        }

        String text() {
            return tekst == null ? "" : tekst.replace("\r\n", "\n").strip();
        }
    }

    private String change(Here here, Staff staff, Typed typed, Model model, HttpServletResponse response) {
        try {
            texts.write(here.place(), here.tenantId(), typed.which(), typed.text(), staff.userId());
            return "redirect:%s%s?lag=%s&lagret".formatted(here.address(), PAGE, here.layer());
        } catch (TextRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", e.getMessage());
            return show(here, typed.which(), typed.text(), false, model);
        }
    }

    private ResponseEntity<byte[]> example(Here here, Typed typed) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=eksempel.pdf")
                .body(pdf.render("letter", ExampleLetter.of(municipalities.get(here.tenantId()), all(here), typed)));
    }

    private Map<StandingText, String> all(Here here) {
        Map<StandingText, String> holding = new java.util.EnumMap<>(StandingText.class);
        texts.all(here.tenantId(), here.caseId()).forEach(entry -> holding.put(entry.which(), entry.text()));
        return holding;
    }

    private String show(Here here, @Nullable StandingText refused, String typed, boolean saved, Model model) {
        List<Row> rows = texts.all(here.tenantId(), here.caseId()).stream()
                .map(entry -> new Row(
                        entry.which().name(),
                        entry.which().title(),
                        entry.which().explanation(),
                        entry.which() == refused ? typed : entry.text(),
                        entry.from() == null ? null : entry.from().title()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("saved", saved);
        model.addAttribute("address", here.address());
        model.addAttribute("lag", here.layer());
        model.addAttribute("hiring", here.hiring());
        model.addAttribute("place", places.nameOf(here));
        return "staff/document-texts";
    }
}
