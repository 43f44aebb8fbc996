package no.rodtraad.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.Participants;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.messaging.StaffMessages;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the meetings of a plan into the calendars of those who take part, and keeps them right there. */
@Component
class Meetings {

    private final MeetingStore store;
    private final PlanStore plan;
    private final Participants participants;
    private final StaffDirectory directory;
    private final StaffMessages messages;
    private final HiringCases cases;
    private final Municipalities municipalities;
    private final Clock clock;

    Meetings(
            MeetingStore store,
            PlanStore plan,
            Participants participants,
            StaffDirectory directory,
            StaffMessages messages,
            HiringCases cases,
            Municipalities municipalities,
            Clock clock) {
        this.store = store;
        this.plan = plan;
        this.participants = participants;
        this.directory = directory;
        this.messages = messages;
        this.cases = cases;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    void add(CaseId caseId, Meeting meeting) {
        MeetingStore.Row row = store.add(caseId, meeting);
        invitees(caseId).forEach(user -> invite(row, user));
    }

    /** @return false where there is no such meeting, or nothing is different */
    boolean change(CaseId caseId, Meeting meeting) {
        Optional<MeetingStore.Row> old = store.find(caseId, meeting.id());
        if (old.isEmpty() || old.get().meeting().equals(meeting)) {
            return false;
        }
        MeetingStore.Row changed = store.change(old.get(), meeting);
        store.invited(meeting.id()).forEach(user -> tell(changed, user, "S08", true));
        return true;
    }

    boolean cancel(CaseId caseId, UUID id) {
        Optional<MeetingStore.Row> meeting = store.find(caseId, id);
        meeting.ifPresent(this::cancel);
        return meeting.isPresent();
    }

    /** Makes these the meetings to come. One with the title of an old one is that meeting, moved. */
    void replace(CaseId caseId, List<Meeting> wanted) {
        List<MeetingStore.Row> old = new ArrayList<>(toCome(caseId));
        for (Meeting meeting : wanted) {
            Optional<MeetingStore.Row> same = old.stream()
                    .filter(row -> row.meeting().title().equals(meeting.title()))
                    .findFirst();
            if (same.isPresent()) {
                old.remove(same.get());
                change(caseId, movedTo(same.get().meeting(), meeting));
            } else {
                add(caseId, meeting);
            }
        }
        old.forEach(this::cancel);
        followPeople(caseId);
    }

    private static Meeting movedTo(Meeting old, Meeting meeting) {
        return new Meeting(old.id(), meeting.title(), meeting.startsAt(), meeting.endsAt(), meeting.place());
    }

    /** Those to come; what has been held stays in the calendars. */
    void cancelAll(CaseId caseId) {
        toCome(caseId).forEach(this::cancel);
    }

    /** Invites those who have come into the plan, and takes the meetings to come from those who have left it. */
    void followPeople(CaseId caseId) {
        Set<String> now = invitees(caseId);
        for (MeetingStore.Row meeting : toCome(caseId)) {
            Set<String> invited = store.invited(meeting.meeting().id());
            now.stream().filter(user -> !invited.contains(user)).forEach(user -> invite(meeting, user));
            invited.stream().filter(user -> !now.contains(user)).forEach(user -> withdraw(meeting, user));
        }
    }

    private void cancel(MeetingStore.Row meeting) {
        Set<String> invited = store.invited(meeting.meeting().id());
        MeetingStore.Row cancelled = store.cancel(meeting, clock.instant());
        invited.forEach(user -> withdraw(cancelled, user));
    }

    private void invite(MeetingStore.Row meeting, String user) {
        store.invite(meeting, user);
        tell(meeting, user, "S07", true);
    }

    private void withdraw(MeetingStore.Row meeting, String user) {
        store.withdraw(meeting, user);
        tell(meeting, user, "S09", false);
    }

    private List<MeetingStore.Row> toCome(CaseId caseId) {
        Instant now = clock.instant();
        return store.of(caseId).stream()
                .filter(row -> row.meeting().startsAt().isAfter(now))
                .toList();
    }

    private Set<String> invitees(CaseId caseId) {
        List<String> groups = participants.of(caseId);
        return plan.roles(caseId).stream()
                .filter(role -> groups.contains(role.groupId()))
                .map(PlannedRole::holder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The key lets one who leaves the plan and comes back be invited again. */
    private void tell(MeetingStore.Row row, String user, String template, boolean invitation) {
        Meeting meeting = row.meeting();
        Map<String, Object> fields = new HashMap<>();
        fields.put("meetingTitle", meeting.title());
        fields.put("meetingWhen", OsloTime.dateAndTime(meeting.startsAt()));
        fields.put("meetingPlace", meeting.place());
        String key = "meeting:%s:%d:%s:%s:%d"
                .formatted(
                        meeting.id(),
                        row.sequence(),
                        user,
                        template,
                        clock.instant().toEpochMilli());
        messages.send(key, row.caseId(), user, template, fields, event(row, user, invitation));
    }

    /** None where the organiser or the employee has no address, so no calendar could answer. */
    private @Nullable CalendarEvent event(MeetingStore.Row row, String user, boolean invitation) {
        Optional<Member> organizer = plan.role(row.caseId(), "hr")
                .map(PlannedRole::holder)
                .flatMap(directory::find)
                .filter(member -> member.email() != null);
        Optional<Member> attendee = directory.find(user).filter(member -> member.email() != null);
        if (organizer.isEmpty() || attendee.isEmpty()) {
            return null;
        }
        var event = new Invitation(row, about(row.caseId()), organizer.get(), attendee.get(), clock.instant());
        return invitation ? event.request() : event.cancellation();
    }

    private String about(CaseId caseId) {
        HiringCases.HiringCase hiring = cases.get(caseId);
        return "Ansettelsessak %s: %s, %s. %s"
                .formatted(
                        caseId.caseNumber(),
                        hiring.title(),
                        hiring.workplace(),
                        municipalities.get(caseId.tenantId()).name());
    }
}
