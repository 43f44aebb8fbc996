package no.rodtraad.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rendered message in the table {@code messages} and leaves its delivery to the outbox. */
@Component
class JdbcCandidateMessages implements CandidateMessages {

    private final MessageTemplates templates;
    private final MergeFields fields;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    JdbcCandidateMessages(MessageTemplates templates, MergeFields fields, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.templates = templates;
        this.fields = fields;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String key, CaseId caseId, ApplicationId applicationId, String code) {
        MessageTemplate template = templates.get(code);
        if (isKept(key)) {
            return;
        }
        MessageTemplate.Rendered message = template.render(fields.of(caseId, applicationId));
        UUID id = UUID.randomUUID();
        if (keep(id, key, caseId, applicationId, code, message)) {
            outbox.put(new Outbox.Entry(
                    "mail:" + key,
                    MailDelivery.KIND,
                    caseId.tenantId(),
                    caseId.value(),
                    applicationId.toString(),
                    KeptMessage.payload(id)));
        }
    }

    private boolean isKept(String key) {
        return jdbc.sql("select exists (select 1 from messages where dedupe_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** @return false where another transaction was first */
    private boolean keep(
            UUID id,
            String key,
            CaseId caseId,
            ApplicationId applicationId,
            String code,
            MessageTemplate.Rendered message) {
        return jdbc.sql("""
                                insert into messages
                                  (id, dedupe_key, tenant_id, case_id, application_id, code, subject, body_text, created_at)
                                values (:id, :key, :tenantId, :caseId, :applicationId, :code, :subject, :body, :now)
                                on conflict (dedupe_key) do nothing
                                """)
                        .param("id", id)
                        .param("key", key)
                        .param("tenantId", caseId.tenantId())
                        .param("caseId", caseId.value())
                        .param("applicationId", applicationId.value())
                        .param("code", code)
                        .param("subject", message.subject())
                        .param("body", message.body())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
