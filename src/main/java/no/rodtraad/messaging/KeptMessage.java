package no.rodtraad.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** How an outbox entry names the kept message that it is to deliver. */
final class KeptMessage {

    private static final String ID = "messageId";

    private KeptMessage() {}

    static Map<String, Object> payload(UUID id) {
        return Map.of(ID, id.toString());
    }

    /** The event of a row that has one, for the recipient's calendar. */
    static @Nullable CalendarEvent event(ResultSet row) throws SQLException {
        @Nullable String method = row.getString("calendar_method");
        @Nullable String content = row.getString("calendar_content");
        return method == null || content == null ? null : new CalendarEvent(method, content);
    }

    static UUID idOf(Outbox.Entry entry) {
        Object id = entry.payload().get(ID);
        if (id == null) {
            throw new IllegalArgumentException("Outbox entry %s names no message".formatted(entry.id()));
        }
        return UUID.fromString(id.toString());
    }
}
