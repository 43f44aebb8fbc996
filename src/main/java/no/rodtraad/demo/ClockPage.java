package no.rodtraad.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeTravel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demo's clock, for administrators: what comes next, and the way there. */
@Controller
@StaffPage
@Profile("demo")
@RequestMapping("/saker/klokke")
class ClockPage {

    private static final String PAGE = "staff/clock";
    private static final int SHOWN_AHEAD = 15;
    private static final int LONGEST_JOURNEY_DAYS = 400;
    private static final String NOT_A_NUMBER =
            "Skriv hvor mange dager klokken skal gå fram, med et helt tall fra 1 til 400.";
    private static final String NOT_BACK =
            "Klokken kan bare gå fram. Det som har skjedd i sakene, kan ikke gjøres om: brev er sendt og dokumenter er"
                    + " arkivert med sine datoer. Skriv et helt tall fra 1 til 400. Vil du begynne på nytt i dag, stopper"
                    + " du demoen, sletter mappen «data» og starter igjen.";
    private static final String TOO_FAR =
            "Klokken kan gå høyst 400 dager fram om gangen. Skriv et helt tall fra 1 til 400, og gå flere ganger.";
    private static final String UNDER_WAY =
            "Klokken er allerede på vei framover. Vent litt, og last siden på nytt for å se hvor langt den er kommet.";
    private static final String NOTHING_AHEAD =
            "Ingen sak venter på noen frist nå. Ta den neste oppgaven i en sak, eller gå et antall dager fram.";

    private final TimeTravel travel;
    private final Municipalities municipalities;
    private final Clock clock;

    ClockPage(TimeTravel travel, Municipalities municipalities, Clock clock) {
        this.travel = travel;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Staff staff, Model model) {
        requireAdministrator(staff);
        return page("", null, model);
    }

    @PostMapping("/neste")
    String toNext(@AuthenticationPrincipal Staff staff, Model model, HttpServletResponse response) {
        requireAdministrator(staff);
        try {
            return travel.toNext().isPresent()
                    ? "redirect:/saker/klokke"
                    : refuse(HttpStatus.CONFLICT, "", NOTHING_AHEAD, model, response);
        } catch (TimeTravel.UnderWay e) {
            return refuse(HttpStatus.CONFLICT, "", UNDER_WAY, model, response);
        }
    }

    @PostMapping("/dager")
    String days(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "dager", defaultValue = "") String typed,
            Model model,
            HttpServletResponse response) {
        requireAdministrator(staff);
        String days = typed.strip();
        Optional<String> problem = problem(days);
        if (problem.isPresent()) {
            return refuse(HttpStatus.UNPROCESSABLE_ENTITY, days, problem.get(), model, response);
        }
        Instant until = clock.instant()
                .atZone(OsloTime.ZONE)
                .plusDays(Integer.parseInt(days))
                .toInstant();
        try {
            travel.to(until);
            return "redirect:/saker/klokke";
        } catch (TimeTravel.UnderWay e) {
            return refuse(HttpStatus.CONFLICT, days, UNDER_WAY, model, response);
        }
    }

    private static Optional<String> problem(String days) {
        if (days.matches("[-−–]\\s*\\d+|0+")) {
            return Optional.of(NOT_BACK);
        }
        if (!days.matches("\\d+")) {
            return Optional.of(NOT_A_NUMBER);
        }
        String significant = days.replaceFirst("^0+", "");
        boolean tooFar = significant.length() > 3 || Integer.parseInt(significant) > LONGEST_JOURNEY_DAYS;
        return tooFar ? Optional.of(TOO_FAR) : Optional.empty();
    }

    private static void requireAdministrator(Staff staff) {
        if (!staff.isAdministrator()) {
            throw new NotYours("Bare en administrator kan flytte demoens klokke. Logg inn som «admin».");
        }
    }

    private String refuse(HttpStatus status, String days, String sentence, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        return page(days, sentence, model);
    }

    private String page(String days, @Nullable String problem, Model model) {
        model.addAttribute("now", OsloTime.dateAndTime(clock.instant()));
        model.addAttribute("days", days);
        model.addAttribute("problem", problem);
        model.addAttribute(
                "ahead", travel.ahead(SHOWN_AHEAD).stream().map(this::row).toList());
        model.addAttribute("journey", travel.last().map(this::told).orElse(null));
        return PAGE;
    }

    private Row row(TimeTravel.Ahead ahead) {
        return new Row(
                ahead.caseId().value(),
                ahead.caseId().caseNumber(),
                municipality(ahead.caseId()),
                ahead.what(),
                OsloTime.dateAndTime(ahead.at()));
    }

    record Row(String caseId, String number, String municipality, String what, String when) {}

    private String municipality(CaseId caseId) {
        return municipalities.get(caseId.tenantId()).name();
    }

    private Told told(TimeTravel.Journey journey) {
        return new Told(
                OsloTime.dateAndTime(journey.from()),
                OsloTime.dateAndTime(journey.to()),
                journey.complete(),
                journey.happened().stream().map(this::event).toList(),
                journey.more());
    }

    record Told(String from, String to, boolean complete, List<Event> events, int more) {}

    private Event event(TimeTravel.Happening happening) {
        @Nullable CaseId caseId = happening.caseId();
        return new Event(
                caseId == null ? null : caseId.value(),
                caseId == null ? "–" : caseId.caseNumber(),
                caseId == null ? "" : municipality(caseId),
                happening.what(),
                OsloTime.dateAndTime(happening.at()),
                happening.failed());
    }

    record Event(
            @Nullable String caseId, String number, String municipality, String what, String when, boolean failed) {}
}
