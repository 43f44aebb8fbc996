package no.rodtraad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.Participants;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** «Sett opp plan og tidslinje»: opens with a whole plan that HR can take as it is or set right. */
@Component
class PlanForm implements FormBinding {

    private static final List<String> USUAL_PARTICIPANTS = List.of("manager", "hr", "union", "panel");
    /** Where somebody is proposed; tasks of the other roles are offered to the whole group until HR says otherwise. */
    private static final List<String> USUALLY_NAMED =
            List.of("manager", "hr", "union", "panel", "userPanel", "appointingAuthority");

    private static final int WORKING_DAYS_TO_FIRST_MEETING = 2;
    private static final int WORKING_DAYS_TO_SCREENING = 3;

    private final PlanBook book;
    private final PlanStore plan;
    private final PlanProposal proposal;
    private final MeetingStore meetings;
    private final PointClocks clocks;
    private final Participants participants;
    private final HiringCases cases;
    private final StaffDirectory directory;
    private final WorkingCalendars calendars;

    PlanForm(
            PlanBook book,
            PlanStore plan,
            PlanProposal proposal,
            MeetingStore meetings,
            PointClocks clocks,
            Participants participants,
            HiringCases cases,
            StaffDirectory directory,
            WorkingCalendars calendars) {
        this.book = book;
        this.plan = plan;
        this.proposal = proposal;
        this.meetings = meetings;
        this.clocks = clocks;
        this.participants = participants;
        this.cases = cases;
        this.directory = directory;
        this.calendars = calendars;
    }

    @Override
    public String formKey() {
        return "set-up-plan";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        CaseId caseId = context.caseId();
        Map<String, @Nullable Object> values = new HashMap<>();
        boolean again = plan.hasPlan(caseId);
        for (String group : PlanRoles.all()) {
            List<Member> people = directory.membersOf(caseId.tenantId(), group);
            PlannedRole role = again
                    ? plan.role(caseId, group).orElse(new PlannedRole(group, null, null))
                    : propose(context, group, people);
            values.put(
                    group + "People",
                    people.stream()
                            .map(member -> Map.of("value", member.userId(), "label", member.name()))
                            .toList());
            values.put(group + "Holder", role.holder());
            values.put(group + "Deputy", role.deputy());
        }
        List<String> takingPart = participants.of(caseId);
        values.put("participantGroups", takingPart.isEmpty() ? USUAL_PARTICIPANTS : takingPart);
        Map<Milestone, LocalDate> dates = dates(context);
        datesToSet().forEach(milestone -> values.put(fieldOf(milestone), text(dates.get(milestone))));
        values.put("meetings", again ? keptMeetings(caseId) : usualMeetings(context, dates));
        return values;
    }

    private PlannedRole propose(FormContext context, String group, List<Member> people) {
        if (!USUALLY_NAMED.contains(group)) {
            return new PlannedRole(group, null, null);
        }
        String wanted =
                group.equals(CaseRoles.MANAGER) ? cases.get(context.caseId()).reportedBy() : context.userId();
        Optional<String> holder = people.stream()
                .map(Member::userId)
                .filter(wanted::equals)
                .findFirst()
                .or(() -> people.stream().map(Member::userId).findFirst());
        Optional<String> deputy = people.stream()
                .map(Member::userId)
                .filter(user -> !user.equals(holder.orElse(null)))
                .findFirst();
        return new PlannedRole(group, holder.orElse(null), deputy.orElse(null));
    }

    private Map<Milestone, LocalDate> dates(FormContext context) {
        CaseId caseId = context.caseId();
        Map<Milestone, Instant> reached = new HashMap<>(clocks.reached(caseId));
        reached.putIfAbsent(Milestone.POSITION_APPROVED, context.now());
        Map<Milestone, LocalDate> dates = proposal.of(caseId, reached, OsloTime.dayOf(context.now()));
        dates.putAll(plan.of(caseId));
        return dates;
    }

    private List<Map<String, String>> usualMeetings(FormContext context, Map<Milestone, LocalDate> dates) {
        WorkingDays calendar = calendars.of(context.caseId().tenantId());
        String place = cases.get(context.caseId()).workplace();
        LocalDate first = calendar.after(OsloTime.dayOf(context.now()), WORKING_DAYS_TO_FIRST_MEETING);
        LocalDate screening = calendar.after(
                Objects.requireNonNull(dates.get(Milestone.APPLICATION_DEADLINE)), WORKING_DAYS_TO_SCREENING);
        return List.of(
                row("Oppstartsmøte", first, "09:00", "10:00", place),
                row("Silingsmøte", screening, "09:00", "11:00", place));
    }

    private List<Map<String, String>> keptMeetings(CaseId caseId) {
        return meetings.of(caseId).stream()
                .map(MeetingStore.Row::meeting)
                .map(meeting -> {
                    var start = meeting.startsAt().atZone(OsloTime.ZONE);
                    var end = meeting.endsAt().atZone(OsloTime.ZONE);
                    return row(
                            meeting.title(),
                            start.toLocalDate(),
                            start.toLocalTime().toString(),
                            end.toLocalTime().toString(),
                            meeting.place());
                })
                .toList();
    }

    private static Map<String, String> row(String title, LocalDate day, String from, String to, String place) {
        return Map.of("title", title, "day", day.toString(), "from", from, "to", to, "place", place);
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        List<PlannedRole> roles = PlanRoles.all().stream()
                .map(group ->
                        new PlannedRole(group, person(answers, group + "Holder"), person(answers, group + "Deputy")))
                .toList();
        Map<Milestone, LocalDate> dates = new HashMap<>();
        datesToSet().forEach(milestone -> dates.put(milestone, answers.date(fieldOf(milestone))));
        List<Meeting> wanted = new ArrayList<>();
        answers.rows("meetings").forEach(row -> wanted.add(meeting(row)));
        try {
            book.setUp(context.caseId(), context.userId(), roles, answers.texts("participantGroups"), dates, wanted);
        } catch (PlanRefused e) {
            throw new FormRejected(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String person(FormAnswers answers, String field) {
        return answers.find(field).map(Object::toString).orElse(null);
    }

    private static Meeting meeting(Map<String, Object> row) {
        LocalDate day = LocalDate.parse(text(row.get("day")));
        return new Meeting(
                UUID.randomUUID(),
                text(row.get("title")),
                day.atTime(LocalTime.parse(text(row.get("from"))))
                        .atZone(OsloTime.ZONE)
                        .toInstant(),
                day.atTime(LocalTime.parse(text(row.get("to"))))
                        .atZone(OsloTime.ZONE)
                        .toInstant(),
                text(row.get("place")));
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }

    /** The position is approved before there is a plan. */
    static List<Milestone> datesToSet() {
        return List.of(Milestone.values()).subList(1, Milestone.values().length);
    }

    /** {@code ADVERT_PUBLISHED} is asked for in {@code advertPublishedPlanned}. */
    static String fieldOf(Milestone milestone) {
        StringBuilder field = new StringBuilder();
        for (String word : milestone.name().toLowerCase(Locale.ROOT).split("_")) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.append("Planned").toString();
    }
}
