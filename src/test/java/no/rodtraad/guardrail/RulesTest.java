package no.rodtraad.guardrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.rodtraad.guardrail.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule passes on the shipped files and fails on a small change to one of them. */
class RulesTest {

    private static final Rules RULES = Shipped.rules();

    @Test
    void theShippedProcessesKeepEveryPromise() {
        assertThat(RULES.check(Shipped.FILES, true)).isEmpty();
    }

    @Test
    void knowWhichStepsOfADiagramAPromiseRestsOn() {
        RulesAsPromises promises = new RulesAsPromises();

        assertThat(promises.of(Shipped.FILES.getOrDefault("processes/candidate-journey.bpmn", "")))
                .containsEntry("sendFinalAnswer", "G03")
                .containsEntry("giveFeedback", "G04")
                .containsEntry("assessListExemption", "G09")
                .doesNotContainKey("sendReceipt");
        assertThat(promises.of(Shipped.FILES.getOrDefault("processes/plan-teacher.bpmn", "")))
                .as("a variant keeps the promises of its phase")
                .containsEntry("setUpPlan", "G06");
    }

    /** What stands in a diagram, what stands there instead, and which rule refuses it. */
    @ParameterizedTest(name = "{0}: {1}: {2} -> {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "G01|advert|serviceTask id=\"publishAdvert\"|serviceTask id=\"publishSoon\"",
                "G01|advert|name=\"startsClock\"|name=\"startsWatch\"",
                "G01|interview|warnAt(execution,'INTERVIEW')|warnAt(execution,'OFFER')",
                "G01|offer|<bpmn:terminateEventDefinition|<bpmn:signalEventDefinition",
                "G02|recommendation|attachedToRef=\"unionStatement\"|attachedToRef=\"writeRecommendation\"",
                "G02|candidate-journey|${breakSilence}|${sendCandidateMessage}",
                "G03|candidate-journey|targetRef=\"sendFinalAnswer\"|targetRef=\"answerDelivery\"",
                "G03|candidate-journey|>${answerCode}<|>M05<",
                "G04|candidate-journey|${interviewed == true and outcome == 'REJECTED'}|${interviewed == false}",
                "G04|candidate-interview|>interviewHeld<|>assessed<",
                "G05|closing|${recordsComplete == true}|${answerNow == true}",
                "G05|hiring-case|targetRef=\"closing\"|targetRef=\"isHired\"",
                "G06|need|targetRef=\"assessNeed\"|targetRef=\"archiveNeedAssessment\"",
                "G06|hiring-case|targetRef=\"plan\"|targetRef=\"advert\"",
                "G07|plan|camunda:candidateGroups=\"hr\"|camunda:candidateGroups=\"manager\"",
                "G08|recommendation|targetRef=\"unionStatement\"|targetRef=\"archiveUnionStatement\"",
                "G09|advert|targetRef=\"applicantLists\"|targetRef=\"countApplicants\"",
                "G09|candidate-journey|${exemptionRequested == true}|${exemptionRequested == false}",
                "G10|screening|targetRef=\"declareImpartiality\"|targetRef=\"archiveImpartiality\"",
                "G11|contract-signing|targetRef=\"generateContract\"|targetRef=\"reviewContract\"",
                "G11|contract-signing|${contractApproved == true}|${signAgain == true}",
                "G12|hiring-case|${signed == true}|${hired == true}",
                "G12|contract-signing|${needsPoliceCertificate == true}|${needsAuthorisation == true}",
                "G13|probation|targetRef=\"probationTalk2\"|targetRef=\"archiveTalk2\"",
                "G13|probation|>D31<|>D30<",
                "G13|probation|deadline.monthsAfter(firstDay,5)|deadline.monthsAfter(firstDay,6)",
                "G14|plan|id=\"setUpPlan\"|id=\"drawUpPlan\"",
                "G15|closing|camunda:candidateGroups=\"archive\"|camunda:priority=\"1\"",
                "G15|closing|name=\"checklist\" value=\"archive-check\"|name=\"checklist\" value=\"\"",
                "G16|closing|${closeCase}|${closeTheCase}",
                "G16|advert|>D06<|>D66<",
                "G16|need|camunda:formRef=\"assess-need\"|camunda:formRef=\"assess-needs\"",
                "G16|hiring-case|calledElement=\"closing\"|calledElement=\"offer\"",
                "G16|closing|case.everyoneAnswered|case.everybodyAnswered",
                "G18|closing|camunda:historyTimeToLive=\"P1825D\"|camunda:versionTag=\"1\"",
                "G18|hiring-case|target=\"hired\"|target=\"hiredName\"",
                "G19|closing|camunda:delegateExpression=\"${closeCase}\"|camunda:class=\"no.rodtraad.Close\"",
                "G22|closing|default=\"archiveCompleteToCompleteArchive\"|camunda:asyncAfter=\"true\"",
                "G22|closing|targetRef=\"completeArchive\"|targetRef=\"beforeCheck\"",
            })
    void aSmallChangeIsRefused(String rule, String diagram, String from, String to) {
        String file = "processes/" + diagram + ".bpmn";
        String text = Shipped.FILES.getOrDefault(file, "");
        assertThat(text).contains(from);

        List<Violation> refusals = RULES.check(Shipped.with(file, text.replace(from, to)), true).stream()
                .filter(Violation::refused)
                .toList();

        assertThat(refusals).extracting(Violation::rule).contains(rule);
        assertThat(refusals)
                .allSatisfy(violation -> assertThat(List.of(violation.what(), violation.why(), violation.mend()))
                        .allSatisfy(
                                sentence -> assertThat(sentence).endsWith(".").doesNotContain("{0}")));
    }

    /** One of the ways is chosen, and all of them are waited for. */
    @ParameterizedTest
    @CsvSource({"contract-signing, splitSigning", "need, splitChecks", "onboarding, splitPreparations"})
    void aJoinThatCanWaitForEverIsRefused(String diagram, String split) {
        String file = "processes/" + diagram + ".bpmn";
        String text = Shipped.FILES.getOrDefault(file, "");
        int gateway = text.indexOf("<bpmn:parallelGateway id=\"" + split + "\"");
        String choosing = text.substring(0, gateway)
                + text.substring(gateway)
                        .replaceFirst("bpmn:parallelGateway", "bpmn:exclusiveGateway")
                        .replaceFirst("/bpmn:parallelGateway", "/bpmn:exclusiveGateway");

        assertThat(RULES.check(Shipped.with(file, choosing), true))
                .filteredOn(Violation::refused)
                .extracting(Violation::what)
                .anyMatch(what -> what.contains("vente for alltid på veien fra"));
    }

    @ParameterizedTest
    @CsvSource({"plan-teacher, interview-leader", "plan-teacher, plan-engineer"})
    void aVariantIsRefusedWhoseTableNamesNoProcessOfThePhase(String from, String to) {
        String file = "processes/variants.dmn";
        String text = Shipped.FILES.getOrDefault(file, "");
        assertThat(text).contains("\"" + from + "\"");

        assertThat(RULES.check(Shipped.with(file, text.replace("\"" + from + "\"", "\"" + to + "\"")), true))
                .filteredOn(Violation::refused)
                .extracting(Violation::rule, Violation::file)
                .contains(tuple("G16", file));
    }

    @Test
    void everyRuleIsExplainedToHr() throws IOException {
        String page = Files.readString(Path.of("docs/reference/regler-for-prosesser.md"));

        assertThat(Rules.texts().lines().filter(line -> line.matches("G\\d\\d\\.why=.*")))
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(page).contains("| " + line.substring(0, 3) + " |"));
    }

    @Test
    void tooLongAltogetherIsAdvice() {
        String table = Shipped.FILES.getOrDefault("processes/deadlines.dmn", "");

        assertAdvised(
                "G14", "processes/deadlines.dmn", table.replaceFirst("\"10 arbeidsdager\"", "\"40 arbeidsdager\""));
    }

    @Test
    void manyApprovalsAndHandoversAreAdvice() {
        String screening = Shipped.FILES.getOrDefault("processes/screening.bpmn", "");

        assertAdvised(
                "G20",
                "processes/screening.bpmn",
                screening.replaceAll("candidateGroups=\"manager(,hr)?\"", "candidateGroups=\"hrLead,hr,manager\""));
    }

    @Test
    void anAdvertWithoutChosenChannelsIsAdvice() {
        String advert = Shipped.FILES.getOrDefault("processes/advert.bpmn", "");

        assertAdvised(
                "G21",
                "processes/advert.bpmn",
                advert.replace("targetRef=\"chooseChannels\"", "targetRef=\"publishAdvert\""));
    }

    @Test
    void anUnreadableFileIsSaidToBe() {
        List<Violation> violations = RULES.check(Map.of("brev.bpmn", "<a>\n<b></a>"), false);

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.what()).contains("kan ikke leses");
            assertThat(violation.line()).isEqualTo(2);
        });
    }

    @Test
    void nothingOutsideAFileIsRead() {
        String text = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";

        assertThat(RULES.check(Map.of("brev.bpmn", text), false))
                .extracting(Violation::what)
                .containsExactly("Filen kan ikke leses som et diagram eller en tabell.");
    }

    private static void assertAdvised(String rule, String file, String text) {
        List<Violation> violations = RULES.check(Shipped.with(file, text), true);

        assertThat(violations)
                .filteredOn(violation -> violation.rule().equals(rule))
                .isNotEmpty()
                .noneMatch(Violation::refused);
    }
}
