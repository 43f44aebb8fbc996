package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("An advert in several channels")
class ChannelStoryTest extends CaseStory {

    @Autowired
    private ManagementService engine;

    ChannelStoryTest() {
        super("2026-02-02", LocalDate.parse("2026-08-03"));
    }

    @AfterEach
    void navIsNotChosenAnyMore() {
        jdbc.sql("delete from capability_settings where capability = 'NAV'").update();
    }

    @Test
    void goesOutThereAndComesDownWithoutOneChannelWaitingForAnother() {
        jdbc.sql("""
                        insert into capability_settings (tenant_id, capability, adapter, changed_at, changed_by)
                        values ('eksempelvik', 'NAV', 'nav', now(), 'hrLead1')""").update();
        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        hiring.writeAdvert(world.today().plusDays(21));
        assertThatThrownBy(() -> hiring.publish(List.of("own", "internal", "nav", "socialMedia")))
                .hasMessageContaining("Overføring til NAV er ikke satt opp");
        world.settle();
        Colleague hr = hiring.colleague("hr1");

        List<Job> failing = engine.createJobQuery().withException().list();
        assertThat(failing)
                .singleElement()
                .satisfies(
                        job -> assertThat(job.getExceptionMessage()).contains("Overføring til NAV er ikke satt opp"));
        assertThat(hiring.candidate("Kari").visits("/").text()).contains("Barnehagelærer");
        String notice = hr.tasks(hiring.number(), "updateChannelByHand").stream()
                .filter(one -> hr.opens(one).toString().contains("Intranett og oppslag for ansatte"))
                .findFirst()
                .orElseThrow();
        assertThat(hr.opens(notice).toString()).contains("Legg ut annonsen.", "?kanal=internal");
        assertThat(hr.sends(notice, Map.of("channelDone", true, "channelReference", "Oppslag 7"))
                        .status())
                .isEqualTo(204);
        world.settle();
        String task = hr.theTask(hiring.number(), "updateChannelByHand");
        assertThat(hr.opens(task).toString())
                .contains("Sosiale medier", "Legg ut annonsen.", "Barnehagelærer", "1200 × 630");
        assertThat(hr.sends(task, Map.of("channelDone", false)).status()).isEqualTo(400);
        hr.does(hiring.number(), "updateChannelByHand", Map.of("channelDone", true, "channelReference", "Innlegg 1"));
        assertThat(hr.allOf(hiring.number())).doesNotContain("updateChannelByHand");

        Candidate kari = hiring.candidate("Kari Eksempel");
        String apply = kari.visits("/stillinger/" + hiring.slug() + "?kanal=socialMedia")
                .select("a[href*=/sok]")
                .attr("href");
        assertThat(apply).endsWith("/sok?kanal=socialMedia");
        kari.appliesWith(apply, HiringCase.curriculumVitae("Kari Eksempel"), Map.of());
        appliesByWayOfADraft("/stillinger/" + hiring.slug() + "/sok?kanal=internal");
        hiring.candidate("Ola Prøvesen")
                .applies("/stillinger/" + hiring.slug(), HiringCase.curriculumVitae("Kari Eksempel"), Map.of());
        assertThat(hiring.pagesOf("hr1")
                        .visits("/saker/eksempelvik-" + hiring.number() + "/kanaler")
                        .select("tbody tr")
                        .eachText())
                .satisfiesExactly(
                        notices -> assertThat(notices)
                                .startsWith("Intranett og oppslag for ansatte Ute 1")
                                .endsWith("?kanal=internal Oppslag 7"),
                        nav -> assertThat(nav).startsWith("NAV (arbeidsplassen.no) Ikke ute ennå 0"),
                        own -> assertThat(own).startsWith("Kommunens egne sider Ute 0"),
                        social -> assertThat(social)
                                .startsWith("Sosiale medier Ute 1 http://stillinger.example/stillinger/")
                                .endsWith("?kanal=socialMedia Innlegg 1"));
        eyes.logsIn("hr1");
        eyes.lookAt("/saker/eksempelvik-" + hiring.number() + "/kanaler");

        hr.cancels(hiring.number(), "Stillingen er ikke lenger finansiert.");
        for (String takeDown : hr.tasks(hiring.number(), "updateChannelByHand")) {
            assertThat(hr.opens(takeDown).toString()).contains("Ta ned annonsen.");
            hr.doesOwn(hiring.number(), "updateChannelByHand", Map.of("channelDone", true));
        }
        assertThat(jdbc.sql("select channel from publications where case_id = :case and shown is not null")
                        .param("case", "eksempelvik-" + hiring.number())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** The draft is opened again from the mail, where nothing says which channel the applicant came from. */
    private void appliesByWayOfADraft(String formPath) {
        Candidate liv = hiring.candidate("Liv Kladdesen");
        liv.presses(
                liv.visits(formPath),
                "lagre",
                Map.of("name", liv.name(), "email", liv.email(), "letter", "Jeg vil"),
                List.of());
        liv.presses(liv.followsLink(), "lagre", Map.of("phone", "900 00 000"), List.of());
        Document sent = liv.presses(
                liv.followsLink(),
                "send",
                Map.of(
                        "birthYear", "1990",
                        "gender", "FEMALE",
                        "jobTitle", "Barnehagelærer",
                        "municipality", "Eksempelvik",
                        "education", "Bachelor",
                        "experience", "Fem år"),
                List.of(new Candidate.Attached("cv", "cv.pdf", HiringCase.curriculumVitae("Liv Kladdesen"))));
        assertThat(sent.location()).as(sent.text()).endsWith("/soknad/mottatt");
    }
}
