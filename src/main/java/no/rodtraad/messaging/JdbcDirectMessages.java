package no.rodtraad.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import no.rodtraad.messaging.MessageSubject.Addressee;
import no.rodtraad.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers in the table {@code direct_messages} that a message was sent, never what it said or to whom by name. */
@Component
class JdbcDirectMessages implements DirectMessages {

    private final MessageSubjects subjects;
    private final LayeredTexts texts;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    JdbcDirectMessages(MessageSubjects subjects, LayeredTexts texts, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.subjects = subjects;
        this.texts = texts;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String key, String kind, UUID subject, String code) {
        MessageSubject addressed = subjects.ofKind(kind);
        addressed.addressee(subject).ifPresent(addressee -> {
            texts.get(addressee.tenantId(), code, addressee.language())
                    .template()
                    .render(MessageSubjects.fields(addressed, subject, addressee));
            UUID id = UUID.randomUUID();
            if (keep(id, key, addressee, kind, subject, code)) {
                outbox.put(new Outbox.Entry(
                        "directMail:" + key,
                        DirectMailDelivery.KIND,
                        addressee.tenantId(),
                        null,
                        null,
                        KeptMessage.payload(id)));
            }
        });
    }

    /** @return false when the key is used already */
    private boolean keep(UUID id, String key, Addressee addressee, String kind, UUID subject, String code) {
        return jdbc.sql("""
                                insert into direct_messages (id, dedupe_key, tenant_id, kind, subject_id, code, created_at)
                                values (:id, :key, :tenantId, :kind, :subject, :code, :now)
                                on conflict (dedupe_key) do nothing
                                """)
                        .param("id", id)
                        .param("key", key)
                        .param("tenantId", addressee.tenantId())
                        .param("kind", kind)
                        .param("subject", subject)
                        .param("code", code)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
