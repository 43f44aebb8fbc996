package no.rodtraad.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the effects in the table {@code outbox}. */
@Component
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OutboxHandlers handlers;
    private final Clock clock;

    JdbcOutbox(JdbcClient jdbc, ObjectMapper json, OutboxHandlers handlers, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.handlers = handlers;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Entry entry) {
        handlers.of(entry.kind());
        jdbc.sql("""
                        insert into outbox (id, kind, tenant_id, case_id, application_id, payload, created_at, next_try_at)
                        values (:id, :kind, :tenantId, :caseId, cast(:applicationId as uuid), cast(:payload as jsonb), :now, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", entry.id())
                .param("kind", entry.kind())
                .param("tenantId", entry.tenantId())
                .param("caseId", entry.caseId())
                .param("applicationId", entry.applicationId())
                .param("payload", write(entry))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private String write(Entry entry) {
        try {
            return json.writeValueAsString(entry.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload of outbox entry %s is no JSON".formatted(entry.id()), e);
        }
    }
}
