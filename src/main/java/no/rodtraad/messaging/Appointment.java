package no.rodtraad.messaging;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
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
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.process.OsloTime;

/**
 * An appointment as calendars exchange it (RFC 5545, RFC 5546); times are Oslo's, with the rules for summer time included.
 *
 * @param uid the same for as long as the appointment lives, whatever changes
 * @param sequence one higher for each change
 * @param about shown in the calendar, where others may read it
 * @param organizer to whom answers go
 * @param agreed whether the attendee has said yes already, so that no answer is asked for
 */
public record Appointment(
        String uid,
        int sequence,
        String title,
        Instant startsAt,
        Instant endsAt,
        String place,
        String about,
        Person organizer,
        Person attendee,
        boolean agreed,
        Instant now) {

    private static final VTimeZone OSLO = oslo();

    public record Person(String name, String email) {}

    public CalendarEvent request() {
        return event(ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED);
    }

    public CalendarEvent cancellation() {
        return event(ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED);
    }

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

    private CalendarEvent event(Method method, Status status) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Rod trad//Rod trad//NO"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(OSLO);
        calendar.add(appointment(status));
        return new CalendarEvent(method.getValue(), calendar.toString());
    }

    private VEvent appointment(Status status) {
        var event = new VEvent(inOslo(startsAt), inOslo(endsAt), title);
        event.replace(new DtStamp(now));
        event.add(new Uid(uid));
        event.add(new Sequence(sequence));
        event.add(new Location(place));
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
        to.add(agreed ? PartStat.ACCEPTED : Rsvp.TRUE);
        return to;
    }

    private static ZonedDateTime inOslo(Instant time) {
        return time.atZone(OsloTime.ZONE);
    }

    private static URI address(Person person) {
        return URI.create("mailto:" + person.email());
    }
}
