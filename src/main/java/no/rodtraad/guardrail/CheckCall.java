package no.rodtraad.guardrail;

import java.util.List;
import java.util.Map;
import no.rodtraad.guardrail.DryRun.Result;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The dry run for programs: {@code POST /api/prosesser/kontroll} as {@code multipart/form-data}, the files in parts of any
 * name, as the Modeler sends them. Answers {@code {"refused": …, "findings": […]}} with the fields of a finding, or 400
 * with a sentence when there is no file.
 */
@RestController
class CheckCall {

    private final DryRun dryRun;

    CheckCall(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    @PostMapping(path = "/api/prosesser/kontroll", consumes = "multipart/form-data", produces = "application/json")
    ResponseEntity<?> check(MultipartHttpServletRequest request) {
        List<MultipartFile> files = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty())
                .toList();
        if (files.isEmpty()) {
            return ResponseEntity.badRequest().body(Map.of("message", "Send minst én fil: .bpmn, .dmn eller .form."));
        }
        Result result = dryRun.check(files);
        return ResponseEntity.ok(result);
    }
}
