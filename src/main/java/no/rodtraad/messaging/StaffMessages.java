package no.rodtraad.messaging;

import java.util.Map;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** Mail to employees about their own work. Nothing in it tells who the candidates are. */
public interface StaffMessages {

    /**
     * Renders the message and leaves its delivery to the outbox, in the caller's transaction.
     *
     * @param key idempotency key; the same key again does nothing
     * @param userId the employee; one without a mail address gets the message on the case's page only
     * @param template file name in {@code messages/staff/nb}, e.g. {@code S01}
     * @param fields what the template uses beside the case's own fields, formatted for a reader
     */
    void send(String key, CaseId caseId, String userId, String template, Map<String, Object> fields);

    /** The same with an event for the employee's calendar. */
    void send(
            String key,
            CaseId caseId,
            String userId,
            String template,
            Map<String, Object> fields,
            @Nullable CalendarEvent event);

    /**
     * @param method iTIP method, {@code REQUEST} or {@code CANCEL} (RFC 5546)
     * @param content the iCalendar object (RFC 5545)
     */
    record CalendarEvent(String method, String content) {}
}
