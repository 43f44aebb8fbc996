package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.plan.MilestoneNames;
import no.rodtraad.plan.PlanBook;
import no.rodtraad.plan.PlanRefused;
import no.rodtraad.plan.PlanRoles;
import no.rodtraad.plan.Plans;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.plan.Plans.PlannedMilestone;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a case: everyone in the municipality reads it, HR changes it. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/plan")
class PlanPages {

    private static final Set<String> PLANNERS = Set.of("hr", "hrLead");

    private final CaseAccess access;
    private final Plans plans;
    private final PlanBook book;
    private final StaffDirectory directory;

    PlanPages(CaseAccess access, Plans plans, PlanBook book, StaffDirectory directory) {
        this.access = access;
        this.plans = plans;
        this.book = book;
        this.directory = directory;
    }

    @GetMapping
    String plan(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "lagret", required = false) @Nullable String saved,
            Model model) {
        HiringCase hiring = access.open(staff, id);
        model.addAttribute("saved", saved == null ? null : savedSentence(saved));
        return show(staff, hiring, Map.of(), model);
    }

    private static @Nullable String savedSentence(String saved) {
        return switch (saved) {
            case "datoer" -> "Datoene er lagret. Åpne oppgaver og varsler følger dem.";
            case "folk" -> "Rollene er lagret. Åpne oppgaver har gått til dem som har rollene nå.";
            case "mote" -> "Møtet er lagret, og de som er med, får det i kalenderen.";
            case "avlyst" -> "Møtet er avlyst, og det blir fjernet fra kalenderne.";
            case "frister" -> "Fristene er regnet ut på nytt.";
            default -> null;
        };
    }

    @PostMapping("/datoer")
    String dates(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return change(
                staff,
                id,
                "datoer",
                typed,
                model,
                response,
                caseId -> book.changeDates(caseId, staff.userId(), datesIn(typed)));
    }

    @PostMapping("/folk")
    String people(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return change(
                staff,
                id,
                "folk",
                typed,
                model,
                response,
                caseId -> book.changePeople(caseId, staff.userId(), rolesIn(typed)));
    }

    @PostMapping("/moter")
    String addMeeting(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return change(
                staff,
                id,
                "mote",
                typed,
                model,
                response,
                caseId -> book.addMeeting(caseId, staff.userId(), meetingIn(UUID.randomUUID(), typed)));
    }

    @PostMapping("/moter/{meetingId}")
    String changeMeeting(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable UUID meetingId,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return change(
                staff,
                id,
                "mote",
                Map.of(),
                model,
                response,
                caseId -> book.changeMeeting(caseId, staff.userId(), meetingIn(meetingId, typed)));
    }

    @PostMapping("/moter/{meetingId}/avlys")
    String cancelMeeting(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable UUID meetingId,
            Model model,
            HttpServletResponse response) {
        return change(
                staff,
                id,
                "avlyst",
                Map.of(),
                model,
                response,
                caseId -> book.cancelMeeting(caseId, staff.userId(), meetingId));
    }

    @PostMapping("/frister")
    String recompute(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            Model model,
            HttpServletResponse response) {
        return change(
                staff, id, "frister", Map.of(), model, response, caseId -> book.recompute(caseId, staff.userId()));
    }

    private interface Change {
        void make(CaseId caseId);
    }

    private String change(
            Staff staff,
            String id,
            String what,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            Change change) {
        HiringCase hiring = toChange(staff, id);
        try {
            change.make(hiring.id());
            return "redirect:/saker/" + hiring.id() + "/plan?lagret=" + what;
        } catch (PlanRefused | UnreadableInput e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", e.getMessage());
            return show(staff, hiring, typed, model);
        }
    }

    private HiringCase toChange(Staff staff, String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.require(staff, PLANNERS, "Bare HR og HR-leder kan endre planen.");
        if (hiring.state() != HiringCases.State.OPEN) {
            throw new NotYours("Saken er avsluttet, og planen kan ikke endres.");
        }
        return hiring;
    }

    private String show(Staff staff, HiringCase hiring, Map<String, String> typed, Model model) {
        CaseId caseId = hiring.id();
        List<PlannedMilestone> milestones = plans.milestones(caseId);
        boolean hasPlan = milestones.stream().anyMatch(milestone -> milestone.planned() != null);
        model.addAttribute("caseId", caseId.value());
        model.addAttribute("number", caseId.caseNumber());
        model.addAttribute("position", hiring.title());
        model.addAttribute("workplace", hiring.workplace());
        model.addAttribute("hasPlan", hasPlan);
        model.addAttribute("mayChange", hasPlan && hiring.state() == HiringCases.State.OPEN && staff.isIn(PLANNERS));
        model.addAttribute(
                "milestones",
                milestones.stream().map(milestone -> row(milestone, typed)).toList());
        model.addAttribute("roles", roles(caseId, typed));
        model.addAttribute(
                "meetings", plans.meetings(caseId).stream().map(PlanPages::row).toList());
        model.addAttribute("typed", typed);
        return "staff/plan";
    }

    private static DateRow row(PlannedMilestone milestone, Map<String, String> typed) {
        String field = milestone.milestone().name();
        @Nullable LocalDate planned = milestone.planned();
        boolean late = planned != null && milestone.forecast().isAfter(planned);
        return new DateRow(
                field,
                MilestoneNames.of(milestone.milestone()),
                typed.getOrDefault(field, planned == null ? "" : planned.toString()),
                planned == null ? null : OsloTime.date(planned),
                OsloTime.date(milestone.forecast()),
                milestone.reached() != null,
                late);
    }

    private List<RoleRow> roles(CaseId caseId, Map<String, String> typed) {
        List<PlannedRole> planned = plans.roles(caseId);
        List<RoleRow> rows = new ArrayList<>();
        for (String group : PlanRoles.all()) {
            PlannedRole role = planned.stream()
                    .filter(one -> one.groupId().equals(group))
                    .findFirst()
                    .orElse(new PlannedRole(group, null, null));
            String name = PlanRoles.nameOf(group);
            rows.add(new RoleRow(
                    group,
                    Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    typed.getOrDefault(group + ".holder", orEmpty(role.holder())),
                    typed.getOrDefault(group + ".deputy", orEmpty(role.deputy())),
                    role.holder() == null ? "Alle i gruppen" : directory.nameOf(role.holder()),
                    role.deputy() == null ? "Ingen" : directory.nameOf(role.deputy()),
                    directory.membersOf(caseId.tenantId(), group)));
        }
        return rows;
    }

    private static MeetingRow row(Meeting meeting) {
        ZonedDateTime start = meeting.startsAt().atZone(OsloTime.ZONE);
        ZonedDateTime end = meeting.endsAt().atZone(OsloTime.ZONE);
        return new MeetingRow(
                meeting.id(),
                meeting.title(),
                OsloTime.dateAndTime(meeting.startsAt()),
                meeting.place(),
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                end.toLocalTime().toString());
    }

    private static Map<Milestone, LocalDate> datesIn(Map<String, String> typed) {
        Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
        for (Milestone milestone : Milestone.values()) {
            Optional.ofNullable(typed.get(milestone.name()))
                    .ifPresent(text -> dates.put(milestone, date(text, MilestoneNames.of(milestone))));
        }
        return dates;
    }

    private static List<PlannedRole> rolesIn(Map<String, String> typed) {
        return PlanRoles.all().stream()
                .filter(group -> typed.containsKey(group + ".holder"))
                .map(group -> new PlannedRole(
                        group, orNull(typed.get(group + ".holder")), orNull(typed.get(group + ".deputy"))))
                .toList();
    }

    private static Meeting meetingIn(UUID id, Map<String, String> typed) {
        LocalDate day = date(typed.getOrDefault("dag", ""), "Dag");
        return new Meeting(
                id,
                Words.clean(typed.getOrDefault("hva", "")),
                day.atTime(time(typed.getOrDefault("fra", ""), "Fra"))
                        .atZone(OsloTime.ZONE)
                        .toInstant(),
                day.atTime(time(typed.getOrDefault("til", ""), "Til"))
                        .atZone(OsloTime.ZONE)
                        .toInstant(),
                Words.clean(typed.getOrDefault("sted", "")));
    }

    private static LocalDate date(String text, String field) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new UnreadableInput("«%s» må være en dato. Velg en i kalenderen.".formatted(field), e);
        }
    }

    private static LocalTime time(String text, String field) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new UnreadableInput("«%s» må være et klokkeslett, for eksempel 09:30.".formatted(field), e);
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What was typed into a field cannot be read. The message is a Norwegian sentence. */
    static final class UnreadableInput extends RuntimeException {
        UnreadableInput(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    record DateRow(
            String field,
            String name,
            String value,
            @Nullable String planned,
            String forecast,
            boolean reached,
            boolean late) {}

    record RoleRow(
            String group,
            String name,
            String holder,
            String deputy,
            String holderName,
            String deputyName,
            List<StaffDirectory.Member> people) {}

    record MeetingRow(UUID id, String title, String when, String place, String day, String from, String to) {}
}
