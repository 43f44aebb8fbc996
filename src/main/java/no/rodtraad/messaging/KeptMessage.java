package no.rodtraad.messaging;

import java.util.Map;
import java.util.UUID;
import no.rodtraad.outbox.Outbox;

/** How an outbox entry names the kept message that it is to deliver. */
final class KeptMessage {

    private static final String ID = "messageId";

    private KeptMessage() {}

    static Map<String, Object> payload(UUID id) {
        return Map.of(ID, id.toString());
    }

    static UUID idOf(Outbox.Entry entry) {
        Object id = entry.payload().get(ID);
        if (id == null) {
            throw new IllegalArgumentException("Outbox entry %s names no message".formatted(entry.id()));
        }
        return UUID.fromString(id.toString());
    }
}
