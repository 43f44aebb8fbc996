package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("En e-post som kommer i retur")
@SpringBootTest(
        classes = {MailTest.Context.class, BounceTest.Context.class},
        properties = {"rodtraad.demo.mail=true", "rodtraad.outbox.enabled=false"})
class BounceTest {

    private static final String MAILBOX = "retur@kommune.example.no";

    @Autowired
    private CandidateMessages messages;

    @Autowired
    private SentMessages sentMessages;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private DemoMailServer server;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private ReturnedMail returnedMail;

    @Autowired
    private FinalAnswers answers;

    @Autowired
    private MailTest.Told told;

    @Autowired
    private Returned returned;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ApplicationId application = ApplicationId.create();
    private String key = "";

    @BeforeEach
    void aMailIsSent() {
        server.empty();
        returned.answers.clear();
        application = newApplication();
    }

    @Test
    void afterTheFinalAnswerWasDeliveredLeavesTheCandidateUnanswered() throws Exception {
        send("M21");
        assertThat(answers.hasReached(application)).isTrue();

        comesBack("failed", "5.1.1");
        mailbox().read();

        assertThat(answers.hasReached(application)).isFalse();
        assertThat(sentMessages.toApplication(application)).allMatch(SentMessages.SentMessage::missed);
        assertThat(returned.answers).extracting(AnswerReturned::applicationId).containsExactly(application);

        mailbox().read();
        assertThat(returned.answers).as("read once").hasSize(1);
    }

    @Test
    void underWayIsOneThatSomebodyCallsAbout() throws Exception {
        send("M05");

        comesBack("failed", "5.2.1");
        mailbox().read();

        assertThat(sentMessages.toApplication(application)).allMatch(SentMessages.SentMessage::missed);
        assertThat(told.messages).contains(application + " candidate.messageFailed");
    }

    @Test
    void onlyToSayThatItIsDelayedChangesNothing() throws Exception {
        send("M21");

        comesBack("delayed", "4.4.1");
        mailbox().read();

        assertThat(answers.hasReached(application)).isTrue();
    }

    @Test
    void thatNobodyCanReadDoesNotStopTheNextOne() throws Exception {
        send("M21");
        sender.send(
                mail("From: noen@example.no\r\nTo: %s\r\nSubject: Ferie\r\n\r\nJeg er borte.\r\n".formatted(MAILBOX)));
        comesBack("failed", "5.1.1");

        mailbox().read();

        assertThat(answers.hasReached(application)).isFalse();
    }

    private BounceMailbox mailbox() {
        return new BounceMailbox(
                new BounceProperties(DemoMailServer.HOST, server.imapPort(), false, MAILBOX, MAILBOX, "INBOX"),
                returnedMail);
    }

    private void send(String code) {
        key = code + ":" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> messages.send(key, MailTest.CASE, application, code));
        relay.deliverDue();
    }

    /** As Postfix writes it (RFC 3464). */
    private void comesBack(String action, String status) throws Exception {
        sender.send(mail("""
                From: MAILER-DAEMON@mx.example.no (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="x"

                --x
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.example.no.

                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.no
                X-Postfix-Queue-ID: 4XyZ

                Final-Recipient: rfc822; kari.nordmann@example.no
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 User unknown

                --x
                Content-Type: text/rfc822-headers

                From: Eksempelvik kommune <ikke-svar@example.no>
                To: kari.nordmann@example.no
                Message-ID: %s
                Subject: Svar

                --x--
                """.formatted(MAILBOX, action, status, KeyedMimeMessage.idOf(key))
                .replace("\n", "\r\n")));
    }

    private MimeMessage mail(String source) {
        return sender.createMimeMessage(new ByteArrayInputStream(source.getBytes(StandardCharsets.US_ASCII)));
    }

    private ApplicationId newApplication() {
        MailTest.newCase(jdbc);
        UUID applicant = UUID.randomUUID();
        jdbc.sql("""
                        insert into applicants
                          (id, tenant_id, name, email, phone, birth_year, gender, job_title, municipality, created_at)
                        values (?, 'eksempelvik', 'Kari Nordmann', 'kari.nordmann@example.no', '90000000', 1990, 'FEMALE',
                                'lærer', 'Eksempelvik', now())
                        """).params(applicant).update();
        ApplicationId id = ApplicationId.create();
        jdbc.sql("""
                        insert into applications
                          (id, tenant_id, case_id, applicant_id, received_at, letter, education, experience)
                        values (?, 'eksempelvik', ?, ?, now(), '', '', '')
                        """).params(id.value(), MailTest.CASE.value(), applicant).update();
        return id;
    }

    /** What is published about final answers. */
    static class Returned {

        private final List<AnswerReturned> answers = new ArrayList<>();

        @EventListener
        void on(AnswerReturned event) {
            answers.add(event);
        }
    }

    static class Context {

        @Bean
        Returned returned() {
            return new Returned();
        }
    }
}
