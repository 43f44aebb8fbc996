package no.rodtraad.plan;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.UUID;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.process.CaseId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invitasjonen til et møte")
class InvitationTest {

    private static final UUID ID = UUID.fromString("3a0f3b5e-0000-4000-8000-000000000001");
    private static final Member HR = new Member("hr1", "Åse Hårvik", "hr1@example.com");
    private static final Member UNION = new Member("union1", "Demo Tillitsen", "union1@example.com");

    @Test
    void saysWhatWhenAndWhereInOsloTime() {
        CalendarEvent event = invitation(0, "2027-01-12T08:00:00Z").request();

        VEvent read = read(event);
        assertThat(event.method()).isEqualTo("REQUEST");
        assertThat(event.content())
                .contains(
                        "METHOD:REQUEST",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Oslo\r\n",
                        "BEGIN:DAYLIGHT",
                        "DTSTART;TZID=Europe/Oslo:20270112T090000");
        assertThat(event.content()).doesNotContain("Berlin");
        assertThat(read.getUid().getValue()).isEqualTo(ID + "@rodtraad");
        assertThat(read.getSummary().getValue()).isEqualTo("Oppstartsmøte på Ås");
        assertThat(read.getLocation().getValue()).isEqualTo("Rådhuset, møterom 2");
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-01-12T08:00:00Z"));
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2027-01-12T09:00:00Z"));
        assertThat(read.getOrganizer().getEmail()).isEqualTo("hr1@example.com");
        assertThat(read.getAttendees()).hasSize(1);
        assertThat(read.getAttendees().get(0).getEmail()).isEqualTo("union1@example.com");
    }

    @Test
    void keepsItsTimeWhenSummerTimeBegins() {
        VEvent read = read(invitation(0, "2027-03-30T07:00:00Z").request());

        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-30T07:00:00Z"));
    }

    @Test
    void isCancelledUnderTheSameIdWithAHigherNumber() {
        CalendarEvent event = invitation(3, "2027-01-12T08:00:00Z").cancellation();

        VEvent read = read(event);
        assertThat(event.method()).isEqualTo("CANCEL");
        assertThat(read.getUid().getValue()).isEqualTo(ID + "@rodtraad");
        assertThat(read.getSequence().getValue()).isEqualTo(3);
        assertThat(read.getStatus().isCancelled()).isTrue();
    }

    private static Invitation invitation(int sequence, String start) {
        Instant from = Instant.parse(start);
        var meeting = new Meeting(ID, "Oppstartsmøte på Ås", from, from.plusSeconds(3600), "Rådhuset, møterom 2");
        return new Invitation(
                new MeetingStore.Row(new CaseId("eksempelvik-2027-0001"), meeting, sequence),
                "Ansettelsessak 2027-0001",
                HR,
                UNION,
                Instant.parse("2027-01-04T08:00:00Z"));
    }

    private static VEvent read(CalendarEvent event) {
        ICalendar calendar = Biweekly.parse(event.content()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).toString()).isEmpty();
        return calendar.getEvents().get(0);
    }
}
