package no.rodtraad.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;

/** Whether what a diagram says about time can be read, asked of the calendars that will have to read it. */
final class TimeTexts {

    private static final String OR_EXPRESSION = " Det kan også være et uttrykk i ${…}.";
    private static final Date SOME_DAY = Date.from(Instant.parse("2027-03-01T12:00:00Z"));

    private final BusinessCalendarManager calendars;

    TimeTexts() {
        // whether a text can be read does not depend on anybody's closed days
        calendars = EngineCalendars.of((tenant, from, span) -> from.plusDays(span.amount()));
    }

    /** Where in a diagram a time stands, and what may be written there. */
    enum Place {
        TIME_DATE(
                "Tidspunktet",
                DueDateBusinessCalendar.NAME,
                "en dato (2027-03-01), en dato med klokkeslett (2027-03-01T12:00:00) eller et tidsrom, som "
                        + Span.EXAMPLES),
        TIME_DURATION("Varigheten", DurationBusinessCalendar.NAME, "et tidsrom, som " + Span.EXAMPLES),
        TIME_CYCLE(
                "Gjentakelsen",
                CycleBusinessCalendar.NAME,
                "R/P1BD (hver arbeidsdag), R5/P5BD (fem ganger, hver femte arbeidsdag) eller R/3 uker"),
        DUE_DATE(
                "Fristen",
                DueDateBusinessCalendar.NAME,
                "et tidsrom, som " + Span.EXAMPLES + ", eller en dato (2027-03-01)"),
        FOLLOW_UP_DATE(
                "Oppfølgingsdatoen",
                DueDateBusinessCalendar.NAME,
                "et tidsrom, som " + Span.EXAMPLES + ", eller en dato (2027-03-01)");

        private final String what;
        private final String calendar;
        private final String allowed;

        Place(String what, String calendar, String allowed) {
            this.what = what;
            this.calendar = calendar;
            this.allowed = allowed;
        }

        /** @param where the element as people know it */
        String refuse(String where, String text) {
            return "%s på %s kan ikke leses: «%s». Skriv %s.%s".formatted(what, where, text, allowed, OR_EXPRESSION);
        }
    }

    boolean isReadable(Place place, String text) {
        return text.contains("${")
                || text.contains("#{")
                || isRead(calendars.getBusinessCalendar(place.calendar), text);
    }

    private static boolean isRead(BusinessCalendar calendar, String text) {
        try {
            return calendar.resolveDuedate(text, SOME_DAY) != null;
        } catch (ProcessEngineException unreadable) {
            return false;
        }
    }
}
