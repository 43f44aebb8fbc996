package no.rodtraad.plan;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.process.OsloTime;

/**
 * A meeting as calendars exchange it (RFC 5545, RFC 5546). The UID is the meeting's for as long as it lives; times are
 * Oslo's, with the rules for summer time included. Tells what the case is about, never who the candidates are.
 *
 * @param organizer to whom answers go
 */
record Invitation(MeetingStore.Row row, String about, Member organizer, Member attendee, Instant now) {

    private static final VTimeZone OSLO = oslo();

    /** The library knows Oslo as another name of Berlin, with the same rules; here it must have the name the times have. */
    private static VTimeZone oslo() {
        String name = OsloTime.ZONE.getId();
        VTimeZone zone = TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(name)
                .getVTimeZone()
                .copy();
        zone.removeAll(Property.TZURL, "X-LIC-LOCATION");
        zone.replace(new TzId(name));
        return zone;
    }

    CalendarEvent request() {
        return event(ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED);
    }

    CalendarEvent cancellation() {
        return event(ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED);
    }

    private CalendarEvent event(Method method, Status status) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Rod trad//Plan//NO"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(OSLO);
        calendar.add(meeting(status));
        return new CalendarEvent(method.getValue(), calendar.toString());
    }

    private VEvent meeting(Status status) {
        Meeting meeting = row.meeting();
        var event = new VEvent(inOslo(meeting.startsAt()), inOslo(meeting.endsAt()), meeting.title());
        event.replace(new DtStamp(now));
        event.add(new Uid(meeting.id() + "@rodtraad"));
        event.add(new Sequence(row.sequence()));
        event.add(new Location(meeting.place()));
        event.add(new Description(about));
        event.add(status);
        event.add(from());
        event.add(to());
        return event;
    }

    private Organizer from() {
        var from = new Organizer(address(organizer));
        from.add(new Cn(organizer.name()));
        return from;
    }

    private Attendee to() {
        var to = new Attendee(address(attendee));
        to.add(new Cn(attendee.name()));
        to.add(Rsvp.TRUE);
        return to;
    }

    private static ZonedDateTime inOslo(Instant time) {
        return time.atZone(OsloTime.ZONE);
    }

    private static URI address(Member member) {
        return URI.create("mailto:" + member.email());
    }
}
