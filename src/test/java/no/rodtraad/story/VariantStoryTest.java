package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("En ansettelse i en variant")
class VariantStoryTest extends CaseStory {

    VariantStoryTest() {
        super("2030-01-14", LocalDate.parse("2030-08-01"));
    }

    /** The table chooses; each step that the base does not have is done in Tasklist by those who have it. */
    @Test
    void ofALeaderHasTwoRoundsATestAndABoard() {
        hiring.reportNeed(Map.of(
                "title",
                "Virksomhetsleder",
                "occupationalGroup",
                "leader",
                "requestedVariant",
                "",
                "worksWithChildren",
                false));
        assertThat(hiring.pagesOf("hr1").visits("/saker/" + hiring.id()).text()).contains("Leder");
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        LocalDate deadline = world.today().plusDays(21);
        hiring.writeAdvert(deadline);
        hiring.publish();
        Candidate kari = hiring.candidate("Kari Eksempel");
        Candidate ola = hiring.candidate("Ola Prøvesen");
        for (Candidate candidate : List.of(kari, ola)) {
            candidate.applies(hiring.vacancyPath(), HiringCase.curriculumVitae(candidate.name()), Map.of());
        }
        world.waitUntil(deadline.plusDays(1));
        hiring.colleague("hr1").does(hiring.number(), "decideFewApplicants", Map.of("fewApplicantsChoice", "continue"));
        hiring.declareImpartiality();
        hiring.screen(List.of(kari, ola), List.of(kari, ola));

        Colleague manager = hiring.colleague("manager1");
        assertThat(manager.allOf(hiring.number())).contains("planTwoRounds").doesNotContain("prepareInterview");
        manager.does(hiring.number(), "planTwoRounds");
        assertThat(hiring.colleague("hr1").allOf(hiring.number())).contains("prepareInterview");
        LocalDate day = world.today().plusDays(7);
        hiring.offersInterviewTimes(day);
        hiring.choosesInterviewTime(kari);
        hiring.choosesInterviewTime(ola);
        world.waitUntil(day.plusDays(1));
        twoRounds();
        twoRounds();
        assertThat(manager.allOf(hiring.number())).doesNotContain("writeRecommendation");
        hiring.colleague("hr1").does(hiring.number(), "interpretTest");
        // that everybody is assessed was told before the case came to where it waits for it
        world.waitUntil(world.today().plusDays(1));
        hiring.recommend(kari, ola);
        hiring.colleague("hr1").does(hiring.number(), "prepareBoardCase");
        hiring.decide(kari);
        hiring.offerTo(kari);

        world.nothingHasFailed();
    }

    private void twoRounds() {
        Colleague panel = hiring.colleague("panel1");
        panel.doesOwn(
                hiring.number(),
                "holdInterview",
                Map.of("referencesWanted", false, "secondRound", true, "professionalScore", 4, "personalScore", 5));
        panel.doesOwn(hiring.number(), "secondInterview", Map.of());
    }
}
