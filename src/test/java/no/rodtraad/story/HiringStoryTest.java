package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("En ansettelse")
class HiringStoryTest extends CaseStory {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2027-06-01");

    @Autowired
    private RuntimeService runtime;

    HiringStoryTest() {
        super("2027-01-11", FIRST_DAY);
    }

    @Test
    void isCarriedFromNeedToTheEndOfProbation() {
        LocalDate deadline = approveAndPublish();

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
        interview(List.of(kari, ola));
        hiring.recommend(kari, ola);
        hiring.decide(kari);

        hiring.offerTo(kari);
        assertThat(ola.mailbox().newest().text()).contains("aktuell");
        hiring.answersOffer(kari, "nei");
        hiring.chooseNext();
        hiring.offerTo(ola);
        hiring.answersOffer(ola, "ja");

        hiring.approveContract();
        assertThat(ola.mailbox().newest().subject()).containsIgnoringCase("avtale");
        hiring.signs(ola);
        hiring.managerSigns();
        hiring.seePoliceCertificate();
        everyoneIsAnswered(candidates);
        hiring.prepareFirstDay();
        world.waitUntil(FIRST_DAY);
        assertThat(ola.mailbox().newest().text()).contains("1. juni 2027");
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
        assertThat(ola.mailbox().newest().subject()).isEqualTo("Prøvetiden din er fullført");
        assertThat(traceOf("Prøvesen")).as("people in the engine's tables").isZero();
    }

    @Test
    void thatIsCancelledAfterTheDeadlineAnswersEveryoneFirst() {
        LocalDate deadline = approveAndPublish();
        List<Candidate> candidates = hiring.fiveApply();
        world.waitUntil(deadline.plusDays(1));

        hiring.colleague("hr1").cancels(hiring.number(), "Kommunen har vedtatt ansettelsesstopp.");

        for (Candidate candidate : candidates) {
            assertThat(candidate.mailbox().newest().text()).contains("ansettelsesstopp");
        }
        assertThat(hiring.unanswered()).isZero();
        hiring.colleague("hr1").does(hiring.number(), "closeAdvertPart");
        assertThat(openInstances()).isZero();
        assertThat(hiring.state()).isEqualTo("CANCELLED");
        world.nothingHasFailed();
    }

    /** Need, approval, plan and advert. Returns the last day to apply. */
    private LocalDate approveAndPublish() {
        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        LocalDate deadline = world.today().plusDays(21);
        hiring.writeAdvert(deadline);
        hiring.publish();
        return deadline;
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

    /** How often a name stands in the engine's variables, history, comments or stored values. */
    private long traceOf(String name) {
        return jdbc.sql("""
                        select (select count(*) from act_ru_variable where text_ like :name)
                          + (select count(*) from act_hi_varinst where text_ like :name)
                          + (select count(*) from act_hi_detail where text_ like :name)
                          + (select count(*) from act_hi_op_log where new_value_ like :name)
                          + (select count(*) from act_ge_bytearray
                             where name_ not like '%.bpmn' and name_ not like '%.form' and name_ not like '%.dmn'
                               and encode(bytes_, 'escape') like :name)""").param("name", "%" + name + "%").query(Long.class).single();
    }

    private long openInstances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(hiring.number())
                .tenantIdIn(HiringCase.TENANT)
                .count();
    }
}
