package no.rodtraad.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The differences between two versions")
class DifferencesTest {

    private static final Path ADVERT = Path.of("processes", "advert.bpmn");
    private static final Path DEADLINES = Path.of("processes", "deadlines.dmn");
    private static final Path WRITE_ADVERT = Path.of("forms", "write-advert.form");

    /** A value in a file, but for ids, layout, and what the arrows say. */
    private static final Pattern SAID = Pattern.compile(
            "(?: (?!id|xmlns|version|encoding|bpmnElement|dmnElementRef|x|y|width|height|isExpanded|isMarkerVisible|xsi:type"
                    + "|targetNamespace|namespace|modeler:)[\\w:]+=\"([^\"]+)\")"
                    + "|<(?:bpmn:(?:documentation|conditionExpression|timeDate|timeDuration)[^>]*|text|description"
                    + "|camunda:(?:input|output)Parameter[^>]*|camunda:failedJobRetryTimeCycle)>([^<]+)<"
                    + "|\"(?!id|row|columns|type|schemaVersion|executionPlatform)\\w+\": \"?([^\",{\\[]+)");

    private final Differences differences =
            new Differences(() -> Map.of("hr", "HR", "manager", "Leder", "userPanel", "Brukerrepresentant"));

    @Test
    void tellWhatIsNewAndWhatIsGoneInADiagram() {
        String task = replacing(ADVERT, "<bpmn:parallelGateway id=\"splitRoles\">", """
                <bpmn:userTask id="ask" name="Spør en kollega" camunda:formRef="review-advert" camunda:candidateGroups="hr" camunda:dueDate="${deadline.due(execution)}" />
                <bpmn:sequenceFlow id="askFlow" name="Ja" sourceRef="writeAdvert" targetRef="splitRoles" />
                <bpmn:parallelGateway id="splitRoles">""");

        assertThat(told(ADVERT, text(ADVERT), task))
                .containsExactly(
                        "Ny oppgave «Spør en kollega» for HR: Fristen: «tabellen over frister». Skjemaet:"
                                + " «review-advert».",
                        "Ny pil «Ja» fra «Skriv utlysningstekst» til delingen eller samlingen av veier «splitRoles»: ");
        assertThat(told(ADVERT, task, text(ADVERT)))
                .containsExactly(
                        "Oppgaven «Spør en kollega» er borte: ",
                        "Pilen «Ja» fra «Skriv utlysningstekst» til delingen eller samlingen av veier «splitRoles» er"
                                + " borte: ");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            advert.bpmn | name="Kvalitetssikre utlysningsteksten" | name="Les korrektur" | Oppgaven «Les korrektur»: Navnet er endret fra «Kvalitetssikre utlysningsteksten» til «Les korrektur».
            advert.bpmn | camunda:candidateGroups="userPanel" | camunda:candidateGroups="manager,hr" | Oppgaven «Gi innspill fra brukerne»: Hvem som får oppgaven er endret fra Brukerrepresentant til Leder eller HR.
            advert.bpmn | camunda:formRef="choose-channels" | camunda:formRef="choose-next" | Oppgaven «Velg kanaler»: Skjemaet er endret fra «choose-channels» til «choose-next».
            advert.bpmn | camunda:candidateGroups="manager,hr" camunda:dueDate="${deadline.due(execution)}" | camunda:candidateGroups="manager,hr" camunda:dueDate="${deadline.workingDaysFromNow(2)}" | Oppgaven «Avgjør videre utlysning»: Fristen er endret fra «tabellen over frister» til «etter 2 arbeidsdager».
            advert.bpmn | HR leser med søkerens øyne og ser etter ulovlige krav, uklart språk og opplysninger som mangler. | HR leser. | Oppgaven «Kvalitetssikre utlysningsteksten»: Beskrivelsen er endret fra «HR leser med søkerens øyne og ser etter ulovlige krav, uklart språk og opplysninger som mangler.» til «HR leser.».
            advert.bpmn | name="checklist" value="channels" | name="checklist" value="valg" | Oppgaven «Velg kanaler»: Sjekklisten er endret fra «channels» til «valg».
            advert.bpmn | <camunda:inputParameter name="documentCode">D07 | <camunda:inputParameter name="documentCode">D06 | Det automatiske steget «Arkiver avgjørelsen»: Dokumentet er endret fra «D07 Avgjørelse om videre utlysning» til «D06 Utlysning».
            advert.bpmn | calledElement="applicant-lists" | calledElement="my-lists" | Kallet av prosessen «Lag søkerlister»: Prosessen som kalles er endret fra «applicant-lists» til «my-lists».
            advert.bpmn | <camunda:in source="municipality" target="municipality" /> | <camunda:in source="municipality" target="kommune" /> | Kallet av prosessen «Lag søkerlister»: Sender nå inn verdien «municipality → kommune». Sender ikke lenger inn verdien «municipality».
            advert.bpmn | ${applicationDeadline}</bpmn:timeDate> | ${deadline.workingDaysFromNow(3)}</bpmn:timeDate> | Ventingen «Søknadsfristen er ute»: Tidspunktet er endret fra «søknadsfristen» til «etter 3 arbeidsdager».
            advert.bpmn | targetRef="withUsers" | targetRef="reviewAdvert" | Pilen fra «Skriv utlysningstekst» til «Kvalitetssikre utlysningsteksten»: Hvor pilen går til er endret fra «Er brukere med?» til «Kvalitetssikre utlysningsteksten».
            advert.bpmn | default="withUsersToAfterUserInput" | default="withUsersToUserInputAdvert" | Valget «Er brukere med?»: Veien når ingen andre vilkår passer er endret fra «Nei» til «Ja».
            advert.bpmn | <bpmn:multiInstanceLoopCharacteristics camunda:collection="${participants.of(execution)}" camunda:elementVariable="participant" /> | | Oppgaven «Bekreft rollen din»: Gjøres nå bare én gang i alt. Hvem eller hva det gjentas for er tatt bort. Før: «participants.of(execution)». Navnet på den det gjentas for er tatt bort. Før: «participant».
            advert.bpmn | camunda:delegateExpression="${notifyPool}" | camunda:delegateExpression="${countApplicants}" | Det automatiske steget «Si fra til interessentene»: Det Rød tråd gjør er endret fra «notifyPool» til «countApplicants».
            advert.bpmn | camunda:asyncBefore="true" camunda:delegateExpression="${notifyPool}" | camunda:jobPriority="5" camunda:asyncBefore="true" camunda:delegateExpression="${notifyPool}" | Det automatiske steget «Si fra til interessentene»: «jobPriority» er nå «5».
            advert.bpmn | <bpmn:exclusiveGateway id="afterUserInput"> <bpmn:incoming>withUsersToAfterUserInput</bpmn:incoming> <bpmn:incoming>userInputAdvertToAfterUserInput</bpmn:incoming> <bpmn:outgoing>afterUserInputToReviewAdvert</bpmn:outgoing> </bpmn:exclusiveGateway> | <bpmn:task id="afterUserInput" /> | Steget «afterUserInput»: Er nå av et annet slag. Før: valg.
            advert.bpmn | name="milestone" value="APPLICATION_DEADLINE" | name="milestone" value="OFFER_SENT" | Ventingen «Søknadsfristen er ute»: Milepælen er endret fra «søknadsfristen er ute» til «tilbudet er sendt».
            candidate-offer.bpmn | name="candidate.answeredOffer" | name="candidate.said" | Ventingen på svar «Vent på svar»: Meldingen det ventes på er endret fra «candidate.answeredOffer» til «candidate.said».
            advert.bpmn | klart språk, det som virkelig kreves | godt språk, det som virkelig kreves | Oppgaven «Skriv utlysningstekst»: Beskrivelsen er endret fra «… dem kommunen vil nå: klart språk, det som virkelig …» til «… dem kommunen vil nå: godt språk, det som virkelig …».
            deadlines.dmn | <text>"10 arbeidsdager"</text> | <text>"9 arbeidsdager"</text> | Raden «Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent»: «Mål» er endret fra «10 arbeidsdager» til «9 arbeidsdager».
            deadlines.dmn | label="Mål" | label="Vårt mål" | Kolonnen «Vårt mål»: Overskriften er endret fra «Mål» til «Vårt mål».
            deadlines.dmn | hitPolicy="FIRST" | hitPolicy="UNIQUE" | Tabellen «Frister»: Hvilken rad som gjelder er endret fra «FIRST» til «UNIQUE».
            deadlines.dmn | <description>Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent | <description>Behov | Raden «Behov»: Beskrivelsen er endret fra «Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent» til «Behov».
            write-advert.form | "label": "Arbeidssted" | "label": "Sted" | Feltet «Sted»: Ledeteksten er endret fra «Arbeidssted» til «Sted».
            write-advert.form | "description": "Én oppgave på hver linje.", | | Feltet «Arbeidsoppgaver»: Hjelpeteksten er tatt bort. Før: «Én oppgave på hver linje.».
            write-advert.form | "required": true, "minLength": 10 | "minLength": 12 | Feltet «Arbeidsoppgaver»: Minste antall tegn er endret fra «10» til «12». Må ikke lenger fylles ut.
            write-advert.form | "label": "Vikariat" | "label": "Vikar" | Feltet «Ansettelsesform»: Alternativet «Vikariat» heter nå «Vikar».
            write-advert.form | "Språket er klart, uten stammespråk og forkortelser" | "Språket er klart" | Feltet «Sjekkliste: utlysningstekst»: Alternativet «Språket er klart, uten stammespråk og forkortelser» heter nå «Språket er klart».
            """)
    void sayWhatHasChanged(String file, String from, @Nullable String to, String told) {
        Path path = path(file);
        String after = compact(path).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to == null ? "" : to));

        assertThat(told(path, compact(path), after)).containsExactly(told);
    }

    @Test
    void sayThatAStepStandsInAnotherPart() {
        String advert = text(ADVERT);
        String step = between(advert, "    <bpmn:serviceTask id=\"notifyPool\"", "</bpmn:serviceTask>\n");

        assertThat(told(
                        ADVERT,
                        advert,
                        advert.replace(step, "")
                                .replaceFirst("(<bpmn:subProcess [^>]*>)", "$1" + Matcher.quoteReplacement(step))))
                .containsExactly("Det automatiske steget «Si fra til interessentene»: Står nå inne i delprosessen"
                        + " «Fristvakt: annonse».");
    }

    @Test
    void sayThatARowOrAFieldHasAnotherPlace() {
        String table = text(DEADLINES);
        String first = between(table, "<rule id=\"needPointDeadline\">", "</rule>");
        assertThat(told(
                        DEADLINES,
                        table,
                        table.replace(first, "").replace("</decisionTable>", first + "</decisionTable>")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "Raden «Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent»: Står nå rett"
                                + " etter raden «Liten kommune: før planen settes».");
        String form = text(WRITE_ADVERT);
        String field = between(form, "    {\n      \"id\": \"caseTitleField\"", "    },\n");
        assertThat(told(
                        WRITE_ADVERT,
                        form,
                        form.replace(field, "")
                                .replaceFirst("\"components\": \\[", "$0" + Matcher.quoteReplacement(field))))
                .containsExactly("Feltet «Stilling»: Står nå først.");
    }

    @Test
    void tellOfRowsAndFieldsThatAreNewOrGone() {
        String table = text(DEADLINES);
        String without = table.replace(between(table, "<rule id=\"needPointDeadline\">", "</rule>"), "");
        assertThat(told(DEADLINES, table, without))
                .containsExactly(
                        "Raden «Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent» er borte: ");
        assertThat(told(DEADLINES, without, table))
                .containsExactly(
                        "Ny rad «Beslutningspunkt behov: fra behovet er meldt til stillingen er godkjent»: «Steg»:"
                                + " «NEED». «Mål»: «10 arbeidsdager». «Påminnelse etter»: «7 arbeidsdager». «Leder får vite"
                                + " etter»: «12 arbeidsdager». «Brudd etter»: «15 arbeidsdager». «Hvem får vite»:"
                                + " «budgetOwner». «Hvem får vite om brudd»: «hrLead».");
        String form = text(WRITE_ADVERT);
        assertThat(told(
                        WRITE_ADVERT,
                        form.replace(between(form, "    {\n      \"id\": \"caseNumberField\"", "    },\n"), ""),
                        form))
                .containsExactly("Nytt felt «Sak»: Hva slags felt det er: «tekst på én linje»."
                        + " Kan bare leses, ikke endres.");
    }

    @Test
    void tellOfAColumnThatIsGoneOnceAndNotInEveryRow() {
        String table = text(path("approver.dmn"));
        String without = Pattern.compile("<outputEntry id=\"\\w+Out2\">.*?</outputEntry>", Pattern.DOTALL)
                .matcher(table.replaceFirst("<output id=\"appointingGroupOutput\"[^>]*>", ""))
                .replaceAll("");

        assertThat(told(path("approver.dmn"), table, without)).containsExactly("Kolonnen «Fatter vedtak» er borte: ");
    }

    @Test
    void areOnlyALineWhenAnElementIsMovedOnTheDrawing() {
        assertThat(differences.between(
                        Map.of("advert.bpmn", text(ADVERT)),
                        Map.of("advert.bpmn", replacing(ADVERT, "x=\"386\" y=\"212\"", "x=\"390\" y=\"300\""))))
                .hasSize(1)
                .allMatch(FileDifference::isOnlyMoved)
                .flatExtracting(FileDifference::changes)
                .extracting(Change::title)
                .containsExactly("Oppgaven «Skriv utlysningstekst» er flyttet på tegningen");
    }

    /** But for what only says how a file is read, or where something is drawn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "interview.bpmn",
                "plan.bpmn",
                "closing.bpmn",
                "approver.dmn",
                "variants.dmn",
                "write-advert.form",
                "set-up-plan.form"
            })
    void leaveNothingUnsaid(String file) {
        String text = text(path(file));
        Matcher value = SAID.matcher(text);
        value.region(Math.max(0, text.indexOf("<decision ")), text.length());
        List<String> unsaid = new ArrayList<>();
        int tried = 0;
        while (value.find()) {
            int group = value.group(1) != null ? 1 : value.group(2) != null ? 2 : 3;
            String other = text.substring(0, value.start(group)) + "9" + text.substring(value.end(group));
            tried++;
            if (differences.between(Map.of(file, text), Map.of(file, other)).isEmpty()) {
                unsaid.add(value.group());
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(unsaid).isEmpty();
    }

    /** What the Modeler writes when somebody opens a file and saves it. */
    @Test
    void areNoneWhenAFileIsOnlySavedAgain() {
        assertThat(told(
                        ADVERT,
                        text(ADVERT),
                        compact(ADVERT)
                                .replace("7.24.0", "7.25.0")
                                .replace(
                                        "id=\"definitions\"",
                                        "id=\"definitions\" exporter=\"Camunda Modeler\" exporterVersion=\"5.40.0\"")
                                .replace(
                                        "id=\"publishAdvert\" name=\"Publiser utlysningen\"",
                                        "name=\"Publiser utlysningen\" camunda:asyncAfter=\"false\" id=\"publishAdvert\"")
                                .replace("Teksten skal treffe dem", "Teksten skal\n        treffe dem")
                                .replaceAll("<di:waypoint x=\"486\"", "<di:waypoint x=\"487\"")))
                .isEmpty();
        assertThat(told(DEADLINES, text(DEADLINES), compact(DEADLINES).replace("7.24.0", "7.25.0")))
                .isEmpty();
        assertThat(told(
                        WRITE_ADVERT,
                        text(WRITE_ADVERT),
                        compact(WRITE_ADVERT).replace("7.24.0", "7.25.0").replace("formRow1", "Row_0x1abc")))
                .isEmpty();
    }

    @Test
    void holdAlsoForFilesThatCannotBeRead() {
        assertThat(told(ADVERT, "<bpmn:definitions", "<bpmn:definitions>"))
                .containsExactly("Filen er endret, men kan ikke leses som et diagram, en tabell eller et skjema: ");
    }

    @Test
    void nameFilesThatAreNewOrGone() {
        Map<String, String> form = Map.of("write-advert.form", text(WRITE_ADVERT));

        assertThat(differences.between(Map.of(), form))
                .containsExactly(new FileDifference(
                        "write-advert.form", "Skjemaet «Skriv utlysningstekst»", Kind.ADDED, List.of()));
        assertThat(differences.between(form, Map.of()))
                .extracting(FileDifference::kind)
                .containsExactly(Kind.REMOVED);
        assertThat(differences.between(form, form)).isEmpty();
    }

    /** Each change in one line. */
    private List<String> told(Path file, String before, String after) {
        assertThat(after).isNotEqualTo(before);
        String name = file.getFileName().toString();
        return differences.between(Map.of(name, before), Map.of(name, after)).stream()
                .flatMap(difference -> difference.changes().stream())
                .map(change -> change.title() + ": " + String.join(" ", change.sentences()))
                .toList();
    }

    private static String replacing(Path file, String from, String to) {
        return text(file).replace(from, to);
    }

    private static Path path(String file) {
        return Path.of(file.endsWith(".form") ? "forms" : "processes", file);
    }

    /** On fewer lines, so that a change can be told on one. */
    private static String compact(Path file) {
        return compact(text(file));
    }

    private static String compact(String text) {
        return text.replaceAll("\\n\\s*", " ");
    }

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from);
        return text.substring(begin, text.indexOf(to, begin) + to.length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
