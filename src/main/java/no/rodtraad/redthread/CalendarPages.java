package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.rodtraad.deadline.ClosedDays;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days that do not count in deadlines. HR closes and opens days of its own municipality; everyone there may look. */
@Controller
@StaffPage
@RequestMapping("/saker/kalender")
class CalendarPages {

    private static final Set<String> EDITORS = Set.of("hr", "hrLead");
    private static final Map<String, String> MESSAGES = Map.of(
            "stengt", "Dagen er stengt. Den teller ikke med i frister som settes fra nå av.",
            "apnet", "Dagen teller igjen som arbeidsdag.",
            "juli", "Regelen for juli er endret.");

    private final ClosedDays closedDays;
    private final WorkingCalendars calendars;
    private final CalendarActions actions;
    private final Municipalities municipalities;
    private final Clock clock;

    CalendarPages(
            ClosedDays closedDays,
            WorkingCalendars calendars,
            CalendarActions actions,
            Municipalities municipalities,
            Clock clock) {
        this.closedDays = closedDays;
        this.calendars = calendars;
        this.actions = actions;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** @param kommune tenant id; empty means the employee's first */
    record Typed(String kommune, String dag, String grunn) {

        Typed(@Nullable String kommune, @Nullable String dag, @Nullable String grunn) {
            this.kommune = kommune == null ? "" : Words.clean(kommune);
            this.dag = dag == null ? "" : Words.clean(dag);
            this.grunn = grunn == null ? "" : Words.clean(grunn);
        }
    }

    @GetMapping
    String calendar(
            @AuthenticationPrincipal Staff staff,
            @ModelAttribute("typed") Typed typed,
            @RequestParam(name = "melding", defaultValue = "") String message,
            Model model) {
        model.addAttribute("message", MESSAGES.get(message));
        return show(staff, municipality(staff, typed), Map.of(), model);
    }

    @PostMapping("/steng")
    String close(
            @AuthenticationPrincipal Staff staff,
            @ModelAttribute("typed") Typed typed,
            Model model,
            HttpServletResponse response) {
        String tenantId = editable(staff, typed);
        NewClosedDay day = NewClosedDay.read(typed.dag(), typed.grunn(), today(), calendars.of(tenantId));
        if (!day.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(staff, tenantId, day.problems(), model);
        }
        actions.close(staff, tenantId, day.day(), typed.grunn());
        return done(tenantId, "stengt");
    }

    @PostMapping("/apne")
    String open(@AuthenticationPrincipal Staff staff, @ModelAttribute("typed") Typed typed) {
        String tenantId = editable(staff, typed);
        LocalDate day =
                NewClosedDay.parse(typed.dag()).orElseThrow(() -> new NotHere("Denne dagen finnes ikke i kalenderen."));
        actions.open(staff, tenantId, day);
        return done(tenantId, "apnet");
    }

    @PostMapping("/juli")
    String july(
            @AuthenticationPrincipal Staff staff,
            @ModelAttribute("typed") Typed typed,
            @RequestParam(name = "hviler", defaultValue = "false") boolean rests) {
        String tenantId = editable(staff, typed);
        actions.closeJuly(staff, tenantId, rests);
        return done(tenantId, "juli");
    }

    private static String done(String tenantId, String message) {
        return "redirect:/saker/kalender?kommune=" + tenantId + "&melding=" + message;
    }

    private String editable(Staff staff, Typed typed) {
        String tenantId = municipality(staff, typed);
        CaseAccess.require(staff, EDITORS, "Bare HR og HR-leder kan endre kalenderen.");
        return tenantId;
    }

    private String municipality(Staff staff, Typed typed) {
        return ofStaff(staff).stream()
                .filter(tenantId -> typed.kommune().isEmpty() || tenantId.equals(typed.kommune()))
                .findFirst()
                .orElseThrow(() -> new NotHere("Kalenderen finnes ikke, eller den hører til en annen kommune."));
    }

    private List<String> ofStaff(Staff staff) {
        List<String> tenants = staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
        return tenants.stream().sorted().toList();
    }

    private String show(Staff staff, String tenantId, Map<String, String> problems, Model model) {
        LocalDate today = today();
        model.addAttribute("municipality", tenantId);
        model.addAttribute("municipalityName", municipalities.get(tenantId).name());
        model.addAttribute(
                "others",
                ofStaff(staff).stream()
                        .filter(other -> !other.equals(tenantId))
                        .map(other -> new Other(other, municipalities.get(other).name()))
                        .toList());
        model.addAttribute("mayEdit", staff.isIn(EDITORS));
        model.addAttribute(
                "closed",
                closedDays.from(tenantId, today).stream()
                        .map(day -> new Row(day.day().toString(), OsloTime.longDate(day.day()), day.reason()))
                        .toList());
        model.addAttribute("julyRests", closedDays.julyClosed(tenantId));
        model.addAttribute("holidays", holidays(today.getYear()));
        model.addAttribute("problems", problems);
        return "staff/calendar";
    }

    private Map<Integer, List<Row>> holidays(int year) {
        Map<Integer, List<Row>> years = new LinkedHashMap<>();
        Stream.of(year, year + 1)
                .forEach(each -> years.put(
                        each,
                        calendars.publicHolidays(each).entrySet().stream()
                                .map(day -> new Row(
                                        day.getKey().toString(), OsloTime.longDate(day.getKey()), day.getValue()))
                                .toList()));
        return years;
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }

    record Row(String day, String date, String reason) {}

    record Other(String id, String name) {}
}
