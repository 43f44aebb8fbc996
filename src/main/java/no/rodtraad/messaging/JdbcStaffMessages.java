package no.rodtraad.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rendered message in the table {@code staff_messages} and leaves its delivery to the outbox. */
@Component
class JdbcStaffMessages implements StaffMessages {

    private final StaffTemplates templates;
    private final HiringCases cases;
    private final StaffDirectory directory;
    private final Municipalities municipalities;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    JdbcStaffMessages(
            StaffTemplates templates,
            HiringCases cases,
            StaffDirectory directory,
            Municipalities municipalities,
            JdbcClient jdbc,
            Outbox outbox,
            Clock clock) {
        this.templates = templates;
        this.cases = cases;
        this.directory = directory;
        this.municipalities = municipalities;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String key, CaseId caseId, String userId, String template, Map<String, Object> fields) {
        send(key, caseId, userId, template, fields, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(
            String key,
            CaseId caseId,
            String userId,
            String template,
            Map<String, Object> fields,
            @Nullable CalendarEvent event) {
        MessageTemplate text = templates.get(template);
        if (isKept(key)) {
            return;
        }
        MessageTemplate.Rendered message = text.render(withCase(caseId, userId, fields));
        UUID id = UUID.randomUUID();
        if (keep(id, key, caseId, userId, template, message, event) && hasMail(userId)) {
            outbox.put(new Outbox.Entry(
                    "staffMail:" + key,
                    StaffMailDelivery.KIND,
                    caseId.tenantId(),
                    caseId.value(),
                    null,
                    KeptMessage.payload(id)));
        }
    }

    private Map<String, Object> withCase(CaseId caseId, String userId, Map<String, Object> fields) {
        HiringCases.HiringCase hiring = cases.get(caseId);
        Map<String, Object> all = new HashMap<>(fields);
        all.put("recipientName", directory.nameOf(userId));
        all.put("caseNumber", caseId.caseNumber());
        all.put("caseTitle", hiring.title());
        all.put("workplace", hiring.workplace());
        all.put("municipalityName", municipalities.get(caseId.tenantId()).name());
        return all;
    }

    private boolean hasMail(String userId) {
        return directory.find(userId).filter(member -> member.email() != null).isPresent();
    }

    private boolean isKept(String key) {
        return jdbc.sql("select exists (select 1 from staff_messages where dedupe_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** @return false where another transaction was first */
    private boolean keep(
            UUID id,
            String key,
            CaseId caseId,
            String userId,
            String template,
            MessageTemplate.Rendered message,
            @Nullable CalendarEvent event) {
        return jdbc.sql("""
                                insert into staff_messages
                                  (id, dedupe_key, tenant_id, case_id, user_id, template, subject, body_text,
                                   calendar_method, calendar_content, created_at)
                                values (:id, :key, :tenantId, :caseId, :userId, :template, :subject, :body,
                                        :method, :content, :now)
                                on conflict (dedupe_key) do nothing
                                """)
                        .param("id", id)
                        .param("key", key)
                        .param("tenantId", caseId.tenantId())
                        .param("caseId", caseId.value())
                        .param("userId", userId)
                        .param("template", template)
                        .param("subject", message.subject())
                        .param("body", message.body())
                        .param("method", event == null ? null : event.method())
                        .param("content", event == null ? null : event.content())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
