package no.rodtraad.guardrail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rodtraad.guardrail.Drawing.Note;
import no.rodtraad.guardrail.Drawing.Tone;
import no.rodtraad.guardrail.DryRun.Result;
import no.rodtraad.guardrail.rules.Violation;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where HR tries a diagram before sending it, and reads the advice about those that are in use. */
@Controller
@StaffPage
@RequestMapping("/prosesser/kontroll")
class CheckPage {

    private final DryRun dryRun;
    private final Warnings warnings;
    private final ModelerPlugin plugin;
    private final ModelerFolder folder;
    private final OwnMunicipality own;

    CheckPage(DryRun dryRun, Warnings warnings, ModelerPlugin plugin, ModelerFolder folder, OwnMunicipality own) {
        this.dryRun = dryRun;
        this.plugin = plugin;
        this.folder = folder;
        this.warnings = warnings;
        this.own = own;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            Model model) {
        ProcessPeople.mayRead(staff);
        String tenantId = own.chosen(staff, municipality).id();
        model.addAttribute("municipality", tenantId);
        model.addAttribute("municipalities", own.choices(staff));
        model.addAttribute("warnings", warnings.of(List.of(tenantId)));
        model.addAttribute("plugin", plugin.isThere());
        return "staff/process-check";
    }

    @GetMapping("/rodtraad-regler.zip")
    ResponseEntity<byte[]> plugin(@AuthenticationPrincipal Staff staff) {
        ProcessPeople.mayRead(staff);
        if (!plugin.isThere()) {
            throw new NotHere("Tillegget til Modeler er ikke bygget i denne utgaven.");
        }
        return zip("rodtraad-regler.zip", plugin.zip());
    }

    @GetMapping("/filer.zip")
    ResponseEntity<byte[]> folder(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality) {
        ProcessPeople.mayRead(staff);
        String tenantId = own.chosen(staff, municipality).id();
        return zip("rodtraad-%s.zip".formatted(tenantId), folder.zip(tenantId));
    }

    private static ResponseEntity<byte[]> zip(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .body(content);
    }

    @PostMapping
    String check(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam("filer") List<MultipartFile> files,
            Model model) {
        ProcessPeople.mayRead(staff);
        List<MultipartFile> chosen =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.isEmpty()) {
            model.addAttribute(
                    "problem", "Velg minst én fil: et diagram (.bpmn), en tabell (.dmn) eller et skjema (.form).");
            return show(staff, municipality, model);
        }
        Result result = dryRun.check(own.chosen(staff, municipality).id(), chosen, staff.userId());
        model.addAttribute("result", result);
        model.addAttribute(
                "names", chosen.stream().map(MultipartFile::getOriginalFilename).toList());
        model.addAttribute("drawings", drawings(DryRun.diagrams(chosen), result.findings()));
        return show(staff, municipality, model);
    }

    /** @param drawing what the file shows, with the numbers of its findings */
    record DrawnFile(String name, Drawing drawing) {}

    private static List<DrawnFile> drawings(Map<String, String> diagrams, List<Violation> findings) {
        List<DrawnFile> drawn = new ArrayList<>();
        diagrams.forEach((name, text) -> {
            try {
                @Nullable Drawing drawing = Drawing.of(XmlFile.read(text), numbered(name, findings));
                if (drawing != null) {
                    drawn.add(new DrawnFile(name, drawing));
                }
            } catch (XmlFile.Unreadable e) {
                // the list says so, and there is nothing to draw
                return;
            }
        });
        return drawn;
    }

    private static List<Note> numbered(String file, List<Violation> findings) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Violation finding = findings.get(i);
            if (finding.file().equals(file)) {
                notes.add(new Note(i + 1, finding.elementId(), finding.refused() ? Tone.REFUSED : Tone.ADVICE));
            }
        }
        return notes;
    }
}
