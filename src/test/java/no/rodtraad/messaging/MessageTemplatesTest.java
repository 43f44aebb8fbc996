package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Meldingstekstene")
class MessageTemplatesTest {

    private static final MessageFields FIELDS = MessageFields.read();

    private final MessageTemplates templates = new MessageTemplates();

    static Set<String> codes() {
        return FIELDS.codes();
    }

    static Stream<Arguments> texts() {
        return Stream.of(Language.values())
                .flatMap(language -> codes().stream().map(code -> Arguments.of(code, language)));
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(Language.values())
                .flatMap(language -> FIELDS.oneOf("M21").stream().map(outcome -> Arguments.of(outcome, language)));
    }

    @Test
    void coverTheJourneyFromReceiptToTheEndOfProbation() {
        assertThat(templates.codes())
                .containsExactlyInAnyOrder(
                        "M00", "M00B", "M00F", "M01", "M01L", "M02", "M02K", "M03", "M04", "M05", "M06", "M07", "M07K",
                        "M07b", "M08", "M09", "M10", "M11", "M12", "M13", "M14", "M15", "M16", "M16K", "M17", "M18",
                        "M19", "M20", "M21", "M22", "M23", "M24", "M25", "NOTICE");
    }

    @Test
    void haveASampleOfEveryField() {
        assertThat(SampleFields.ALL.keySet()).isEqualTo(FIELDS.known());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void useEveryFieldTheyAskFor(String code, Language language) {
        Set<String> declared = new TreeSet<>(FIELDS.required(code));
        declared.addAll(FIELDS.optional(code));
        declared.addAll(FIELDS.oneOf(code));

        assertThat(templates.get(code, language).namesInText()).containsAll(declared);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void haveNoHoleWithEverythingKnown(String code, Language language) {
        expectWhole(language, templates.get(code, language).render(SampleFields.ALL));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void haveNoHoleWithoutWhatMayBeUnknown(String code, Language language) {
        expectWhole(
                language,
                templates
                        .get(code, language)
                        .render(SampleFields.without(FIELDS.optional(code).toArray(String[]::new))));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void haveAFinalAnswerForEveryOutcome(String outcome, Language language) {
        expectWhole(language, templates.get("M21", language).render(SampleFields.withOutcome(outcome)));
    }

    @Test
    void differInTheFinalAnswerByOutcome() {
        assertThat(outcomes()
                        .map(Arguments::get)
                        .map(of -> templates
                                .get("M21", (Language) of[1])
                                .render(SampleFields.withOutcome(of[0].toString()))
                                .body()))
                .doesNotHaveDuplicates();
    }

    @Test
    void sayWhoWasAppointedAndWhatOneMayAskFor() {
        String answer =
                templates.get("M21", Language.NB).render(SampleFields.ALL).body();

        assertThat(answer).contains("Stillingen går til Siri Moen.").contains("forvaltningslovforskriften");
    }

    @Test
    void sayThatNobodyWasAppointedWhenNobodyWas() {
        String answer = templates
                .get("M21", Language.NB)
                .render(SampleFields.without("appointedName"))
                .body();

        assertThat(answer).contains("uten å ansette noen").doesNotContain("Stillingen går til", "den som ble ansatt");
    }

    @Test
    void listTheDatesAhead() {
        assertThat(templates.get("M01", Language.NB).render(SampleFields.ALL).body())
                .contains("– Søknadsfrist 1. mars 2026\n– Intervju fra 10. mars 2026\n\n");
        assertThat(templates
                        .get("M01", Language.NB)
                        .render(SampleFields.without("datesAhead"))
                        .body())
                .contains("– Søknadsfrist 1. mars 2026\n\n");
    }

    @Test
    void answerYesAndNoToAnExemption() {
        Map<String, Object> refused = new HashMap<>(SampleFields.ALL);
        refused.put("exemptionGranted", false);

        assertThat(templates.get("M04", Language.NB).render(SampleFields.ALL).body())
                .contains("Det har vi sagt ja til")
                .doesNotContain("trekke søknaden");
        assertThat(templates.get("M04", Language.NB).render(refused).body())
                .contains("kan dessverre ikke si ja", "trekke søknaden")
                .doesNotContain("Det har vi sagt ja til");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areNotSentWithoutAFieldTheyNeed(String code, Language language) {
        for (String field : FIELDS.required(code)) {
            assertThatThrownBy(() -> templates.get(code, language).render(SampleFields.without(field)))
                    .hasMessage("Message %s needs the field '%s'", code, field);
            Map<String, Object> blank = new HashMap<>(SampleFields.ALL);
            blank.put(field, " ");
            assertThatThrownBy(() -> templates.get(code, language).render(blank))
                    .hasMessageContaining(field);
        }
    }

    @Test
    void areNotSentWithoutAnOutcome() {
        assertThatThrownBy(() -> templates.get("M21", Language.NB).render(SampleFields.without("outcomeRejected")))
                .hasMessageContaining("exactly one of the fields");
    }

    @Test
    void mayNotUseAFieldThatIsNotDeclared() {
        assertThatThrownBy(() -> new MessageTemplate("M13", Language.NB, "Emne: Hei\n\n{{shoeSize}}", FIELDS))
                .hasMessage("Teksten M13 bruker felt den ikke kan bruke: {{shoeSize}}.");
        assertThatThrownBy(() ->
                        new MessageTemplate("M13", Language.NB, "Emne: Hei\n\n{{#shoeSize}}x{{/shoeSize}}", FIELDS))
                .hasMessageContaining("shoeSize");
    }

    @Test
    void nameTheFieldThatIsUsedOutsideItsSection() {
        var template = new MessageTemplate("M12", Language.NB, "Emne: Tilbud\n\n{{offerTerms}}", FIELDS);

        assertThatThrownBy(() -> template.render(SampleFields.without("offerTerms")))
                .hasMessage("Message M12 needs the field 'offerTerms'");
    }

    @Test
    void haveOnePlaceForTheLinkWhereTheMailIsTheMessage() {
        assertThatThrownBy(() -> new MessageTemplate("M01", Language.NB, "Emne: Takk\n\nHei!", FIELDS))
                .hasMessage("Teksten M01 trenger {{lenke}} én gang, alene på en linje.");
        assertThatThrownBy(() ->
                        new MessageTemplate("M01", Language.NB, "Emne: Takk\n\nSe {{lenke}}\n\n{{lenke}}", FIELDS))
                .isInstanceOf(TextRefused.class);
        assertThatThrownBy(() -> new MessageTemplate("M19", Language.NB, "Emne: Hei\n\n{{lenke}}", FIELDS))
                .hasMessage("Teksten M19 leses på søkerens egen side og skal ikke ha {{lenke}}.");
    }

    @Test
    void sayWhereABraceIsMissing() {
        assertThatThrownBy(() -> new MessageTemplate("M13", Language.NB, "Emne: Hei\n\n{{#delayed}} x", FIELDS))
                .isInstanceOf(TextRefused.class)
                .hasMessageContaining("ikke er avsluttet");
    }

    @Test
    void decideForEachCodeWhatTheMailTells() {
        assertThat(codes()).allSatisfy(code -> assertThat(FIELDS.mail(code)).isNotNull());
        assertThat(codes().stream().filter(code -> FIELDS.mail(code) == MailForm.FULL))
                .containsExactly(
                        "M00", "M00B", "M00F", "M01", "M01L", "M02", "M02K", "M03", "M05", "M07K", "M08", "M16K", "M20",
                        "M22", "M24", "NOTICE");
    }

    @Test
    void writeDatesAndWordsOfOursInNynorsk() {
        Map<String, Object> fields = new HashMap<>(SampleFields.ALL);
        fields.put("nextMessageBy", LocalDate.of(2026, 3, 10));
        fields.put("delayedPart", new Wording("intervjuene", "intervjua"));
        fields.put("interviewAt", Instant.parse("2026-03-09T09:00:00Z"));

        assertThat(templates.get("M20", Language.NN).render(fields).body())
                .contains("seinast tysdag 10. mars 2026", "Det er intervjua som er forseinka");
        assertThat(templates.get("M08", Language.NN).render(fields).subject())
                .isEqualTo("Påminning: vi sest måndag 9. mars 2026 kl. 10.00");
        assertThat(templates.get("M20", Language.NB).render(fields).body())
                .contains("senest tirsdag 10. mars 2026", "Det er intervjuene som er forsinket");
    }

    @Test
    void takeWhatPeopleWroteAsItIs() {
        Map<String, Object> fields = new HashMap<>(SampleFields.ALL);
        fields.put("vacancyTitle", "lærer & {{recipientEmail}}\nBcc: x");

        MessageTemplate.Rendered message = templates.get("M13", Language.NB).render(fields);

        assertThat(message.subject()).isEqualTo("Du er fortsatt aktuell – lærer & {{recipientEmail}} Bcc: x");
    }

    private static void expectWhole(Language language, MessageTemplate.Rendered message) {
        assertThat(message.subject()).isNotBlank().doesNotContain("{", "}").hasSizeLessThan(90);
        String mail = MessageText.forMail(message.body(), "https://example.no/s/hemmelig");
        String page = MessageText.forPage(message.body());
        assertThat(mail).matches("(?s)Hei(, Kari)?!\n\n.*").doesNotContain("{", "}", "null", "  ", "\n\n\n");
        assertThat(page)
                .matches("(?s)Hei(, Kari)?!\n\n.*")
                .doesNotContain("{", "}", "null", "  ", "\n\n\n", "hemmelig");
        assertThat(page).doesNotContainPattern(":\\n\\n(Vennl|Spørsmål)");
        assertThatCode(() -> mail.lines()
                        .filter(line -> line.contains("hemmelig"))
                        .forEach(line -> assertThat(line).isEqualTo("https://example.no/s/hemmelig")))
                .doesNotThrowAnyException();
        assertThat(mail)
                .endsWith("%s\nÅse Øvrebø\nEksempelvik kommune"
                        .formatted(language == Language.NN ? "Vennleg helsing" : "Vennlig hilsen"));
    }
}
