package no.rodtraad.guardrail;

import java.util.List;
import java.util.Map;
import no.rodtraad.guardrail.DryRun.Result;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The dry run for programs: {@code POST /api/prosesser/kontroll} as {@code multipart/form-data}, the files in parts of any
 * name, as the Modeler sends them, and {@code kommune} from those who belong to several. Answers {@code {"refused": …, "findings": […]}} with the fields of a finding, or 400
 * with a sentence when there is no file.
 */
@RestController
class CheckCall {

    private final DryRun dryRun;
    private final OwnMunicipality own;
    private final StaffDirectory directory;

    CheckCall(DryRun dryRun, OwnMunicipality own, StaffDirectory directory) {
        this.dryRun = dryRun;
        this.own = own;
        this.directory = directory;
    }

    @PostMapping(path = "/api/prosesser/kontroll", consumes = "multipart/form-data", produces = "application/json")
    ResponseEntity<?> check(
            MultipartHttpServletRequest request,
            @RequestParam(name = "kommune", defaultValue = "") String municipality) {
        try {
            Staff staff = directory.current().orElseThrow(() -> new NotYours("Logg inn først."));
            ProcessPeople.mayRead(staff);
            return check(request, own.chosen(staff, municipality).id(), staff.userId());
        } catch (NotYours e) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("message", e.getMessage()));
        } catch (NotHere e) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("message", e.getMessage()));
        }
    }

    private ResponseEntity<?> check(MultipartHttpServletRequest request, String tenantId, String userId) {
        List<MultipartFile> files = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty())
                .toList();
        if (files.isEmpty()) {
            return ResponseEntity.badRequest().body(Map.of("message", "Send minst én fil: .bpmn, .dmn eller .form."));
        }
        Result result = dryRun.check(tenantId, files, userId);
        return ResponseEntity.ok(result);
    }
}
