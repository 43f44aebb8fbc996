package no.rodtraad.messaging;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows what the demo's mail server took. Only to this machine, because the mails hold candidates' secret links. */
@Controller
@ConditionalOnDemoMail
@RequestMapping("/innboks")
class DemoInboxController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb"))
            .withZone(ZoneId.of("Europe/Oslo"));

    private final DemoMailServer server;

    DemoInboxController(DemoMailServer server) {
        this.server = server;
    }

    @ModelAttribute
    void refuseOtherMachines(HttpServletRequest request) throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            throw notFound();
        }
    }

    @GetMapping
    String list(Model model) {
        List<Row> rows = server.newestFirst().stream()
                .map(mail -> new Row(mail.id(), mail.to(), mail.subject(), time(mail.receivedAt())))
                .toList();
        model.addAttribute("mails", rows);
        model.addAttribute("kept", DemoMailServer.KEPT);
        return "inbox/list";
    }

    @GetMapping("/{id}")
    String mail(@PathVariable int id, Model model) {
        DemoMail mail = server.find(id).orElseThrow(DemoInboxController::notFound);
        model.addAttribute("mail", mail);
        model.addAttribute("receivedAt", time(mail.receivedAt()));
        return "inbox/mail";
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    record Row(int id, String to, String subject, String receivedAt) {}
}
