package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.MessageSubject.Addressee;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes direct messages and sends them by mail. */
@Component
class DirectMailDelivery implements OutboxHandler {

    static final String KIND = "DIRECT_MAIL";

    private final JdbcClient jdbc;
    private final MessageSubjects subjects;
    private final LayeredTexts texts;
    private final FreshLinks links;
    private final Mailer mailer;
    private final Clock clock;

    DirectMailDelivery(
            JdbcClient jdbc,
            MessageSubjects subjects,
            LayeredTexts texts,
            FreshLinks links,
            Mailer mailer,
            Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.texts = texts;
        this.links = links;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One that has been deleted since the message was decided gets no mail. */
    @Override
    public void handle(Outbox.Entry entry) throws MessagingException, UnsupportedEncodingException {
        Optional<Kept> kept = findUnsent(KeptMessage.idOf(entry));
        if (kept.isEmpty()) {
            return;
        }
        MessageSubject subject = subjects.ofKind(kept.get().kind());
        Optional<Addressee> addressee = subject.addressee(kept.get().subjectId());
        if (addressee.isPresent()) {
            mailer.send(letter(kept.get(), subject, addressee.get()));
            mark("sent_at", entry);
        }
    }

    @Override
    public void givenUp(Outbox.Entry entry, String reason) {
        mark("failed_at", entry);
    }

    private MailComposer.Letter letter(Kept kept, MessageSubject subject, Addressee addressee) {
        Map<String, Object> fields = MessageSubjects.fields(subject, kept.subjectId(), addressee);
        MessageTemplate.Rendered text = texts.get(addressee.tenantId(), kept.code(), addressee.language())
                .template()
                .render(fields);
        return new MailComposer.Letter(
                kept.key(),
                MailComposer.Audience.CANDIDATE,
                addressee.language(),
                text.subject(),
                text.body(),
                links.make(() -> subject.newLink(kept.subjectId())),
                addressee.name(),
                addressee.email(),
                MailDelivery.text(fields, "municipalityName"),
                MailDelivery.text(fields, "contactEmail"),
                null);
    }

    private Optional<Kept> findUnsent(UUID id) {
        return jdbc.sql("""
                        select dedupe_key, kind, subject_id, code
                        from direct_messages where id = :id and sent_at is null
                        """)
                .param("id", id)
                .query((row, number) -> new Kept(
                        row.getString("dedupe_key"),
                        row.getString("kind"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("code")))
                .optional();
    }

    private void mark(String column, Outbox.Entry entry) {
        jdbc.sql("update direct_messages set %s = :now where id = :id".formatted(column))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", KeptMessage.idOf(entry))
                .update();
    }

    private record Kept(String key, String kind, UUID subjectId, String code) {}
}
