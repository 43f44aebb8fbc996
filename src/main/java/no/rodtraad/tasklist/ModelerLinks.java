package no.rodtraad.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells Camunda Modeler where our webapps are, for the link it shows to whoever has deployed. */
@RestController
class ModelerLinks {

    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    Map<String, String> webapps(HttpServletRequest request) {
        String base = ServletUriComponentsBuilder.fromContextPath(request).toUriString() + "/camunda/app/";
        return Map.of("adminUrl", base + "admin/", "cockpitUrl", base + "cockpit/", "tasklistUrl", base + "tasklist/");
    }
}
