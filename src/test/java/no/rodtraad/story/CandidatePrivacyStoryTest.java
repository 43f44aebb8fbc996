package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.rodtraad.retention.Retention;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("En søker")
class CandidatePrivacyStoryTest extends CaseStory {

    private static final String FORM = "form[action$=/soknad/ny-lenke]";

    @Autowired
    private Retention retention;

    CandidatePrivacyStoryTest() {
        super("2027-01-11", LocalDate.parse("2027-06-01"));
    }

    @Test
    void whoHasLostTheLinkGetsANewOneByMailAndNobodyLearnsWhoHasApplied() {
        List<Candidate> candidates = fiveApply();
        Candidate kari = candidates.get(0);
        String first = kari.mailbox().link();

        eyes.lookAt("/soknad/ny-lenke");
        eyes.lookAt("/soknad/ny-lenke/sendt");
        assertThat(asks(kari, "kari").text()).contains("Skriv hele e-postadressen");

        Document known = asks(kari, kari.email().toUpperCase(java.util.Locale.ROOT));
        Document unknown = asks(kari, "ingen@example.com");
        assertThat(known.html()).isEqualTo(unknown.html());
        waitForMails(kari, 2);
        assertThat(kari.mailbox().newest().subject()).isEqualTo("Ny lenke til siden din");
        assertThat(kari.followsLink().select("h1").text()).isNotEqualTo("Lenken virker ikke");
        assertThat(kari.visits(first).select("h1").text()).as("the old one").isNotEqualTo("Lenken virker ikke");

        for (int i = 0; i < 4; i++) {
            asks(kari, kari.email());
        }
        asks(kari, candidates.get(1).email());
        waitForMails(candidates.get(1), 2);
        assertThat(kari.mailbox().subjects())
                .filteredOn("Ny lenke til siden din"::equals)
                .as("at most three a day")
                .hasSize(3);

        StaffBrowser hr = hiring.pagesOf("hr1");
        Document page = hr.visits("/saker/" + hiring.id() + "/sokere/" + hiring.applicationOf(kari));
        assertThat(hr.clicks(page, "Sperr lenkene", Map.of()).text()).contains("Lenkene er sperret");
        assertThat(kari.visits(first).select("h1").text()).isEqualTo("Lenken virker ikke");
        assertThat(kari.followsLink().select("h1").text()).isEqualTo("Lenken virker ikke");
        assertThat(kari.visits(first).select("a[href=/soknad/ny-lenke]")).hasSize(1);
    }

    @Test
    void whoWantsTheApplicationDeletedIsGoneWhenTheWithdrawalIsConfirmed() {
        Candidate ola = fiveApply().get(1);
        String home = ola.mailbox().link();
        String application = hiring.applicationOf(ola);

        eyes.lookAt(home + "/slett");
        Document page = ola.visits(home + "/slett");
        assertThat(page.text()).contains("fortsatt med i vurderingen", "arkivlova");
        Document asked = ola.sends(page, "form[action$=/slett]", Map.of());
        assertThat(asked.select("h1").text()).isEqualTo("Du har bedt oss slette søknaden");
        eyes.lookAt(home + "/slett");
        assertThat(ola.mailbox().subjects()).as("receipt and confirmation").hasSize(2);

        retention.eraseDue();

        assertThat(ola.visits(home).select("h1").text()).isEqualTo("Lenken virker ikke");
        StaffBrowser hr = hiring.pagesOf("hr1");
        Document left = hr.visits("/saker/" + hiring.id() + "/sokere/" + application);
        assertThat(left.select("h1").text()).isEqualTo("Slettet søker");
        assertThat(left.text()).doesNotContain(ola.name(), ola.email(), "barna får være ute");
        assertThat(hr.visits("/saker/sletting").text()).contains("kan leses av HR-leder");
        StaffBrowser lead = hiring.pagesOf("hrLead1");
        assertThat(lead.visits("/saker/sletting").text())
                .contains("6 måneder etter at saken er avsluttet")
                .containsPattern("Søknader: \\d+")
                .doesNotContain(ola.name());
        eyes.logsIn("hrLead1");
        eyes.lookAt("/saker/sletting");
        eyes.lookAt("/saker/oppsett");
        assertThat(hiring.archivedCodes()).as("the archive keeps its copy").contains("D08", "D26");
    }

    private List<Candidate> fiveApply() {
        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        hiring.writeAdvert(world.today().plusDays(21));
        hiring.publish();
        return hiring.fiveApply();
    }

    private Document asks(Candidate candidate, String email) {
        return candidate.sends(candidate.visits("/soknad/ny-lenke"), FORM, Map.of("epost", email));
    }

    private void waitForMails(Candidate candidate, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            world.settle();
            return candidate.mailbox().subjects().size() >= count;
        });
    }
}
