package no.rodtraad.routine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.OwnMunicipality.Choice;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.Drawing;
import no.rodtraad.process.DrawnProcesses;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.routine.Routine.Card;
import no.rodtraad.routine.Routine.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the municipality hires, for everybody who works there: the whole, and what each role does. */
@Controller
@StaffPage
@RequestMapping("/saker/rutine")
class RoutinePages {

    private final DrawnProcesses drawn;
    private final RoutineWriter writer;
    private final OwnMunicipality own;
    private final PdfRenderer pdf;

    RoutinePages(DrawnProcesses drawn, RoutineWriter writer, OwnMunicipality own, PdfRenderer pdf) {
        this.drawn = drawn;
        this.writer = writer;
        this.own = own;
        this.pdf = pdf;
    }

    /** @param all the versions there are, newest first */
    private record Wanted(Choice municipality, List<Version> all, Version version, Drawing drawing) {

        String tenantId() {
            return municipality.id();
        }
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "versjon", defaultValue = "") String version,
            Model model) {
        Wanted wanted = wanted(staff, municipality, version);
        model.addAttribute("routine", writer.write(wanted.tenantId(), wanted.version(), wanted.drawing()));
        addCommon(staff, wanted, model);
        return "staff/routine";
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "versjon", defaultValue = "") String version) {
        Wanted wanted = wanted(staff, municipality, version);
        Routine routine = writer.write(wanted.tenantId(), wanted.version(), wanted.drawing());
        return file("Rutine for ansettelser", "routine", wanted, Map.of("routine", routine));
    }

    @GetMapping("/roller/{role}")
    String showRole(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String role,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "versjon", defaultValue = "") String version,
            Model model) {
        Wanted wanted = wanted(staff, municipality, version);
        model.addAttribute("card", card(wanted, role));
        addCommon(staff, wanted, model);
        return "staff/role-card";
    }

    @GetMapping("/roller/{role}/pdf")
    ResponseEntity<byte[]> roleDocument(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String role,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "versjon", defaultValue = "") String version) {
        Wanted wanted = wanted(staff, municipality, version);
        Card card = card(wanted, role);
        return file("Rollekort " + card.role().name(), "role-card", wanted, Map.of("card", card));
    }

    private Card card(Wanted wanted, String role) {
        Role found = writer.roles(wanted.drawing()).stream()
                .filter(candidate -> candidate.id().equals(role))
                .findFirst()
                .orElseThrow(
                        () -> new NotHere("Rollen har ingen oppgaver i denne versjonen. Velg en rolle i rutinen."));
        return writer.card(wanted.tenantId(), wanted.version(), wanted.drawing(), found);
    }

    private Wanted wanted(Staff staff, String municipality, String version) {
        Choice chosenMunicipality = own.chosen(staff, municipality);
        String tenantId = chosenMunicipality.id();
        List<Version> all = drawn.versions(tenantId);
        Version chosen = all.stream()
                .filter(candidate -> version.isEmpty() || candidate.id().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotHere("Denne versjonen av rutinen finnes ikke. Velg en versjon i listen."));
        Drawing drawing = drawn.drawing(tenantId, chosen.id())
                .orElseThrow(() -> new NotHere("Denne versjonen av rutinen er slettet. Velg en annen i listen."));
        return new Wanted(chosenMunicipality, all, chosen, drawing);
    }

    private void addCommon(Staff staff, Wanted wanted, Model model) {
        model.addAttribute("municipality", wanted.tenantId());
        model.addAttribute("version", wanted.version().id());
        model.addAttribute("isNewest", wanted.all().get(0).equals(wanted.version()));
        model.addAttribute("versions", wanted.all());
        model.addAttribute("others", own.others(staff, wanted.municipality()));
    }

    private ResponseEntity<byte[]> file(String name, String template, Wanted wanted, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("documentDate", wanted.version().since());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf.render(template, all));
    }
}
