package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends kept messages by mail. */
@Component
class MailDelivery implements OutboxHandler {

    static final String KIND = "MAIL";

    private final JdbcClient jdbc;
    private final MessageTemplates templates;
    private final LayeredTexts texts;
    private final MergeFields fields;
    private final CandidateLinks links;
    private final FreshLinks freshLinks;
    private final Recipients recipients;
    private final Mailer mailer;
    private final DeliveryReports reports;
    private final Clock clock;

    MailDelivery(
            JdbcClient jdbc,
            MessageTemplates templates,
            LayeredTexts texts,
            MergeFields fields,
            CandidateLinks links,
            FreshLinks freshLinks,
            Recipients recipients,
            Mailer mailer,
            DeliveryReports reports,
            Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.texts = texts;
        this.fields = fields;
        this.links = links;
        this.freshLinks = freshLinks;
        this.recipients = recipients;
        this.mailer = mailer;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** An application that is deleted has no messages any more, and nothing is sent. */
    @Override
    public void handle(Outbox.Entry entry) throws MessagingException, UnsupportedEncodingException {
        Optional<Kept> kept = findUnsent(KeptMessage.idOf(entry));
        if (kept.isPresent()) {
            mailer.send(letter(kept.get()));
            mark("sent_at", entry);
            reports.delivered(KeptMessage.idOf(entry));
        }
    }

    @Override
    public void givenUp(Outbox.Entry entry, String reason) {
        mark("failed_at", entry);
        reports.failed(KeptMessage.idOf(entry));
    }

    private MailComposer.Letter letter(Kept kept) {
        Map<String, Object> values = fields.of(kept.caseId(), kept.applicationId());
        Language language = recipients.languageOf(kept.applicationId());
        MessageTemplate.Rendered mail = mail(kept, language, values);
        return new MailComposer.Letter(
                kept.key(),
                MailComposer.Audience.CANDIDATE,
                language,
                mail.subject(),
                mail.body(),
                freshLinks.make(() -> links.linkFor(kept.applicationId())),
                text(values, "recipientName"),
                text(values, "recipientEmail"),
                text(values, "municipalityName"),
                text(values, "contactEmail"),
                kept.event());
    }

    private MessageTemplate.Rendered mail(Kept kept, Language language, Map<String, Object> values) {
        MailForm form = templates.mail(kept.code());
        if (form == MailForm.FULL) {
            return new MessageTemplate.Rendered(kept.subject(), kept.body());
        }
        Map<String, Object> notice = new HashMap<>(values);
        notice.put("answerWanted", form == MailForm.NOTICE_TO_ANSWER);
        return texts.get(kept.caseId(), MessageTemplates.NOTICE, language)
                .template()
                .render(notice);
    }

    private Optional<Kept> findUnsent(UUID id) {
        return jdbc.sql("""
                        select dedupe_key, case_id, application_id, code, subject, body_text,
                               calendar_method, calendar_content
                        from messages where id = :id and sent_at is null
                        """)
                .param("id", id)
                .query((row, number) -> new Kept(
                        row.getString("dedupe_key"),
                        new CaseId(row.getString("case_id")),
                        ApplicationId.of(row.getString("application_id")),
                        row.getString("code"),
                        row.getString("subject"),
                        row.getString("body_text"),
                        KeptMessage.event(row)))
                .optional();
    }

    private void mark(String column, Outbox.Entry entry) {
        jdbc.sql("update messages set %s = :now where id = :id".formatted(column))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", KeptMessage.idOf(entry))
                .update();
    }

    static String text(Map<String, Object> values, String field) {
        Object value = values.get(field);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException("A mail needs the field '%s'".formatted(field));
        }
        return value.toString().strip();
    }

    private record Kept(
            String key,
            CaseId caseId,
            ApplicationId applicationId,
            String code,
            String subject,
            String body,
            @Nullable CalendarEvent event) {}
}
