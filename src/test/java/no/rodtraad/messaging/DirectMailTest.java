package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("En e-post til en som ikke har søkt ennå")
@SpringBootTest(
        classes = {MailTest.Context.class, DirectMailTest.Drafts.class},
        properties = {"rodtraad.demo.mail=true", "rodtraad.outbox.enabled=false"})
@AutoConfigureMockMvc(addFilters = false)
class DirectMailTest {

    private static final String ADDRESS = "kari.kladd@example.com";

    @Autowired
    private DirectMessages messages;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private DemoMailServer server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Draft draft;

    private final UUID subject = UUID.randomUUID();

    @BeforeEach
    void startAfresh() {
        server.empty();
        jdbc.sql("delete from outbox").update();
        jdbc.sql("delete from direct_messages").update();
        draft.deleted = false;
        draft.fields = new HashMap<>(SampleFields.ALL);
        draft.fields.put("applicationDeadline", LocalDate.of(2026, 3, 3));
        draft.addressee = new MessageSubject.Addressee("eksempelvik", "Kari Nordmann", ADDRESS, Language.NB);
    }

    @Test
    void isSentOncePerKeyWithAFreshLink() throws Exception {
        send("draft-1", "M02");
        send("draft-1", "M02");

        relay.deliverDue();
        relay.deliverDue();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Søknaden din er ikke sendt ennå – Lærer på mellomtrinnet");
        assertThat(text(mail))
                .startsWith("Hei, Kari!")
                .contains("søknadsfristen er tirsdag 3. mars 2026", "https://jobb.example.no/kladd/" + subject);
    }

    @Test
    void greetsOneWhoHasNotWrittenANameYet() throws Exception {
        draft.addressee = new MessageSubject.Addressee("eksempelvik", "", ADDRESS, Language.NB);
        send("draft-1", "M02K");

        relay.deliverDue();

        assertThat(text(onlyMail())).startsWith("Hei!");
    }

    @Test
    void isNotSentToOneWhoIsDeleted() throws Exception {
        send("draft-1", "M02");
        draft.deleted = true;
        send("draft-2", "M02");

        assertThat(relay.deliverDue()).isEqualTo(1);
        assertThat(server.newestFirst()).isEmpty();
    }

    @Test
    void isNotSentWithAHole() {
        draft.fields.remove("vacancyTitle");

        assertThatThrownBy(() -> send("draft-1", "M02")).hasMessage("Message M02 needs the field 'vacancyTitle'");
    }

    @Test
    void leavesNothingAboutThePersonInTheDatabase() {
        send("draft-1", "M02");
        relay.deliverDue();

        String kept = jdbc.sql("select row_to_json(d)::text from direct_messages d")
                        .query(String.class)
                        .single()
                + jdbc.sql("select row_to_json(o)::text from outbox o")
                        .query(String.class)
                        .single();
        assertThat(kept).contains("M02").doesNotContain("Kari", ADDRESS, "kladd/");
    }

    private void send(String key, String code) {
        transaction.executeWithoutResult(status -> messages.send(key, "DRAFT", subject, code));
    }

    private MimeMessage onlyMail() throws Exception {
        List<MimeMessage> mails = MailTest.mails(server, ADDRESS);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    static class Draft implements MessageSubject {

        private boolean deleted;
        private Map<String, Object> fields = Map.of();
        private @Nullable Addressee addressee;

        @Override
        public String kind() {
            return "DRAFT";
        }

        @Override
        public Optional<Addressee> addressee(UUID subject) {
            return deleted ? Optional.empty() : Optional.ofNullable(addressee);
        }

        @Override
        public Map<String, Object> fields(UUID subject) {
            return fields;
        }

        @Override
        public String newLink(UUID subject) {
            return "https://jobb.example.no/kladd/" + subject;
        }
    }

    static class Drafts {

        @Bean
        Draft draft() {
            return new Draft();
        }
    }
}
