package no.rodtraad.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes effects that leave the database. Call it in the transaction that decides the effect. */
public interface Outbox {

    /** Remembers the effect. The same id again does nothing. */
    void put(Entry entry);

    /**
     * One effect to carry out.
     *
     * @param id idempotency key, e.g. {@code <case>:<application>:<element>:<job>}
     * @param kind which {@link OutboxHandler} carries it out, e.g. {@code MAIL}
     * @param payload what the handler needs; ids rather than personal data
     */
    record Entry(
            String id,
            String kind,
            String tenantId,
            @Nullable String caseId,
            @Nullable String applicationId,
            Map<String, Object> payload) {}
}
