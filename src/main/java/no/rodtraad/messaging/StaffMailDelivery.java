package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends kept messages to employees by mail. */
@Component
class StaffMailDelivery implements OutboxHandler {

    static final String KIND = "STAFF_MAIL";

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final Municipalities municipalities;
    private final Mailer mailer;
    private final Clock clock;
    private final String publicUrl;

    StaffMailDelivery(
            JdbcClient jdbc,
            StaffDirectory directory,
            Municipalities municipalities,
            Mailer mailer,
            Clock clock,
            @Value("${rodtraad.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.municipalities = municipalities;
        this.mailer = mailer;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One who has left, or lost the address, since the message was written gets no mail. */
    @Override
    public void handle(Outbox.Entry entry) throws MessagingException, UnsupportedEncodingException {
        Optional<Kept> kept = findUnsent(KeptMessage.idOf(entry));
        if (kept.isEmpty()) {
            return;
        }
        Optional<Member> recipient = directory.find(kept.get().userId());
        @Nullable String email = recipient.map(Member::email).orElse(null);
        if (recipient.isPresent() && email != null) {
            mailer.send(letter(kept.get(), recipient.get().name(), email));
            mark("sent_at", entry);
        }
    }

    @Override
    public void givenUp(Outbox.Entry entry, String reason) {
        mark("failed_at", entry);
    }

    private MailComposer.Letter letter(Kept kept, String name, String email) {
        return new MailComposer.Letter(
                kept.key(),
                MailComposer.Audience.STAFF,
                Language.NB,
                kept.subject(),
                kept.body(),
                publicUrl + "/saker/" + kept.caseId(),
                name,
                email,
                municipalities.get(kept.caseId().tenantId()).name(),
                null,
                kept.event());
    }

    private Optional<Kept> findUnsent(UUID id) {
        return jdbc.sql("""
                        select dedupe_key, case_id, user_id, subject, body_text, calendar_method, calendar_content
                        from staff_messages where id = :id and sent_at is null
                        """)
                .param("id", id)
                .query((row, number) -> new Kept(
                        row.getString("dedupe_key"),
                        new CaseId(row.getString("case_id")),
                        row.getString("user_id"),
                        row.getString("subject"),
                        row.getString("body_text"),
                        KeptMessage.event(row)))
                .optional();
    }

    private void mark(String column, Outbox.Entry entry) {
        jdbc.sql("update staff_messages set %s = :now where id = :id".formatted(column))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", KeptMessage.idOf(entry))
                .update();
    }

    private record Kept(
            String key,
            CaseId caseId,
            String userId,
            String subject,
            String body,
            @Nullable CalendarEvent event) {}
}
