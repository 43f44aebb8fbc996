package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.document.StandingText;
import no.rodtraad.messaging.TextBook.PastVersion;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("En tekst som kommunen skriver selv")
@SpringBootTest(
        classes = MailTest.Context.class,
        properties = {
            "rodtraad.demo.mail=true",
            "rodtraad.outbox.enabled=false",
            "rodtraad.texts.regions.fjordene=eksempelvik,provedal"
        })
@AutoConfigureMockMvc(addFilters = false)
class TextBookTest {

    private static final String TENANT = "eksempelvik";
    private static final TextPlace REGION = TextPlace.ofRegion("fjordene");
    private static final TextPlace MUNICIPALITY = TextPlace.ofMunicipality(TENANT);
    private static final TextPlace CASE = TextPlace.of(MailTest.CASE);
    private static final String LINK_AND_CONTACT = "\n\n{{lenke}}\n\nVennlig hilsen\n{{contactName}}";

    @Autowired
    private TextBook texts;

    @Autowired
    private DocumentTexts documents;

    @Autowired
    private CandidateMessages messages;

    @Autowired
    private SentMessages sent;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private DemoMailServer server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MailTest.Fields fields;

    private ApplicationId application = ApplicationId.create();

    @BeforeEach
    void startAfresh() {
        server.empty();
        jdbc.sql("delete from outbox").update();
        jdbc.sql("truncate message_texts cascade").update();
        fields.values = new HashMap<>(ExampleFields.ALL);
        application = MailTest.newApplication(jdbc);
    }

    @Test
    void ofDocumentsHasTheSameLayers() {
        assertThat(documents.of(MailTest.CASE)).isEmpty();
        documents.write(REGION, TENANT, StandingText.LETTERHEAD, "Fjordene", "hrLead1");
        documents.write(REGION, TENANT, StandingText.LETTER, "Hilsen regionen", "hrLead1");
        documents.write(MUNICIPALITY, TENANT, StandingText.LETTERHEAD, "Storgata 1", "hr1");
        documents.write(CASE, TENANT, StandingText.LETTERHEAD, "Helsehuset", "hr1");

        assertThat(documents.of(MailTest.CASE))
                .containsExactly(
                        Map.entry(StandingText.LETTERHEAD, "Helsehuset"),
                        Map.entry(StandingText.LETTER, "Hilsen regionen"));
        documents.write(CASE, TENANT, StandingText.LETTERHEAD, " ", "hr1");
        assertThat(documents.of(MailTest.CASE)).containsEntry(StandingText.LETTERHEAD, "Storgata 1");
        documents.write(MUNICIPALITY, TENANT, StandingText.LETTERHEAD, "", "hr1");
        assertThat(documents.of(MailTest.CASE)).containsEntry(StandingText.LETTERHEAD, "Fjordene");
        assertThat(documents.all("annenkommune", null))
                .allSatisfy(entry -> assertThat(entry.from()).isNull());
    }

    @Test
    void goesBeforeAllThatHoldMoreWidely() {
        writeTo(REGION, "Regionens takk");
        assertThat(subjectSent()).isEqualTo("Regionens takk");
        writeTo(MUNICIPALITY, "Kommunens takk");
        assertThat(subjectSent()).isEqualTo("Kommunens takk");
        writeTo(CASE, "Sakens takk");
        assertThat(subjectSent()).isEqualTo("Sakens takk");
        writeTo(CASE, "Sakens nye takk");
        assertThat(subjectSent()).isEqualTo("Sakens nye takk");

        texts.goBack(CASE, TENANT, "M01", Language.NB, "hr1");
        assertThat(subjectSent()).isEqualTo("Kommunens takk");
        texts.goBack(MUNICIPALITY, TENANT, "M01", Language.NB, "hr1");
        texts.goBack(REGION, TENANT, "M01", Language.NB, "hr1");
        assertThat(subjectSent()).startsWith("Takk for søknaden din");
    }

    @Test
    void holdsInItsOwnLanguageAndMunicipalityOnly() {
        writeTo(MUNICIPALITY, "Kommunens takk");

        assertThat(texts.entry(TENANT, null, "M01", Language.NN).from()).isEqualTo("felles tekst");
        assertThat(texts.entry("provedal", null, "M01", Language.NB).from()).isEqualTo("felles tekst");
        assertThat(texts.entry(TENANT, MailTest.CASE, "M01", Language.NB).from())
                .isEqualTo("egen tekst for kommunen");
    }

    @Test
    void isKeptInEveryVersionAndWithTheMessagesItWrote() {
        writeTo(MUNICIPALITY, "Første");
        subjectSent();
        writeTo(MUNICIPALITY, "Andre");
        texts.goBack(MUNICIPALITY, TENANT, "M01", Language.NB, "hrLead1");

        List<PastVersion> history = texts.history(MUNICIPALITY, "M01", Language.NB);
        assertThat(history).extracting(PastVersion::number).containsExactly(3, 2, 1);
        assertThat(history).extracting(PastVersion::writtenBy).containsExactly("hrLead1", "hr1", "hr1");
        assertThat(history.get(0).text()).isNull();
        assertThat(history.get(2).text()).startsWith("Emne: Første");
        assertThat(jdbc.sql("""
                                select t.version from messages m join message_texts t on t.id = m.text_id
                                where m.application_id = ?
                                """).param(application.value()).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void changesTheNoticeToo() {
        texts.write(MUNICIPALITY, TENANT, "NOTICE", Language.NB, "Ny melding", "Hei!" + LINK_AND_CONTACT, "hr1");
        send("M19");

        relay.deliverDue();

        assertThat(server.newestFirst().get(0).subject()).isEqualTo("Ny melding");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    M13 | Hei       | {{shoeSize}} {{nextMessageBy}} {{contactName}}     | bruker felt den ikke kan bruke: {{shoeSize}}
                    M13 | Hei       | Du er aktuell. {{contactName}}                     | må ha med {{nextMessageBy}}
                    M13 | Hei       | {{nextMessageBy}} {{#contactName}} x               | ikke er avsluttet
                    M13 | ''        | {{nextMessageBy}} {{contactName}}                  | må ha både emne og innhold
                    M13 | Hei       | {{nextMessageBy}} {{contactName}} {{lenke}}        | skal ikke ha {{lenke}}
                    M01 | Hei       | Takk! {{contactName}}                              | trenger {{lenke}} én gang
                    M12 | Tilbud    | {{offerTerms}} {{offerAnswerBy}} {{contactName}}   | Skriv {{#offerTerms}} foran og {{/offerTerms}} bak
                    """)
    void isRefusedWithWhatIsWrongAndChangesNothing(String code, String subject, String body, String expected) {
        assertThatThrownBy(() -> texts.write(MUNICIPALITY, TENANT, code, Language.NB, subject, body, "hr1"))
                .isInstanceOf(TextRefused.class)
                .hasMessageStartingWith("Teksten " + code)
                .hasMessageContaining(expected);
        assertThat(texts.history(MUNICIPALITY, code, Language.NB)).isEmpty();
    }

    @Test
    void canBeSeenOnMadeUpPeopleAndOnACandidateWithoutBeingSent() {
        String body = "Hei, {{applicantFirstName}}! Svar {{offerAnswerBy}}. {{contactName}}";
        fields.values = new HashMap<>(Map.of("applicantFirstName", "Ola"));

        assertThat(texts.preview("M12", Language.NB, "Tilbud", body).text()).startsWith("Hei, Kari!");
        assertThat(texts.preview("M12", Language.NB, "Tilbud", body, MailTest.CASE, application)
                        .text())
                .startsWith("Hei, Ola! Svar 27. mars 2026.");
        assertThat(sent.toApplication(application)).isEmpty();
    }

    @Test
    void showsTheAnswerThatTheCandidateWillGet() {
        fields.values = new HashMap<>(Map.of("outcomeHired", true));
        TextBook.Entry common = texts.entry(TENANT, null, "M21", Language.NB);

        assertThat(texts.preview("M21", Language.NB, common.subject(), common.body(), MailTest.CASE, application)
                        .text())
                .contains("Velkommen til oss!")
                .doesNotContain("dessverre");
    }

    @Test
    void startsFromATextThatIsInOrder() {
        for (Language language : Language.values()) {
            texts.all(TENANT, null, language)
                    .forEach(text -> texts.preview(text.code(), language, text.subject(), text.body()));
        }
    }

    private void writeTo(TextPlace place, String subject) {
        texts.write(place, TENANT, "M01", Language.NB, subject, "Hei!" + LINK_AND_CONTACT, "hr1");
    }

    private String subjectSent() {
        send("M01");
        return sent.toApplication(application).get(0).subject();
    }

    private void send(String code) {
        String key = application + ":" + sent.toApplication(application).size();
        transaction.executeWithoutResult(status -> messages.send(key, MailTest.CASE, application, code));
    }
}
