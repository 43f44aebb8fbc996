package no.rodtraad.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.deadline.DeadlineTable;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.hiring.Participants;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OpenDeadlines;
import no.rodtraad.process.RoleTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets up and changes plans. Tasks, due dates, timers and calendars follow, and every change is noted in the audit log.
 * Actors are user ids.
 */
@Service
public class PlanBook {

    private final PlanStore plan;
    private final CaseRoles caseRoles;
    private final PlanCheck check;
    private final Meetings meetings;
    private final Participants participants;
    private final RoleTasks roleTasks;
    private final OpenDeadlines openDeadlines;
    private final DeadlineTable table;
    private final PointClocks clocks;
    private final WorkingCalendars calendars;
    private final PlanLog log;

    PlanBook(
            PlanStore plan,
            CaseRoles caseRoles,
            PlanCheck check,
            Meetings meetings,
            Participants participants,
            RoleTasks roleTasks,
            OpenDeadlines openDeadlines,
            DeadlineTable table,
            PointClocks clocks,
            WorkingCalendars calendars,
            PlanLog log) {
        this.plan = plan;
        this.caseRoles = caseRoles;
        this.check = check;
        this.meetings = meetings;
        this.participants = participants;
        this.roleTasks = roleTasks;
        this.openDeadlines = openDeadlines;
        this.table = table;
        this.clocks = clocks;
        this.calendars = calendars;
        this.log = log;
    }

    /**
     * Takes the whole plan, as HR sets it at the start.
     *
     * @param takingPart groups that confirm their role and get the meetings; each must have a holder
     * @throws PlanRefused when it cannot be right; nothing is kept then
     */
    @Transactional
    public void setUp(
            CaseId caseId,
            String actor,
            List<PlannedRole> roles,
            List<String> takingPart,
            Map<Milestone, LocalDate> dates,
            List<Meeting> wantedMeetings) {
        check.people(caseId, roles);
        checkTakingPart(roles, takingPart);
        check.dates(caseId, dates, clocks.reached(caseId).keySet());
        wantedMeetings.forEach(check::meeting);
        roles.forEach(role -> plan.set(caseId, role));
        participants.set(caseId, takingPart);
        dates.forEach((milestone, day) -> plan.set(caseId, milestone, day));
        meetings.replace(caseId, wantedMeetings);
        log.add(actor, PlanLog.Action.PLAN_SET_UP, caseId, null);
    }

    private static void checkTakingPart(List<PlannedRole> roles, List<String> takingPart) {
        if (!takingPart.containsAll(List.of("hr", "manager"))) {
            throw new PlanRefused("HR og leder må alltid være med i saken. Kryss av for begge.");
        }
        for (String group : takingPart) {
            boolean held = roles.stream().anyMatch(role -> role.groupId().equals(group) && role.holder() != null);
            if (!held) {
                throw new PlanRefused("Velg hvem som er %s, eller ta bort krysset for at rollen skal være med."
                        .formatted(PlanRoles.nameOf(group)));
            }
        }
    }

    /**
     * Changes who has roles. Open tasks go from the one who had the role to the one who has it now.
     *
     * @throws PlanRefused when somebody cannot have the role
     */
    @Transactional
    public void changePeople(CaseId caseId, String actor, Collection<PlannedRole> roles) {
        check.people(caseId, roles);
        List<String> takingPart = participants.of(caseId);
        for (PlannedRole role : roles) {
            if (role.holder() == null && takingPart.contains(role.groupId())) {
                throw new PlanRefused("Rollen %s er med i saken og må ha en person. Velg en."
                        .formatted(PlanRoles.nameOf(role.groupId())));
            }
            change(caseId, actor, role);
        }
        meetings.followPeople(caseId);
    }

    private void change(CaseId caseId, String actor, PlannedRole role) {
        Optional<PlannedRole> before = caseRoles.planned(caseId, role.groupId());
        @Nullable String from = before.map(PlannedRole::holder).orElse(null);
        @Nullable String deputyBefore = before.map(PlannedRole::deputy).orElse(null);
        if (Objects.equals(from, role.holder()) && Objects.equals(deputyBefore, role.deputy())) {
            return;
        }
        plan.set(caseId, role);
        roleTasks.holderChanged(caseId, role.groupId(), from, role.holder());
        log.add(
                actor,
                PlanLog.Action.PLAN_ROLE_CHANGED,
                caseId,
                "%s: %s/%s > %s/%s".formatted(role.groupId(), from, deputyBefore, role.holder(), role.deputy()));
    }

    /**
     * Changes dates of milestones that have not been reached. Due dates and timers follow.
     *
     * @throws PlanRefused when they are out of order, on closed days or past
     */
    @Transactional
    public void changeDates(CaseId caseId, String actor, Map<Milestone, LocalDate> wanted) {
        var reached = clocks.reached(caseId).keySet();
        Map<Milestone, LocalDate> before = plan.of(caseId);
        Map<Milestone, LocalDate> after = new HashMap<>(before);
        after.putAll(wanted);
        check.dates(caseId, after, reached);
        wanted.forEach((milestone, day) -> {
            if (!reached.contains(milestone) && !day.equals(before.get(milestone))) {
                plan.set(caseId, milestone, day);
                log.add(
                        actor,
                        PlanLog.Action.PLAN_DATE_CHANGED,
                        caseId,
                        "%s: %s > %s".formatted(milestone, before.get(milestone), day));
            }
        });
        follow(caseId);
    }

    /** Makes the case follow the newest deadlines and calendar. @return how many open tasks got another due date */
    @Transactional
    public int recompute(CaseId caseId, String actor) {
        table.repin(caseId);
        int moved = follow(caseId);
        log.add(actor, PlanLog.Action.DEADLINES_RECOMPUTED, caseId, Integer.toString(moved));
        return moved;
    }

    private int follow(CaseId caseId) {
        WorkingDays calendar = calendars.of(caseId.tenantId());
        Map<Milestone, LocalDate> planned = plan.of(caseId);
        return openDeadlines.recompute(
                caseId,
                (step, created, milestone) -> Optional.ofNullable(milestone)
                        .map(planned::get)
                        .filter(day -> !day.isBefore(created))
                        .or(() -> table.find(caseId, step).map(deadline -> calendar.due(created, deadline.target()))));
    }

    @Transactional
    public void addMeeting(CaseId caseId, String actor, Meeting meeting) {
        check.meeting(meeting);
        meetings.add(caseId, meeting);
        log.add(actor, PlanLog.Action.MEETING_ADDED, caseId, meeting.id().toString());
    }

    @Transactional
    public void changeMeeting(CaseId caseId, String actor, Meeting meeting) {
        check.meeting(meeting);
        if (meetings.change(caseId, meeting)) {
            log.add(actor, PlanLog.Action.MEETING_CHANGED, caseId, meeting.id().toString());
        }
    }

    @Transactional
    public void cancelMeeting(CaseId caseId, String actor, UUID meetingId) {
        if (meetings.cancel(caseId, meetingId)) {
            log.add(actor, PlanLog.Action.MEETING_CANCELLED, caseId, meetingId.toString());
        }
    }
}
