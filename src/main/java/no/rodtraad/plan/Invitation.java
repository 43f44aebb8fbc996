package no.rodtraad.plan;

import java.time.Instant;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.messaging.Appointment;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.plan.Plans.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as calendars exchange it. Tells what the case is about, never who the candidates are.
 *
 * @param organizer to whom answers go
 */
record Invitation(MeetingStore.Row row, String about, Member organizer, Member attendee, Instant now) {

    CalendarEvent request() {
        return appointment().request();
    }

    CalendarEvent cancellation() {
        return appointment().cancellation();
    }

    private Appointment appointment() {
        Meeting meeting = row.meeting();
        return new Appointment(
                meeting.id() + "@rodtraad",
                row.sequence(),
                meeting.title(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                about,
                person(organizer),
                person(attendee),
                false,
                now);
    }

    private static Appointment.Person person(Member member) {
        @Nullable String email = member.email();
        if (email == null) {
            throw new IllegalArgumentException("One without a mail address cannot be invited");
        }
        return new Appointment.Person(member.name(), email);
    }
}
