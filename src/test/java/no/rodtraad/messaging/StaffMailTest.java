package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("En e-post til en ansatt")
@SpringBootTest(
        classes = MailTest.Context.class,
        properties = {"rodtraad.demo.mail=true", "rodtraad.outbox.enabled=false"})
@AutoConfigureMockMvc(addFilters = false)
class StaffMailTest {

    private static final String ADDRESS = "hr1@example.com";
    private static final Map<String, Object> MEETING = Map.of(
            "meetingTitle", "Oppstart", "meetingWhen", "mandag 9. mars 2026 kl. 10.00", "meetingPlace", "Fjorden");

    @Autowired
    private StaffMessages messages;

    @Autowired
    private StaffTemplates templates;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private DemoMailServer server;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void startAfresh() {
        server.empty();
        jdbc.sql("delete from outbox").update();
        jdbc.sql("delete from staff_messages").update();
        MailTest.newCase(jdbc);
        knownAs("Demo Hårvik", ADDRESS);
    }

    @Test
    void greetsByNameAndLeadsToTheCase() throws Exception {
        send("key-1", "S07", MEETING, null);

        relay.deliverDue();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Møte i sak 2026-0001: Oppstart");
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(part(mail, 0).getContent().toString().lines())
                .contains(
                        "Hei, Demo Hårvik!",
                        "Du er invitert til et møte om ansettelsen «lærer» ved Solåsen skole:",
                        "– Når: mandag 9. mars 2026 kl. 10.00",
                        "http://localhost:8080/saker/eksempelvik-2026-0001",
                        "Rød tråd i Eksempelvik kommune");
        assertThat(part(mail, 1).getContent().toString())
                .contains("Åpne saken")
                .doesNotContain("personlig", "Åpne siden din", "{{");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void carriesACalendarEventThatSaysWhatItIsFor() throws Exception {
        String content = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//NO\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
                + "UID:a@rodtraad\r\nDTSTAMP:20260302T080000Z\r\nSUMMARY:Møte på Ås\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        send("key-1", "S07", MEETING, new CalendarEvent("REQUEST", content));

        relay.deliverDue();

        BodyPart calendar = part(onlyMail(), 2);
        var type = new ContentType(calendar.getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
        ICalendar read = Biweekly.parse(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .first();
        assertThat(read.getEvents().get(0).getSummary().getValue()).isEqualTo("Møte på Ås");
    }

    @Test
    void isSentOncePerKey() throws Exception {
        send("key-1", "S07", MEETING, null);
        send("key-1", "S08", MEETING, null);

        relay.deliverDue();
        relay.deliverDue();

        assertThat(onlyMail().getSubject()).startsWith("Møte i sak");
    }

    @Test
    void isOnlyKeptForOneWithoutAnAddress() {
        knownAs("Demo Hårvik", null);

        send("key-1", "S07", MEETING, null);

        assertThat(relay.deliverDue()).isZero();
        assertThat(jdbc.sql("select count(*) from staff_messages where user_id = 'hr1' and sent_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isNotSentWithAHole() {
        assertThatThrownBy(() -> send("key-1", "S07", Map.of("meetingTitle", "Oppstart"), null))
                .hasMessageMatching("Message S07 needs the field 'meeting(Place|When)'");
    }

    @Test
    void listsTheTasksThatCameWithAnAbsence() throws Exception {
        send(
                "key-1",
                "S06",
                Map.of(
                        "absentName",
                        "Demo Lederud",
                        "untilDate",
                        "fredag 13. mars 2026",
                        "stepNames",
                        List.of(Map.of("name", "Vurder søknader"), Map.of("name", "Skriv innstilling"))),
                null);

        relay.deliverDue();

        assertThat(part(onlyMail(), 0).getContent().toString())
                .contains(
                        "Demo Lederud er borte til og med fredag 13. mars 2026, og du er",
                        "– Vurder søknader",
                        "– Skriv innstilling");
    }

    @Test
    void usesEveryFieldItsTextAsksFor() {
        MessageFields fields = MessageFields.ofStaff();
        for (String code : templates.codes()) {
            var declared = new TreeSet<>(fields.required(code));
            declared.addAll(fields.optional(code));
            declared.addAll(fields.oneOf(code));

            assertThat(templates.get(code).namesInText()).as(code).containsAll(declared);
        }
    }

    private void knownAs(String name, @Nullable String email) {
        when(directory.nameOf("hr1")).thenReturn(name);
        when(directory.find("hr1")).thenReturn(Optional.of(new Member("hr1", name, email)));
    }

    private void send(String key, String template, Map<String, Object> fields, @Nullable CalendarEvent event) {
        transaction.executeWithoutResult(status -> messages.send(key, MailTest.CASE, "hr1", template, fields, event));
    }

    private MimeMessage onlyMail() throws Exception {
        List<MimeMessage> mails = MailTest.mails(server, ADDRESS);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static BodyPart part(MimeMessage mail, int number) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(number);
    }
}
