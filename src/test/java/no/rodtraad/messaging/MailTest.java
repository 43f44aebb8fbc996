package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.messaging.SentMessages.SentMessage;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.ProcessVariable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("En e-post til en kandidat")
@SpringBootTest(
        classes = MailTest.Context.class,
        properties = {"rodtraad.demo.mail=true", "rodtraad.outbox.enabled=false"})
@AutoConfigureMockMvc(addFilters = false)
class MailTest {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final CaseId CASE = new CaseId("eksempelvik-2026-0001");
    private static final String RECIPIENT = "kari.nordmann@example.no";

    @Autowired
    private CandidateMessages messages;

    @Autowired
    private SentMessages sentMessages;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private DemoMailServer server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Fields fields;

    @Autowired
    private Links links;

    @Autowired
    private NoRecipients recipients;

    @Autowired
    private MockMvc browser;

    @Autowired
    private Told told;

    @Autowired
    private FinalAnswers answers;

    @Autowired
    private CallWithAnswer callWithAnswer;

    @Autowired
    private CallAboutMessage callAboutMessage;

    private ApplicationId application = ApplicationId.create();

    @BeforeEach
    void startAfresh() {
        server.empty();
        jdbc.sql("delete from outbox").update();
        fields.values = new HashMap<>(SampleFields.ALL);
        links.made.set(0);
        told.messages.clear();
        recipients.language = Language.NB;
        application = newApplication(jdbc);
    }

    @Test
    void hasTextAndHtmlAndSaysWhereItComesFrom() throws Exception {
        send("key-1", "M01");

        relay.deliverDue();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Takk for søknaden din – Lærer på mellomtrinnet");
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Eksempelvik kommune");
        assertThat(from.getAddress()).isEqualTo("ikke-svar@example.no");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("ase.ovrebo@example.no");
        assertThat(((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getPersonal())
                .isEqualTo("Kari Nordmann");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("nb");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{64}@rodtraad>");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).containsIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString().lines())
                .contains("https://jobb.example.no/s/1", "– Søknadsfrist 1. mars 2026");
        assertThat(parts.getBodyPart(1).getContentType()).containsIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains(
                        "href=\"https://jobb.example.no/s/1\"",
                        "<li",
                        "Søknadsfrist 1. mars 2026",
                        "Eksempelvik kommune",
                        "Åse Øvrebø")
                .doesNotContain(" th:", "<th:", "{{", "<img", "<table");
    }

    @Test
    void showsWhatPeopleWroteAsTextInHtml() throws Exception {
        fields.values.put("vacancyTitle", "<script>alert(1)</script>");
        send("key-1", "M01");

        relay.deliverDue();

        assertThat(html(onlyMail())).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void keepsItsMessageIdWhenItIsSentAgain() throws Exception {
        send("key-1", "M01");
        relay.deliverDue();
        jdbc.sql("update messages set sent_at = null").update();
        jdbc.sql("update outbox set state = 'NEW'").update();
        relay.deliverDue();
        send("key-2", "M01");
        relay.deliverDue();

        List<MimeMessage> mails = mails();
        assertThat(mails).hasSize(3);
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
        assertThat(mails.get(2).getMessageID()).isNotEqualTo(mails.get(0).getMessageID());
    }

    @Test
    void isWrittenAndSentOncePerKey() throws Exception {
        send("key-1", "M01");
        fields.values.remove("vacancyTitle");
        send("key-1", "M01");

        fields.values = new HashMap<>(SampleFields.ALL);
        relay.deliverDue();
        relay.deliverDue();

        assertThat(mails()).hasSize(1);
        assertThat(sentMessages.toApplication(application)).hasSize(1);
    }

    @Test
    void isNotSentWithAHole() {
        fields.values.remove("interviewPlace");

        assertThatThrownBy(() -> send("key-1", "M07")).hasMessage("Message M07 needs the field 'interviewPlace'");
        assertThat(sentMessages.toApplication(application)).isEmpty();
    }

    @Test
    void isKeptWithoutItsSecretLink() throws Exception {
        send("key-1", "M19");
        assertThat(kept().sentAt()).isNull();

        relay.deliverDue();

        SentMessage kept = kept();
        assertThat(kept.code()).isEqualTo("M19");
        assertThat(kept.subject()).isEqualTo("Personlig tilbakemelding – Lærer på mellomtrinnet");
        assertThat(kept.body())
                .contains("Du forklarte godt hvordan du bygger tillit.\n\nEn annen hadde lengre praksis.")
                .doesNotContain("/s/", "{{", "på siden din");
        assertThat(kept.createdAt()).isEqualTo(NOW);
        assertThat(kept.sentAt()).isEqualTo(NOW);
        assertThat(kept.failedAt()).isNull();
        assertThat(sentMessages.ofCase(CASE)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M04", "M06", "M11", "M12", "M19", "M21"})
    void saysOnlyThatThereIsAMessageWhereTheMessageIsPrivate(String code) throws Exception {
        send("key-1", code);

        relay.deliverDue();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Du har fått en melding fra Eksempelvik kommune");
        assertThat(text(mail).lines())
                .contains("https://jobb.example.no/s/1")
                .anyMatch(line -> line.contains("om stillingen «Lærer på mellomtrinnet»"));
        Set<String> said = new TreeSet<>();
        for (String part : List.of(text(mail), html(mail))) {
            kept().body()
                    .lines()
                    .filter(line -> !line.startsWith("Hei") && !line.startsWith("Spørsmål?"))
                    .filter(line -> line.length() > 25 && part.contains(line))
                    .forEach(said::add);
            assertThat(part).doesNotContain("612 300", "bygger tillit", "kom for sent", "ikke ledende", "Siri Moen");
        }
        assertThat(said).isEmpty();
    }

    @Test
    void asksTheReaderToHurryOnlyWhereThereIsSomethingToDo() throws Exception {
        send("key-1", "M12");
        relay.deliverDue();
        assertThat(text(onlyMail())).contains("Vi trenger at du gjør noe");
        server.empty();

        send("key-2", "M19");
        relay.deliverDue();
        assertThat(text(onlyMail())).doesNotContain("Vi trenger at du gjør noe");
    }

    @Test
    void isInTheLanguageTheCandidateHasChosen() throws Exception {
        recipients.language = Language.NN;
        send("key-1", "M19");

        relay.deliverDue();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Du har fått ei melding frå Eksempelvik kommune");
        assertThat(mail.getHeader("Content-Language")).containsExactly("nn");
        assertThat(html(mail))
                .contains("lang=\"nn\"", "Opne sida di", "Lenkja til sida di er personleg", "på vegner av");
        assertThat(kept().subject()).isEqualTo("Personleg tilbakemelding – Lærer på mellomtrinnet");
    }

    @Test
    void makesAddressesOnALineOfTheirOwnIntoLinks() {
        assertThat(MessageText.blocks("Les mer her:\nhttps://jobb.example.no/stillinger/larer", "https://x.example"))
                .extracting(MessageText.Block::isAddress)
                .containsExactly(false, true);
    }

    @Test
    void isGivenUpWhenTheAddressCannotBeRight() {
        fields.values.put("recipientEmail", "kari at example");
        send("key-1", "M01");

        relay.deliverDue();

        assertThat(kept().failedAt()).isEqualTo(NOW);
        assertThat(kept().sentAt()).isNull();
        assertThat(server.newestFirst()).isEmpty();
    }

    @Test
    void withTheFinalAnswerTellsTheJourneyWhenItIsDelivered() {
        send("key-1", "M01");
        send("key-2", "M21");
        assertThat(answers.hasReached(application)).isFalse();

        relay.deliverDue();

        assertThat(told.messages).containsExactly(application + " candidate.answerDelivered");
        assertThat(answers.hasReached(application)).isTrue();
    }

    @Test
    void withTheFinalAnswerThatIsRefusedLeavesTheCandidateUnansweredUntilACallIsLogged() {
        fields.values.put("recipientEmail", "kari at example");
        send("key-1", "M21");
        relay.deliverDue();

        assertThat(told.messages).containsExactly(application + " candidate.answerFailed");
        assertThat(answers.hasReached(application)).isFalse();
        assertThat(kept().missed()).isTrue();
        assertThat(callWithAnswer.load(form()))
                .hasEntrySatisfying(
                        "messageText",
                        text -> assertThat(text)
                                .asString()
                                .startsWith("Svar på søknaden din – Lærer på mellomtrinnet")
                                .contains("Hei, Kari!")
                                .doesNotContain("{{", "/s/"));

        assertThatThrownBy(() -> callWithAnswer.save(form(), logged("2026-03-03")))
                .hasMessage("Dagen søkeren fikk vite det, kan ikke være etter i dag. Rett datoen.");
        assertThat(answers.hasReached(application)).isFalse();
        callWithAnswer.save(form(), logged("2026-03-02"));

        assertThat(answers.hasReached(application)).isTrue();
        assertThat(kept().delivery()).isEqualTo("Ikke levert, men fortalt");
    }

    @Test
    void thatIsRefusedUnderWayMakesOneCallForAllThatDidNotArrive() {
        fields.values.put("recipientEmail", "kari at example");
        send("key-1", "M01");
        send("key-2", "M05");
        relay.deliverDue();

        assertThat(told.messages).containsExactly(application + " candidate.messageFailed");
        assertThat(callAboutMessage.load(form()))
                .hasEntrySatisfying(
                        "messageText", text -> assertThat(text).asString().contains("Takk for søknaden", "* * *"));

        callAboutMessage.save(form(), logged("2026-03-02"));
        assertThat(answers.hasReached(application)).isFalse();
        assertThat(sentMessages.toApplication(application)).noneMatch(SentMessage::missed);
    }

    @Test
    void isForgottenWithTheApplication() {
        send("key-1", "M01");
        jdbc.sql("delete from applications where id = ?")
                .param(application.value())
                .update();

        assertThat(relay.deliverDue()).isEqualTo(1);
        assertThat(server.newestFirst()).isEmpty();
    }

    @Test
    void canBeReadInTheDemosInbox() throws Exception {
        send("key-1", "M01");
        relay.deliverDue();
        int id = server.newestFirst().get(0).id();

        browser.perform(get("/innboks"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Takk for søknaden din – Lærer på mellomtrinnet")))
                .andExpect(content().string(containsString(RECIPIENT)));
        String page = browser.perform(get("/innboks/" + id))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "<a href=\"https://jobb.example.no/s/1\" rel=\"noreferrer\">https://jobb.example.no/s/1</a>",
                        "Eksempelvik kommune",
                        "text/html",
                        "2. mars 2026 kl. 09.00",
                        "Message-ID")
                .doesNotContain("style=", "<script", "Åpne siden din");
        browser.perform(get("/innboks/999999")).andExpect(status().isNotFound());
    }

    @Test
    void isNotShownToOtherMachines() throws Exception {
        browser.perform(get("/innboks").with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .andExpect(status().isNotFound());
    }

    private void send(String key, String code) {
        transaction.executeWithoutResult(status -> messages.send(application + ":" + key, CASE, application, code));
    }

    private FormContext form() {
        FormContext form = mock(FormContext.class);
        when(form.caseId()).thenReturn(CASE);
        when(form.applicationId()).thenReturn(Optional.of(application));
        when(form.userId()).thenReturn("hr1");
        when(form.now()).thenReturn(NOW);
        return form;
    }

    private static FormAnswers logged(String day) {
        return new FormAnswers(Map.of("toldHow", "phone", "toldOn", day, "toldWhat", "Fortalte om svaret."));
    }

    private SentMessage kept() {
        List<SentMessage> kept = sentMessages.toApplication(application);
        assertThat(kept).hasSize(1);
        return kept.get(0);
    }

    private MimeMessage onlyMail() throws Exception {
        List<MimeMessage> mails = mails();
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String html(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
    }

    private List<MimeMessage> mails() throws Exception {
        return mails(server, RECIPIENT);
    }

    /** As a mail program reads them, over IMAP. */
    static List<MimeMessage> mails(DemoMailServer server, String address) throws Exception {
        Session session = Session.getInstance(new Properties());
        List<MimeMessage> mails = new ArrayList<>();
        try (Store store = session.getStore("imap")) {
            store.connect(DemoMailServer.HOST, server.imapPort(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    mails.add(new MimeMessage((MimeMessage) message));
                }
            }
        }
        return mails;
    }

    static ApplicationId newApplication(JdbcClient jdbc) {
        newCase(jdbc);
        UUID applicant = UUID.randomUUID();
        jdbc.sql("""
                        insert into applicants
                          (id, tenant_id, name, email, phone, birth_year, gender, job_title, municipality, created_at)
                        values (?, 'eksempelvik', 'Kari Nordmann', ?, '90000000', 1990, 'FEMALE', 'lærer', 'Eksempelvik', now())
                        """).params(applicant, RECIPIENT).update();
        ApplicationId id = ApplicationId.create();
        jdbc.sql("""
                        insert into applications
                          (id, tenant_id, case_id, applicant_id, received_at, letter, education, experience)
                        values (?, 'eksempelvik', ?, ?, now(), '', '', '')
                        """).params(id.value(), CASE.value(), applicant).update();
        return id;
    }

    static void newCase(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into hiring_cases
                          (id, tenant_id, case_number, title, occupational_group, workplace, reported_by, reported_at, state)
                        values (?, 'eksempelvik', '2026-0001', 'lærer', 'teacher', 'Solåsen skole', 'leder', now(), 'OPEN')
                        on conflict do nothing
                        """).param(CASE.value()).update();
    }

    static class Fields implements MergeFieldSource {

        Map<String, Object> values = new HashMap<>(SampleFields.ALL);

        @Override
        public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
            fields.putAll(values);
        }
    }

    static class Links implements CandidateLinks {

        private final AtomicInteger made = new AtomicInteger();

        @Override
        public String linkFor(ApplicationId applicationId) {
            return "https://jobb.example.no/s/" + made.incrementAndGet();
        }
    }

    static class NoRecipients implements Recipients {

        private Language language = Language.NB;

        @Override
        public List<ApplicationId> openOfCase(CaseId caseId) {
            return List.of();
        }

        @Override
        public Optional<ApplicationId> hiredOfCase(CaseId caseId) {
            return Optional.empty();
        }

        @Override
        public Language languageOf(ApplicationId applicationId) {
            return language;
        }

        @Override
        public boolean isWaitedFor(ApplicationId applicationId) {
            return false;
        }
    }

    /** What journeys were told, without their keys. */
    static class Told implements Journeys {

        final List<String> messages = new ArrayList<>();

        @Override
        public void start(CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tellCandidate(
                String key,
                CaseId caseId,
                ApplicationId applicationId,
                String message,
                Map<ProcessVariable<?>, Object> flags) {
            messages.add(applicationId + " " + message);
        }

        @Override
        public void tellCase(String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags) {
            throw new UnsupportedOperationException();
        }
    }

    @ComponentScan(basePackageClasses = {CandidateMessages.class, Outbox.class})
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        MailSenderAutoConfiguration.class
    })
    static class Context {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            DataSource dataSource = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).load().migrate();
            return dataSource;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        Fields fields() {
            return new Fields();
        }

        @Bean
        Links links() {
            return new Links();
        }

        @Bean
        NoRecipients recipients() {
            return new NoRecipients();
        }

        @Bean
        Told journeys() {
            return new Told();
        }

        @Bean
        HiringCases cases() {
            HiringCases cases = mock(HiringCases.class);
            when(cases.get(CASE))
                    .thenReturn(new HiringCases.HiringCase(
                            CASE,
                            "lærer",
                            "teacher",
                            "Solåsen skole",
                            "manager1",
                            NOW,
                            HiringCases.State.OPEN,
                            null,
                            null));
            return cases;
        }

        @Bean
        StaffDirectory directory() {
            return mock(StaffDirectory.class);
        }

        @Bean
        Municipalities municipalities() {
            return new Municipalities(Map.of(
                    "eksempelvik",
                    new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));
        }
    }
}
