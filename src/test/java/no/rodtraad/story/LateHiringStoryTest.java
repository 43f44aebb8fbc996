package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Eleven months of 2028 and 2029, where somebody is late at every point. Closed days on the way, by the Gregorian Easter
 * rule, lov 24. februar 1995 nr. 12 § 2 and lov 26. april 1947 nr. 1 (check with Lovdata before use): 13, 14 and 17 April
 * (Easter), 1 May, 17 May, 25 May (Ascension), 5 June (Whit Monday), 25 and 26 December, and 1 January 2029.
 */
@DisplayName("En ansettelse der alle er sene")
class LateHiringStoryTest extends CaseStory {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2028-09-01");

    LateHiringStoryTest() {
        super("2028-03-06", FIRST_DAY);
    }

    @Test
    void isRemindedHelpedEscalatedAndWrittenDownAtEveryPointAndNeverDecidedByAClock() {
        theNeedIsApprovedTooLate();
        theAdvertIsPublishedTooLate();
        List<Candidate> candidates = hiring.fiveApply();
        theCandidatesHearWithinTenWorkingDays(candidates);
        Candidate kari = candidates.get(0);
        Candidate ola = candidates.get(1);
        theInterviewsAreHeldTooLate(candidates, List.of(kari, ola));
        theOfferIsSentTooLate(kari, ola);
        theContractIsSignedTooLate(kari);
        theRestIsInTime(kari);

        assertThat(hiring.unanswered()).isZero();
        assertThat(hiring.state()).isEqualTo("CLOSED");
        assertThat(outcomes()).as("a clock never decided about anybody").containsOnlyKeys("HIRED", "REJECTED");
        assertThat(hiring.closedDaysAmongDueDates())
                .as("due dates on closed days")
                .isEmpty();
        world.nothingHasFailed();
    }

    private void theNeedIsApprovedTooLate() {
        hiring.reportNeed();
        hiring.assessNeed();
        world.waitUntil(day("2028-04-03"));
        happened(
                "NEED",
                "REMINDED 2028-03-15 budgetOwner1",
                "DEPUTY 2028-03-21 -",
                "ESCALATED 2028-03-22 budgetOwner1",
                "BREACHED 2028-03-28 hrLead1");
        assertThat(hiring.colleague("budgetOwner1").allOf(hiring.number()))
                .as("silence never approves")
                .contains("approvePosition");
        hiring.approve();
    }

    private void theAdvertIsPublishedTooLate() {
        hiring.setUpPlan(Map.of(
                "applicationDeadlinePlanned", "2028-05-12",
                "interviewsHeldPlanned", "2028-05-30",
                "offerSentPlanned", "2028-06-19",
                "contractSignedPlanned", "2028-06-28",
                "firstDayPlanned", FIRST_DAY.toString(),
                "probationTalk1Planned", "2028-11-01",
                "probationTalk2Planned", "2029-01-02",
                "probationTalk3Planned", "2029-02-01",
                "probationDecidedPlanned", "2029-02-08",
                "probationCompletedPlanned", "2029-03-01"));
        world.waitUntil(day("2028-04-21"));
        happened(
                "ADVERT",
                "REMINDED 2028-04-10 manager1",
                "DEPUTY 2028-04-18 managerDeputy1",
                "ESCALATED 2028-04-19 hrLead1",
                "BREACHED 2028-04-21 budgetOwner1");
        assertThat(hiring.mailOf("manager1").subjects()).anyMatch(subject -> subject.startsWith("Fristen nærmer seg"));
        assertThat(hiring.mailOf("hrLead1").subjects()).anyMatch(subject -> subject.startsWith("Fristen er passert"));
        assertThat(hiring.mailOf("budgetOwner1").subjects())
                .anyMatch(subject -> subject.startsWith("Fristen er brutt"));
        assertThat(hiring.colleague("managerDeputy1").allOf(hiring.number())).contains("writeAdvert");

        hiring.writeAdvert(day("2028-05-12"));
        hiring.publish();
        assertThat(workingDaysLate("ADVERT"))
                .as("after Wednesday before Easter")
                .isEqualTo(4);
    }

    private void theCandidatesHearWithinTenWorkingDays(List<Candidate> candidates) {
        hiring.colleague("hr1").does(hiring.number(), "assessListExemption", Map.of("exemptionGranted", "no"));
        world.waitUntil(day("2028-05-07"));
        assertThat(mailsAboutTheCase(candidates.get(0))).hasSize(1);
        world.waitUntil(day("2028-05-08"));
        assertThat(mailsAboutTheCase(candidates.get(0)))
                .as("ten working days after Friday 21 April, 1 May not counted")
                .hasSize(2);
    }

    private static List<String> mailsAboutTheCase(Candidate candidate) {
        return candidate.mailbox().subjects().stream()
                .filter(subject -> !subject.startsWith("Kort undersøkelse"))
                .toList();
    }

    private void theInterviewsAreHeldTooLate(List<Candidate> candidates, List<Candidate> wanted) {
        world.waitUntil(day("2028-05-15"));
        hiring.declareImpartiality();
        world.waitUntil(day("2028-06-01"));
        assertThat(wanted.get(0).mailbox().newest().subject()).startsWith("Vi er forsinket");
        hiring.screen(candidates, wanted);
        world.waitUntil(day("2028-06-02"));
        hiring.invite(wanted, day("2028-06-08"));
        world.waitUntil(day("2028-06-08"));
        happened(
                "INTERVIEW",
                "REMINDED 2028-05-23 hr1,manager1",
                "DEPUTY 2028-05-31 hrDeputy1,managerDeputy1",
                "ESCALATED 2028-06-01 hrLead1",
                "BREACHED 2028-06-08 budgetOwner1");
        hiring.holdInterviews(wanted.size());
    }

    private void theOfferIsSentTooLate(Candidate first, Candidate second) {
        hiring.recommend(first, second);
        world.waitUntil(day("2028-06-23"));
        happened(
                "OFFER",
                "REMINDED 2028-06-15 appointingAuthority1,hr1",
                "DEPUTY 2028-06-20 hrDeputy1",
                "ESCALATED 2028-06-21 appointingAuthority1",
                "BREACHED 2028-06-23 budgetOwner1");
        hiring.decide(first);
        hiring.offerTo(first);
        hiring.answersOffer(first, "ja");
    }

    private void theContractIsSignedTooLate(Candidate hired) {
        hiring.approveContract();
        hiring.managerSigns();
        world.waitUntil(day("2028-07-05"));
        happened(
                "SIGNING",
                "REMINDED 2028-06-26 hr1",
                "DEPUTY 2028-06-29 hrDeputy1",
                "ESCALATED 2028-06-30 hrLead1",
                "BREACHED 2028-07-03 budgetOwner1");
        assertThat(hired.newestMessage())
                .as("the one we wait for is reminded, and not told that we are late")
                .startsWith("Avtalen venter på signaturen din");
        hiring.colleague("hr1").does(hiring.number(), "callCandidate");
        hiring.signs(hired);
        assertThat(workingDaysLate("SIGNING")).isPositive();
    }

    private void theRestIsInTime(Candidate hired) {
        hiring.seePoliceCertificate();
        hiring.giveFeedback();
        hiring.colleague("hr1").does(hiring.number(), "closeAdvertPart");
        hiring.prepareFirstDay();
        hiring.workThroughProbation();
        assertThat(hired.newestMessage()).startsWith("Prøvetiden din er fullført");
    }

    /** Each as «LEVEL day who», with «-» where there was nobody to tell. */
    private void happened(String point, String... expected) {
        assertThat(jdbc.sql("""
                        select level || ' ' || to_char(happened_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') || ' '
                          || coalesce(nullif(array_to_string(told, ','), ''), '-')
                        from deadline_events where case_id = :case and point = :point order by seq""")
                        .param("case", hiring.id())
                        .param("point", point)
                        .query(String.class)
                        .list())
                .as(point)
                .containsExactly(expected);
    }

    private int workingDaysLate(String point) {
        return jdbc.sql("""
                        select max(working_days_late) from deadline_events
                        where case_id = :case and point = :point and level = 'BREACHED'""")
                .param("case", hiring.id())
                .param("point", point)
                .query(Integer.class)
                .single();
    }

    private Map<String, Long> outcomes() {
        return jdbc
                .sql("select outcome, count(*) as many from applications where case_id = :case group by outcome")
                .param("case", hiring.id())
                .query((row, number) -> Map.entry(row.getString("outcome"), row.getLong("many")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
