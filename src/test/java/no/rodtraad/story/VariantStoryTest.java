package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.rodtraad.process.DrawnProcesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("En ansettelse i en variant")
class VariantStoryTest extends CaseStory {

    @Autowired
    private DrawnProcesses drawn;

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

    /** What the guide «Fra Modeler til en variant som er i bruk» makes, from the form to a case that follows it. */
    @Test
    void thatTheMunicipalityHasDrawnItself() throws IOException {
        Colleague designer = hiring.colleague("designer1");
        int before = drawn.versions(HiringCase.TENANT).get(0).number();
        try {
            assertThat(designer.deploys("", OwnVariant.FORM, OwnVariant.form()).status())
                    .isEqualTo(200);
            assertThat(folder().get("rodtraad-eksempelvik/.camunda/element-templates/oppgave.json"))
                    .as("the drop-downs of the Modeler")
                    .contains("Planlegg omvisningen", "plan-tour");
            assertThat(folder()).containsKeys("rodtraad-eksempelvik/processes/interview.bpmn");
            Colleague.Answer answer = designer.deploys("", OwnVariant.files());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);

            hiring.reportNeed(Map.of("requestedVariant", "tour"));

            assertThat(hiring.pagesOf("hr1").visits("/saker/" + hiring.id()).text())
                    .contains("Intervju med omvisning");
            assertThat(hiring.pagesOf("hr1").visits("/saker/rutine").text()).contains("Planlegg omvisning");
        } finally {
            StaffBrowser pages = hiring.pagesOf("designer1");
            pages.clicks(pages.visits("/prosesser"), "Gå tilbake til versjon " + before, Map.of());
        }
        assertThat(drawn.files(
                        HiringCase.TENANT,
                        drawn.versions(HiringCase.TENANT).get(0).id()))
                .hasValueSatisfying(files -> assertThat(files).doesNotContainKey("processes/interview-tour.bpmn"));
    }

    private Map<String, String> folder() throws IOException {
        StaffBrowser designer = hiring.pagesOf("designer1");
        byte[] zip = designer.downloads(designer.visits("/prosesser/kontroll").expectFirst("a[href*=filer.zip]"));
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (@Nullable ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
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
