package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends kept messages by mail. */
@Component
class MailDelivery implements OutboxHandler {

    static final String KIND = "MAIL";

    private final JdbcClient jdbc;
    private final MergeFields fields;
    private final CandidateLinks links;
    private final Mailer mailer;
    private final DeliveryReports reports;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    MailDelivery(
            JdbcClient jdbc,
            MergeFields fields,
            CandidateLinks links,
            Mailer mailer,
            DeliveryReports reports,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.links = links;
        this.mailer = mailer;
        this.reports = reports;
        this.ownTransaction = new TransactionTemplate(transactionManager);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        return new MailComposer.Letter(
                kept.key(),
                MailComposer.Audience.CANDIDATE,
                kept.subject(),
                kept.body(),
                newLink(kept.applicationId()),
                text(values, "recipientName"),
                text(values, "recipientEmail"),
                text(values, "municipalityName"),
                text(values, "contactEmail"),
                null);
    }

    /** Kept even when sending fails: a mail may have arrived although the connection was lost before the server said so. */
    private String newLink(ApplicationId applicationId) {
        String link = ownTransaction.execute(status -> links.linkFor(applicationId));
        if (link == null) {
            throw new IllegalStateException("No link was made for the candidate's page");
        }
        return link;
    }

    private Optional<Kept> findUnsent(UUID id) {
        return jdbc.sql("""
                        select dedupe_key, case_id, application_id, subject, body_text
                        from messages where id = :id and sent_at is null
                        """)
                .param("id", id)
                .query((row, number) -> new Kept(
                        row.getString("dedupe_key"),
                        new CaseId(row.getString("case_id")),
                        ApplicationId.of(row.getString("application_id")),
                        row.getString("subject"),
                        row.getString("body_text")))
                .optional();
    }

    private void mark(String column, Outbox.Entry entry) {
        jdbc.sql("update messages set %s = :now where id = :id".formatted(column))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", KeptMessage.idOf(entry))
                .update();
    }

    private static String text(Map<String, Object> values, String field) {
        Object value = values.get(field);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException("A mail needs the field '%s'".formatted(field));
        }
        return value.toString().strip();
    }

    private record Kept(String key, CaseId caseId, ApplicationId applicationId, String subject, String body) {}
}
