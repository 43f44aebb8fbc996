package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("En ansettelse")
@ExtendWith(OutputCaptureExtension.class)
class HiringStoryTest extends CaseStory {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2027-06-01");

    @Autowired
    private RuntimeService runtime;

    HiringStoryTest() {
        super("2027-01-11", FIRST_DAY);
    }

    @Test
    void isCarriedFromNeedToTheEndOfProbation(CapturedOutput log) {
        LocalDate deadline = publishes();

        assertThat(hiring.planned("Søknadsfrist")).contains("10. feb. 2027 1. feb. 2027");

        List<Candidate> candidates = hiring.fiveApply();
        Candidate kari = candidates.get(0);
        Candidate ola = candidates.get(1);
        assertThat(kari.mailbox().newest().subject()).startsWith("Takk for søknaden");
        assertThat(kari.followsLink().text()).contains("Barnehagelærer");
        hiring.colleague("hr1").does(hiring.number(), "assessListExemption", Map.of("exemptionGranted", "no"));
        assertThat(candidates.get(4).mailbox().subjects()).hasSize(2);

        world.waitUntil(deadline.plusDays(1));
        assertThat(kari.mailbox().newest().subject()).startsWith("Slik ligger vi an");
        hiring.declareImpartiality();
        hiring.screen(candidates, List.of(kari, ola));
        for (Candidate other : candidates.subList(2, 5)) {
            assertThat(codesTo(other)).as("answered before the interviews").contains("M05", "M06");
        }
        interview(List.of(kari, ola));
        hiring.recommend(kari, ola);
        hiring.decide(kari);

        hiring.offerTo(kari);
        assertThat(ola.newestMessage()).contains("aktuell");
        assertThat(ola.mailbox().newest().text())
                .as("a mail about what is private")
                .contains("Du har fått en melding fra Eksempelvik kommune")
                .doesNotContain("aktuell");
        assertThat(codesTo(ola)).containsOnlyOnce("M13");
        world.waitUntil(world.today().plusDays(7));
        assertThat(codesTo(ola)).as("after five working days").haveExactly(2, code("M13"));
        hiring.answersOffer(kari, "nei");
        hiring.chooseNext();
        assertThat(codesTo(ola)).contains("M15");
        hiring.offerTo(ola);
        hiring.answersOffer(ola, "ja");

        hiring.approveContract();
        hiring.saysNoToContract(ola, "Lønnen er ikke den vi avtalte.");
        assertThat(codesTo(ola)).haveExactly(2, code("M16"));
        assertThat(ola.newestMessage()).startsWith("Arbeidsavtalen er klar");
        hiring.signs(ola);
        eyes.logsIn("manager1");
        eyes.lookAt("/saker/%s/signer".formatted(hiring.id()));
        hiring.managerSigns();
        hiring.seePoliceCertificate();
        everyoneIsAnswered(candidates);
        hiring.prepareFirstDay();
        world.waitUntil(FIRST_DAY);
        assertThat(ola.newestMessage()).contains("1. juni 2027");
        hiring.workThroughProbation();

        assertThat(openInstances()).isZero();
        assertThat(hiring.unanswered()).isZero();
        world.nothingHasFailed();
        assertThat(hiring.state()).isEqualTo("CLOSED");
        assertThat(hiring.archivedCodes())
                .contains(
                        "D01", "D02", "D04", "D05", "D06", "D08", "D09", "D10", "D11", "D12", "D13", "D14", "D15",
                        "D16", "D17", "D19", "D20", "D21", "D22", "D23", "D24", "D25", "D26", "D27", "D28", "D29",
                        "D30", "D31", "D32", "D33");
        assertThat(ola.newestMessage()).startsWith("Prøvetiden din er fullført");
        isAskedAboutTheJob(ola);
        nobodyIsNamedInTheEngineOrTheLog(candidates, log);
    }

    /** After 30 and 90 days, and when HR says that the employee leaves; not about an answer that was yes. */
    private void isAskedAboutTheJob(Candidate ola) {
        StaffBrowser hr = hiring.pagesOf("hr1");
        String page = "/saker/undersokelser/slutter";
        eyes.logsIn("hr1");
        eyes.lookAt(page);
        hr.sends(hr.visits(page), "tr:contains(%s) form".formatted(ola.name()), Map.of());
        world.settle();

        assertThat(ola.mailbox().subjects())
                .contains(
                        "Hvordan har du det hos oss? De første 30 dagene",
                        "Hvordan har du det hos oss? De første 90 dagene")
                .doesNotContain("Kort undersøkelse: Ventetiden og svaret")
                .endsWith("Kort undersøkelse: Å slutte hos oss");
        assertThat(hr.visits(page).text()).doesNotContain(ola.name());
    }

    @Test
    void whoseWinnerWithdrawsBeforeTheFirstDayGoesToTheNext() {
        LocalDate deadline = publishes();
        List<Candidate> candidates = hiring.fiveApply();
        Candidate kari = candidates.get(0);
        Candidate ola = candidates.get(1);
        hiring.colleague("hr1").does(hiring.number(), "assessListExemption", Map.of("exemptionGranted", "no"));
        world.waitUntil(deadline.plusDays(1));
        hiring.declareImpartiality();
        hiring.screen(candidates, List.of(kari, ola));
        interview(List.of(kari, ola));
        hiring.recommend(kari, ola);
        hiring.decide(kari);
        isHired(kari);
        hiring.giveFeedback();
        everyoneIsAnswered(candidates);
        assertThat(hiring.state()).isEqualTo("CLOSED");
        assertThat(codesTo(ola)).contains("M21", "M19");

        kari.sends(kari.visits(kari.followsLink().location() + "/trekk"), "form[method=post]", Map.of());
        assertThat(codesTo(kari)).haveExactly(2, code("M21"));
        assertThat(hiring.colleague("it1").tasks(hiring.number(), "orderEquipmentAccess"))
                .isEmpty();
        assertThat(hiring.state()).isEqualTo("OPEN");
        hiring.colleague("manager1")
                .does(
                        hiring.number(),
                        "chooseNext",
                        Map.of(
                                "nextStep", "next",
                                "lossReason", "otherOffer",
                                "nextReason", "Den ansatte trakk seg før første dag."));
        assertThat(codesTo(ola)).contains("M15");
        assertThat(hiring.unanswered()).isEqualTo(1);

        isHired(ola);
        everyoneIsAnswered(candidates);
        assertThat(hiring.state()).isEqualTo("CLOSED");
        hiring.prepareFirstDay();
        world.nothingHasFailed();
    }

    private void isHired(Candidate candidate) {
        hiring.offerTo(candidate);
        hiring.answersOffer(candidate, "ja");
        hiring.approveContract();
        hiring.signs(candidate);
        hiring.managerSigns();
        hiring.seePoliceCertificate();
    }

    @Test
    void thatIsMergedWithAnotherAfterTheDeadlineAnswersEveryoneFirst() {
        LocalDate deadline = publishes();
        List<Candidate> applicants = hiring.fiveApply();
        Candidate caller = applicants.get(4);
        eyes.logsIn("hr1");
        eyes.lookAt("/saker/%s/sokere/%s/trekk".formatted(hiring.id(), hiring.applicationOf(caller)));
        hiring.pagesOf("hr1").withdraws(hiring.id(), hiring.applicationOf(caller), "Ringte og sa det.");
        world.settle();
        assertThat(codesTo(caller)).as("a confirmation").contains("M21");
        List<Candidate> candidates = applicants.subList(0, 4);
        world.waitUntil(deadline.plusDays(1));
        HiringCase other = anotherCase();
        publishes(other);
        hiring.pagesOf("hr1").merges(hiring.id(), other.id(), "Kommunen samler de to stillingene.");
        world.settle();

        for (Candidate candidate : candidates) {
            assertThat(candidate.newestMessage())
                    .contains("Kommunen samler de to stillingene.", "slått den sammen med", other.vacancyPath());
        }
        assertThat(hiring.unanswered()).isZero();
        hiring.colleague("hr1").does(hiring.number(), "closeAdvertPart");
        assertThat(openInstances()).isZero();
        assertThat(hiring.state()).isEqualTo("CANCELLED");
        world.nothingHasFailed();
    }

    private void interview(List<Candidate> invited) {
        LocalDate day = world.today().plusDays(9);
        hiring.invite(invited, day);
        world.waitUntil(day);
        for (Candidate candidate : invited) {
            assertThat(candidate.mailbox().newest().text()).as("reminder").contains("møterommet");
        }
        hiring.holdInterviews(invited.size());
    }

    private void everyoneIsAnswered(List<Candidate> candidates) {
        assertThat(hiring.unanswered()).as("candidates without an answer").isZero();
        for (Candidate candidate : candidates) {
            assertThat(candidate.mailbox().subjects()).as(candidate.name()).hasSizeGreaterThanOrEqualTo(3);
        }
        hiring.colleague("hr1").does(hiring.number(), "closeAdvertPart");
    }

    private static Condition<String> code(String code) {
        return new Condition<>(code::equals, code);
    }

    /** The catalogue's codes of what was sent to a candidate. */
    private List<String> codesTo(Candidate candidate) {
        return jdbc.sql("select code from messages where application_id = :id::uuid")
                .param("id", hiring.applicationOf(candidate))
                .query(String.class)
                .list();
    }

    /** Names, addresses, phones, mails, free text and secret links of a whole story, searched for where they must not be. */
    private void nobodyIsNamedInTheEngineOrTheLog(List<Candidate> candidates, CapturedOutput log) {
        List<String> secrets = new ArrayList<>(
                List.of("Arbeidsgiveren min vet ikke", "Dette er vurdert og avklart med dem det gjelder"));
        candidates.forEach(candidate -> secrets.addAll(candidate.secrets()));
        Traces traces = new Traces(jdbc, secrets);

        assertThat(traces.tables()).hasSizeGreaterThan(40);
        assertThat(traces.inEngine()).as("in the engine's tables").isEmpty();
        assertThat(traces.in(log)).as("in the log").isEmpty();

        Candidate kari = candidates.get(0);
        jdbc.sql("update act_hi_procinst set delete_reason_ = :leak")
                .param("leak", "Trukket av " + kari.name())
                .update();
        assertThat(traces.inEngine())
                .as("a leak that was planted")
                .contains("act_hi_procinst.delete_reason_: " + kari.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(traces.in("En melding til " + kari.email() + " kom i retur")).isNotEmpty();
    }

    private long openInstances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(hiring.number())
                .tenantIdIn(HiringCase.TENANT)
                .count();
    }
}
