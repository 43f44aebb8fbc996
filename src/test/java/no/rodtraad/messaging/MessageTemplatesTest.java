package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Meldingstekstene")
class MessageTemplatesTest {

    private static final MessageFields FIELDS = MessageFields.read();

    private final MessageTemplates templates = new MessageTemplates();

    static Set<String> codes() {
        return FIELDS.codes();
    }

    static Stream<String> outcomes() {
        return FIELDS.oneOf("M21").stream();
    }

    @Test
    void coverTheJourneyFromReceiptToTheEndOfProbation() {
        assertThat(templates.codes())
                .containsExactlyInAnyOrder(
                        "M01", "M03", "M04", "M05", "M07", "M08", "M09", "M10", "M11", "M12", "M13", "M14", "M15",
                        "M16", "M17", "M18", "M19", "M20", "M21", "M23", "M25");
    }

    @Test
    void haveASampleOfEveryField() {
        assertThat(SampleFields.ALL.keySet()).isEqualTo(FIELDS.known());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void useEveryFieldTheyAskFor(String code) {
        Set<String> declared = new TreeSet<>(FIELDS.required(code));
        declared.addAll(FIELDS.optional(code));
        declared.addAll(FIELDS.oneOf(code));

        assertThat(templates.get(code).namesInText()).containsAll(declared);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void haveNoHoleWithEverythingKnown(String code) {
        expectWhole(templates.get(code).render(SampleFields.ALL));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void haveNoHoleWithoutWhatMayBeUnknown(String code) {
        expectWhole(templates
                .get(code)
                .render(SampleFields.without(FIELDS.optional(code).toArray(String[]::new))));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void haveAFinalAnswerForEveryOutcome(String outcome) {
        MessageTemplate.Rendered answer = templates.get("M21").render(SampleFields.withOutcome(outcome));

        expectWhole(answer);
        assertThat(answer.body()).containsOnlyOnce(MessageText.LINK);
    }

    @Test
    void differInTheFinalAnswerByOutcome() {
        assertThat(outcomes()
                        .map(outcome -> templates
                                .get("M21")
                                .render(SampleFields.withOutcome(outcome))
                                .body()))
                .doesNotHaveDuplicates();
    }

    @Test
    void sayWhoWasAppointedAndWhatOneMayAskFor() {
        String answer = templates.get("M21").render(SampleFields.ALL).body();

        assertThat(answer).contains("Stillingen går til Siri Moen.").contains("forvaltningslovforskriften");
    }

    @Test
    void sayThatNobodyWasAppointedWhenNobodyWas() {
        String answer = templates
                .get("M21")
                .render(SampleFields.without("appointedName"))
                .body();

        assertThat(answer).contains("uten å ansette noen").doesNotContain("Stillingen går til", "den som ble ansatt");
    }

    @Test
    void listTheDatesAhead() {
        assertThat(templates.get("M01").render(SampleFields.ALL).body())
                .contains("– Søknadsfrist 1. mars 2026\n– Intervju fra 10. mars 2026\n\n");
        assertThat(templates
                        .get("M01")
                        .render(SampleFields.without("datesAhead"))
                        .body())
                .contains("– Søknadsfrist 1. mars 2026\n\n");
    }

    @Test
    void answerYesAndNoToAnExemption() {
        Map<String, Object> refused = new HashMap<>(SampleFields.ALL);
        refused.put("exemptionGranted", false);

        assertThat(templates.get("M04").render(SampleFields.ALL).body())
                .contains("Det har vi sagt ja til")
                .doesNotContain("trekke søknaden");
        assertThat(templates.get("M04").render(refused).body())
                .contains("kan dessverre ikke si ja", "trekke søknaden")
                .doesNotContain("Det har vi sagt ja til");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void areNotSentWithoutAFieldTheyNeed(String code) {
        for (String field : FIELDS.required(code)) {
            assertThatThrownBy(() -> templates.get(code).render(SampleFields.without(field)))
                    .hasMessage("Message %s needs the field '%s'", code, field);
            Map<String, Object> blank = new HashMap<>(SampleFields.ALL);
            blank.put(field, " ");
            assertThatThrownBy(() -> templates.get(code).render(blank)).hasMessageContaining(field);
        }
    }

    @Test
    void areNotSentWithoutAnOutcome() {
        assertThatThrownBy(() -> templates.get("M21").render(SampleFields.without("outcomeRejected")))
                .hasMessageContaining("exactly one of the fields");
    }

    @Test
    void mayNotUseAFieldThatIsNotDeclared() {
        assertThatThrownBy(() -> new MessageTemplate("M13", "Emne: Hei\n\n{{shoeSize}}", FIELDS))
                .hasMessage("Message M13 uses undeclared fields: [shoeSize]");
        assertThatThrownBy(() -> new MessageTemplate("M13", "Emne: Hei\n\n{{#shoeSize}}x{{/shoeSize}}", FIELDS))
                .hasMessageContaining("shoeSize");
    }

    @Test
    void nameTheFieldThatIsUsedOutsideItsSection() {
        var template = new MessageTemplate("M12", "Emne: Tilbud\n\n{{offerTerms}}", FIELDS);

        assertThatThrownBy(() -> template.render(SampleFields.without("offerTerms")))
                .hasMessage("Message M12 needs the field 'offerTerms'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M11", "M19", "M04"})
    void keepWhatIsPrivateOutOfTheMail(String code) {
        MessageTemplate.Rendered message = templates.get(code).render(SampleFields.ALL);
        String mail = MessageText.forMail(message.body(), "https://example.no/s/hemmelig");
        String page = MessageText.forPage(message.body());

        Stream.of("negativeFactsText", "feedbackText", "exemptionAssessment")
                .map(field -> String.valueOf(SampleFields.ALL.get(field)))
                .forEach(text -> assertThat(mail).doesNotContain(text));
        assertThat(page).containsAnyOf("kom for sent", "bygger tillit", "ikke ledende");
        assertThat(page).doesNotContain("{{").doesNotContain("hemmelig");
    }

    @Test
    void takeWhatPeopleWroteAsItIs() {
        Map<String, Object> fields = new HashMap<>(SampleFields.ALL);
        fields.put("vacancyTitle", "lærer & {{recipientEmail}}\nBcc: x");

        MessageTemplate.Rendered message = templates.get("M13").render(fields);

        assertThat(message.subject()).isEqualTo("Du er fortsatt aktuell – lærer & {{recipientEmail}} Bcc: x");
    }

    private static void expectWhole(MessageTemplate.Rendered message) {
        assertThat(message.subject()).isNotBlank().doesNotContain("{", "}").hasSizeLessThan(90);
        String mail = MessageText.forMail(message.body(), "https://example.no/s/hemmelig");
        String page = MessageText.forPage(message.body());
        assertThat(mail).startsWith("Hei, Kari!\n\n").doesNotContain("{", "}", "null", "  ", "\n\n\n");
        assertThat(page).startsWith("Hei, Kari!\n\n").doesNotContain("{", "}", "null", "  ", "\n\n\n", "hemmelig");
        assertThat(page).doesNotContainPattern(":\\n\\n(Vennlig|Spørsmål)");
        assertThatCode(() -> mail.lines()
                        .filter(line -> line.contains("hemmelig"))
                        .forEach(line -> assertThat(line).isEqualTo("https://example.no/s/hemmelig")))
                .doesNotThrowAnyException();
        assertThat(mail).endsWith("Vennlig hilsen\nÅse Øvrebø\nEksempelvik kommune");
    }
}
