package no.rodtraad.messaging;

import java.util.Optional;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.process.ApplicationId;

/** A feature's events for candidates' calendars, each sent with the message it belongs to. */
public interface CalendarSource {

    /** The event that a message brings. Called once for each message, in the transaction that writes it. */
    Optional<CalendarEvent> eventWith(String code, ApplicationId applicationId, Language language);
}
