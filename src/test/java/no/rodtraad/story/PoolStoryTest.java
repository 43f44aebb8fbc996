package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.process.TimeTravel;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@DisplayName("Interessentbasen")
class PoolStoryTest extends CaseStory {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2030-08-01");
    private static final String FORM = "form[method=post]";
    private static final String PAGE = "/saker/interessenter";

    @Autowired
    private ApplicationEventPublisher events;

    PoolStoryTest() {
        super("2030-01-07", FIRST_DAY);
    }

    @BeforeEach
    void nobodyIsInIt() {
        jdbc.sql("delete from pool_members").update();
    }

    @Test
    void tellsThoseWhoHaveSaidYesOfWhatTheyAskedToHearAbout() {
        Candidate nina = joins("Nina Liksom", "kindergartenTeacher");
        Candidate odd = joins("Odd Tenktsen", "engineer");
        confirms(nina);
        confirms(odd);
        Candidate una = joins("Una Oppdiktet", "kindergartenTeacher");

        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        hiring.writeAdvert(world.today().plusDays(21));
        hiring.publish();

        assertThat(nina.mailbox().newest().subject()).isEqualTo("Ny stilling hos oss: Barnehagelærer");
        assertThat(nina.mailbox().newest().text())
                .contains("du har bedt om å høre om stillinger innen «Barnehagelærer»", "/stillinger/", "mandag");
        assertThat(odd.mailbox().subjects()).as("another occupation").hasSize(1);
        assertThat(una.mailbox().subjects()).as("not confirmed").hasSize(1);

        StaffBrowser hr = hiring.pagesOf("hr1");
        Document found = hr.visits(PAGE + "?yrke=engineer");
        assertThat(found.text()).contains("Ett treff", "Odd Tenktsen").doesNotContain("Nina", "Una");
        Document refused = hr.sends(found, FORM, Map.of());
        assertThat(refused.text()).contains("Velg stillingen de skal inviteres til");
        found.select("[name=medlem]").attr("checked", "checked");
        assertThat(hr.sends(found, FORM, Map.of("sak", hiring.id())).text()).contains("Én er invitert.");
        world.settle();
        assertThat(odd.mailbox().newest().text()).contains("vi tror kompetansen din passer til stillingen");
        assertThat(hr.sends(found, FORM, Map.of("sak", hiring.id())).text())
                .contains("hadde fått beskjed om stillingen fra før");
        world.settle();
        assertThat(odd.mailbox().subjects()).hasSize(2);
        assertThat(hiring.pagesOf("hr2").visits(PAGE).text()).contains("Ingen treff");
        assertThat(hiring.pagesOf("panel1").visits(PAGE).text()).contains("Du har ikke tilgang hit");
        eyes.logsIn("hr1");
        eyes.lookAt(PAGE);

        withdraws(odd);
        assertThat(hr.visits(PAGE).text()).contains("Ett treff").doesNotContain("Odd");
        world.nothingHasFailed();
    }

    @Test
    void forgetsWhoeverDoesNotConfirmOrRenew() {
        Candidate siri = joins("Siri Eksempel", "nurse");
        confirms(siri);
        Candidate per = joins("Per Prøvesen", "nurse");
        assertThat(members()).isEqualTo(2);

        LocalDate joined = world.today();
        comes(joined.plusDays(8));
        assertThat(members()).as("Per has not confirmed").isEqualTo(1);
        assertThat(per.followsLink().text()).contains("Lenken virker ikke");

        comes(joined.plusMonths(12).minusDays(30));
        assertThat(siri.mailbox().newest().subject()).isEqualTo("Vil du fortsatt høre fra oss?");
        comes(joined.plusMonths(12).minusDays(20));
        assertThat(siri.mailbox().subjects()).as("asked once").containsOnlyOnce("Vil du fortsatt høre fra oss?");
        Document renewed = siri.sends(siri.followsLink(), "form[action$=/samtykke]", Map.of());
        assertThat(renewed.text()).contains("Takk! Samtykket gjelder til");
        eyes.lookAt(siri.mailbox().link() + "?fornyet");

        comes(joined.plusMonths(12).plusDays(5));
        assertThat(members()).isEqualTo(1);
        comes(joined.plusMonths(25));
        assertThat(members()).as("no renewal the second time").isZero();
    }

    private Candidate joins(String name, String group) {
        Candidate candidate = candidate(name);
        Document page = candidate.visits("/interessenter");
        assertThat(page.select("#consent").hasAttr("checked")).as("prefilled").isFalse();
        eyes.lookAt("/interessenter/ny");
        page.select("#groups-" + group + ", #municipalities-eksempelvik").attr("checked", "checked");
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(" ", ".").replace("ø", "o") + "@example.com";
        Document refused = candidate.sends(
                page,
                FORM,
                Map.of("name", name, "email", email, "competence", "Ti år i faget, gjerne 80 prosent stilling."));
        assertThat(refused.select(".problems li").eachText())
                .singleElement()
                .asString()
                .contains("samtykket");
        assertThat(refused.select("#groups-" + group).hasAttr("checked")).isTrue();
        assertThat(refused.select("#competence").text()).startsWith("Ti år");

        Document sent = candidate.sends(refused, FORM, Map.of("consent", "true"));
        assertThat(sent.text()).contains("Sjekk e-posten din");
        eyes.lookAt(sent.location());
        assertThat(candidate.mailbox().newest().subject()).isEqualTo("Bekreft at du vil høre fra oss");
        return candidate;
    }

    private void confirms(Candidate candidate) {
        String link = candidate.mailbox().link();
        eyes.lookAt(link);
        Document confirmed = candidate.sends(candidate.visits(link), "form[action$=/samtykke]", Map.of());
        assertThat(confirmed.text()).contains("Takk! Samtykket gjelder til");
    }

    private void withdraws(Candidate candidate) {
        String link = candidate.mailbox().link();
        Document own = candidate.visits(link);
        Document changed = candidate.sends(own, "form:has(#competence)", Map.of("competence", ""));
        assertThat(changed.select(".problems").text()).contains("Skriv kort hva du kan");
        eyes.lookAt(link);
        assertThat(candidate
                        .sends(changed, "form:has(#competence)", Map.of("competence", "Nytt fag."))
                        .text())
                .contains("Endringene er lagret.");
        Document gone = candidate.sends(candidate.visits(link), "form[action$=/slett]", Map.of());
        assertThat(gone.text()).contains("Du er slettet");
        eyes.lookAt(gone.location());
        assertThat(candidate.visits(link).text()).contains("Lenken virker ikke");
        eyes.lookAt(link);
    }

    private void comes(LocalDate day) {
        world.waitUntil(day);
        events.publishEvent(new TimeTravel.Arrived(ClockUtil.getCurrentTime().toInstant()));
        world.settle();
    }

    private long members() {
        return jdbc.sql("select count(*) from pool_members").query(Long.class).single();
    }
}
