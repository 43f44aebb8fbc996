package no.rodtraad.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rendered message in the table {@code messages} and leaves its delivery to the outbox. */
@Component
class JdbcCandidateMessages implements CandidateMessages {

    private final LayeredTexts texts;
    private final Recipients recipients;
    private final MergeFields fields;
    private final ObjectProvider<CalendarSource> calendars;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    JdbcCandidateMessages(
            LayeredTexts texts,
            Recipients recipients,
            MergeFields fields,
            ObjectProvider<CalendarSource> calendars,
            JdbcClient jdbc,
            Outbox outbox,
            Clock clock) {
        this.texts = texts;
        this.recipients = recipients;
        this.fields = fields;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String key, CaseId caseId, ApplicationId applicationId, String code) {
        Language language = recipients.languageOf(applicationId);
        LayeredTexts.Found text = texts.get(caseId, code, language);
        if (isKept(key)) {
            return;
        }
        MessageTemplate.Rendered message = text.template().render(fields.of(caseId, applicationId));
        UUID id = UUID.randomUUID();
        if (keep(id, key, caseId, applicationId, code, text.version(), message)) {
            calendars.stream()
                    .flatMap(calendar -> calendar.eventWith(code, applicationId, language).stream())
                    .forEach(event -> keep(id, event));
            outbox.put(new Outbox.Entry(
                    "mail:" + key,
                    MailDelivery.KIND,
                    caseId.tenantId(),
                    caseId.value(),
                    applicationId.toString(),
                    KeptMessage.payload(id)));
        }
    }

    private void keep(UUID id, CalendarEvent event) {
        jdbc.sql("update messages set calendar_method = :method, calendar_content = :content where id = :id")
                .param("method", event.method())
                .param("content", event.content())
                .param("id", id)
                .update();
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
            @Nullable UUID version,
            MessageTemplate.Rendered message) {
        return jdbc.sql("""
                                insert into messages
                                  (id, dedupe_key, tenant_id, case_id, application_id, code, text_id, subject, body_text,
                                   created_at)
                                values (:id, :key, :tenantId, :caseId, :applicationId, :code, :version, :subject, :body, :now)
                                on conflict (dedupe_key) do nothing
                                """)
                        .param("id", id)
                        .param("key", key)
                        .param("tenantId", caseId.tenantId())
                        .param("caseId", caseId.value())
                        .param("applicationId", applicationId.value())
                        .param("code", code)
                        .param("version", version)
                        .param("subject", message.subject())
                        .param("body", message.body())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
