package no.rodtraad.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.document.Documents;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.plan.Plans;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CandidateViews;
import no.rodtraad.process.CandidateViews.State;
import no.rodtraad.process.CandidateViews.View;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.TimeTravel;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancies;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("Søkerens egne sider")
@WebMvcTest(
        controllers = {CandidatePages.class, ContractPages.class},
        properties = "spring.web.locale-resolver=accept-header")
@AutoConfigureMockMvc(addFilters = false)
@Import({
    ApplyPagesTest.Setup.class,
    MessagesOnStatusPage.class,
    CandidateDoor.class,
    SentTogether.class,
    PublicTexts.class
})
class CandidatePagesTest {

    private static final String TOKEN = "t".repeat(43);
    private static final String HOME = "/soknad/" + TOKEN;
    private static final Instant SPEAK_AT = Instant.parse("2027-01-07T09:00:00Z");
    private static final UUID SLOT = UUID.randomUUID();

    @Autowired
    private MockMvc browser;

    /** The advice of the staff pages comes along with every page. */
    @MockitoBean
    @SuppressWarnings("unused")
    private TimeTravel demoClock;

    @MockitoBean
    @SuppressWarnings("unused")
    private StaffDirectory staff;

    @MockitoBean
    private SecretLinks links;

    @MockitoBean
    private Applications applications;

    @MockitoBean
    private ApplicationGroups groups;

    @MockitoBean
    private CandidateActions actions;

    @MockitoBean
    private HiredWithdrawals hired;

    @MockitoBean
    private InterviewSlots slots;

    @MockitoBean
    private Vacancies vacancies;

    @MockitoBean
    private Documents documents;

    @MockitoBean
    private ApplicantLists lists;

    @MockitoBean
    private SentMessages messages;

    @MockitoBean
    private OfferAnswers offers;

    @MockitoBean
    private ContractSigning contracts;

    @MockitoBean
    private CandidateViews views;

    @MockitoBean
    private Plans plans;

    @BeforeEach
    void aCandidate() {
        given(links.resolve(any(), any())).willReturn(Optional.empty());
        given(links.resolve(Purpose.APPLICATION, TOKEN)).willReturn(Optional.of(Examples.APPLICATION.value()));
        given(vacancies.get(Examples.CASE)).willReturn(Examples.vacancy());
        given(views.of(Examples.CASE, Examples.APPLICATION))
                .willReturn(List.of(
                        new View("Søknaden er mottatt: Takk.", State.DONE, Examples.NOW, false, null),
                        new View("Søknadene blir vurdert", State.NOW, null, true, null),
                        new View("Intervju: De aktuelle.", State.AHEAD, null, false, Milestone.INTERVIEWS_HELD)));
        given(plans.milestones(Examples.CASE))
                .willReturn(List.of(new Plans.PlannedMilestone(
                        Milestone.INTERVIEWS_HELD, null, LocalDate.parse("2027-01-15"), null)));
        candidate(Examples.application(false, null, null, null));
    }

    private void candidate(ApplicationInfo application) {
        given(applications.find(Examples.APPLICATION)).willReturn(Optional.of(application));
    }

    @Test
    void sayWhatALinkThatDoesNotWorkMayMeanAndWhomToAsk() throws Exception {
        String text = browser.perform(get("/soknad/feil"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(text).contains("Lenken virker ikke", "for gammel", "kontaktpersonen");
        browser.perform(post("/soknad/feil/trekk")).andExpect(status().isNotFound());
        browser.perform(get("/soknad/feil/avtale.pdf")).andExpect(status().isNotFound());
    }

    @Test
    void showWhereTheApplicationStandsAndAreNotKeptInCaches() throws Exception {
        given(messages.toApplication(Examples.APPLICATION))
                .willReturn(List.of(new SentMessages.SentMessage(
                        Examples.APPLICATION,
                        "M01",
                        "Vi har fått søknaden din",
                        "Hei, Kari!\n\nTakk.",
                        Examples.NOW,
                        Examples.NOW,
                        null,
                        null)));
        var response = browser.perform(get(HOME))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse();
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("h1").text()).isEqualTo("Vi vurderer søknadene");
        assertThat(page.select("[aria-current=step]")).hasSize(1);
        assertThat(page.select(".timeline__step").eachText())
                .containsExactly(
                        "Søknaden er mottatt – ferdig 22. november 2026 Takk.",
                        "Søknadsfristen er ute – ferdig 18. desember 2026 Ingen nye søknader blir tatt imot.",
                        "Søknadene blir vurdert – nå",
                        "Intervju – kommer Ventes innen 15. januar 2027 De aktuelle.");
        assertThat(page.select(".message__title").text()).isEqualTo("Vi har fått søknaden din");
        assertThat(page.select("a[href=" + HOME + "/trekk]")).hasSize(1);
    }

    @Test
    void sayThatTheAssessmentComesAfterTheDeadline() throws Exception {
        given(vacancies.isOpen(any())).willReturn(true);
        Document page =
                Jsoup.parse(browser.perform(get(HOME)).andReturn().getResponse().getContentAsString());
        assertThat(page.select("[aria-current=step]").text()).startsWith("Søknadsfristen løper");
        assertThat(page.select(".timeline__step.is-next").eachText())
                .containsExactly(
                        "Søknadene blir vurdert – kommer",
                        "Intervju – kommer Ventes innen 15. januar 2027 De aktuelle.");
    }

    @Test
    void letAnInvitedCandidateChooseATime() throws Exception {
        candidate(Examples.application(true, null, null, null));
        given(slots.free(Examples.CASE))
                .willReturn(List.of(new InterviewSlots.Slot(SLOT, SPEAK_AT, "Rådhuset, møterom Fjord")));
        Document page =
                Jsoup.parse(browser.perform(get(HOME)).andReturn().getResponse().getContentAsString());
        assertThat(page.select("form label").text()).contains("torsdag 7. januar 2027 kl. 10.00");

        given(actions.chooseInterviewTime(any(), any())).willReturn(CandidateActions.Choice.TAKEN);
        browser.perform(post(HOME + "/intervjutid").param("tid", SLOT.toString()))
                .andExpect(redirectedUrl(HOME + "?melding=tid-tatt"));
        assertThat(browser.perform(get(HOME).param("melding", "tid-tatt"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("En annen rakk å velge den tiden før deg.");
        browser.perform(post(HOME + "/intervjutid")).andExpect(redirectedUrl(HOME + "?melding=velg-tid"));
    }

    @Test
    void neverShowWordsFromTheAddress() throws Exception {
        assertThat(browser.perform(get(HOME).param("melding", "Send penger til meg"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Send penger");
    }

    @Test
    void takeTheAnswerToAnOfferAfterAskingOnceMore() throws Exception {
        given(offers.open(Examples.APPLICATION)).willReturn(Optional.of(offer()));
        assertThat(browser.perform(get(HOME + "/tilbud"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("545\u00a0000", "Ja takk", "Nei takk");
        Document page = Jsoup.parse(browser.perform(get(HOME + "/tilbud/svar").param("svar", "nei"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("input[name=svar]").val()).isEqualTo("nei");
        browser.perform(post(HOME + "/tilbud").param("svar", "nei").param("grunn", " Flytter ikke "))
                .andExpect(redirectedUrl(HOME + "/tilbud"));
        verify(offers).answer(Examples.APPLICATION, false, "Flytter ikke");
    }

    @Test
    void areInEnglishForOneWhoReadsThemInEnglish() throws Exception {
        given(offers.open(Examples.APPLICATION)).willReturn(Optional.of(offer()));
        Document status = inEnglish(HOME);
        assertThat(status.select("html").attr("lang")).isEqualTo("en");
        assertThat(status.select("h1").text()).isEqualTo("We are considering the applications");
        assertThat(status.select("[aria-current=step] span[lang=nb]").text())
                .as("what the diagrams say is as it is drawn")
                .isEqualTo("Søknadene blir vurdert");
        assertThat(status.select(".timeline__when").eachText()).contains("Expected by 15 January 2027");
        Document offered = inEnglish(HOME + "/tilbud");
        assertThat(offered.text()).contains("Answer us by Wednesday 20 January 2027", "NOK 545 000 a year");
        assertThat(offered.select("[lang=nb]").text()).contains("Seks måneders prøvetid.");
        assertThat(inEnglish(HOME + "/tilbud/svar?svar=nei").select("h1").text())
                .isEqualTo("Do you want to say no?");
        assertThat(inEnglish(HOME + "/trekk").select("button").text()).isEqualTo("Yes, withdraw the application");
    }

    private Document inEnglish(String path) throws Exception {
        return Jsoup.parse(browser.perform(get(path).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void signTheContractOnlyWithNameAndCodeAndWhenItWasRead() throws Exception {
        given(contracts.waiting(Examples.APPLICATION))
                .willReturn(Optional.of(new ContractView(ContractView.State.SENT, false, false)));
        given(contracts.way(Examples.APPLICATION)).willReturn(new SigningWay(SigningWay.How.HERE, null));
        Document page = Jsoup.parse(browser.perform(post(HOME + "/avtale").param("navn", "Ola"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select(".problems a").eachText())
                .containsExactly(
                        "Kryss av for at du har lest avtalen.",
                        "Skriv navnet ditt slik det står i søknaden: Kari Prøvesen.",
                        "Skriv koden fra e-posten. Har du ingen, ber du om en øverst på siden.");
        assertThat(page.select("#navn").val()).isEqualTo("Ola");
        browser.perform(post(HOME + "/avtale/kode")).andExpect(redirectedUrl(HOME + "/avtale"));
        verify(contracts).sendCode(Examples.APPLICATION);
        browser.perform(post(HOME + "/avtale")
                        .param("navn", "kari  prøvesen ")
                        .param("lest", "true")
                        .param("kode", " 123456 "))
                .andExpect(redirectedUrl(HOME + "/avtale"));
        verify(contracts).sign(Examples.APPLICATION, "kari prøvesen", "123456");
    }

    @Test
    void keepWhatWasTypedWhenTheCodeIsWrong() throws Exception {
        given(contracts.waiting(Examples.APPLICATION))
                .willReturn(Optional.of(new ContractView(ContractView.State.SENT, false, false)));
        given(contracts.way(Examples.APPLICATION)).willReturn(new SigningWay(SigningWay.How.HERE, Examples.NOW));
        willThrow(new ContractSigning.Refused("Koden er ikke riktig."))
                .given(contracts)
                .sign(any(), any(), any());
        Document page = Jsoup.parse(browser.perform(post(HOME + "/avtale")
                        .param("navn", "Kari Prøvesen")
                        .param("lest", "true")
                        .param("kode", "000000"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#kode-problem").text()).isEqualTo("Koden er ikke riktig.");
        assertThat(page.select("#navn").val()).isEqualTo("Kari Prøvesen");
        assertThat(page.select("#lest").hasAttr("checked")).isTrue();
        assertThat(page.select("#faa-kode").text()).contains("Koden er sendt til");
    }

    @Test
    void sayNoToTheContractOnlyWithAReason() throws Exception {
        given(contracts.waiting(Examples.APPLICATION))
                .willReturn(Optional.of(new ContractView(ContractView.State.SENT, false, false)));
        given(contracts.way(Examples.APPLICATION)).willReturn(new SigningWay(SigningWay.How.HERE, null));
        browser.perform(post(HOME + "/avtale/nei").param("grunn", " ")).andExpect(status().isUnprocessableEntity());
        browser.perform(post(HOME + "/avtale/nei").param("grunn", "Lønnen er feil."))
                .andExpect(redirectedUrl(HOME + "/avtale?melding=sagt-nei"));
        verify(contracts).refuse(Examples.APPLICATION, "Lønnen er feil.");
    }

    @Test
    void withdrawOnAPageOfTheirOwn() throws Exception {
        assertThat(browser.perform(get(HOME + "/trekk"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Vil du trekke søknaden?");
        given(actions.withdraw(any(), any())).willReturn(true);
        browser.perform(post(HOME + "/trekk")).andExpect(redirectedUrl(HOME + "?melding=trukket"));
        candidate(Examples.application(false, null, null, Outcome.WITHDRAWN));
        assertThat(browser.perform(get(HOME)).andReturn().getResponse().getContentAsString())
                .contains("Du har trukket søknaden")
                .doesNotContain(HOME + "/trekk");
    }

    @Test
    void withdrawThoseThatWereSentTogetherOnlyWhereTheyAreTicked() throws Exception {
        ApplicationInfo second = sentTogether(2, null);
        ApplicationInfo hiredOf = sentTogether(3, Outcome.HIRED);
        candidate(Examples.application(Examples.APPLICATION, new Wish(1, 3), null));
        given(groups.others(Examples.APPLICATION)).willReturn(List.of(second.id(), hiredOf.id()));
        given(actions.withdraw(any(), any())).willReturn(true);
        Document page = Jsoup.parse(
                browser.perform(get(HOME + "/trekk")).andReturn().getResponse().getContentAsString());
        assertThat(page.select("input[name=ogsaa]").eachAttr("value"))
                .as("not the one who signs there")
                .containsExactly("2");

        browser.perform(post(HOME + "/trekk")).andExpect(redirectedUrl(HOME + "?melding=trukket"));
        verify(actions, never()).withdraw(eq(second), any());
        browser.perform(post(HOME + "/trekk").param("ogsaa", "2", "3", "7").param("grunn", "Flytter"))
                .andExpect(redirectedUrl(HOME + "?melding=flere-trukket"));
        verify(actions).withdraw(second, "Flytter");
        verify(actions, never()).withdraw(eq(hiredOf), any());
    }

    @Test
    void leadToThoseThatWereSentTogetherByALinkOfTheirOwn() throws Exception {
        ApplicationInfo second = sentTogether(2, null);
        candidate(Examples.application(Examples.APPLICATION, new Wish(1, 2), null));
        given(groups.others(Examples.APPLICATION)).willReturn(List.of(second.id()));
        given(links.create(Purpose.APPLICATION, second.id().value())).willReturn("n".repeat(43));
        browser.perform(get(HOME + "/andre/2")).andExpect(redirectedUrl("/soknad/" + "n".repeat(43)));
        browser.perform(get(HOME + "/andre/1")).andExpect(redirectedUrl(HOME));
    }

    private ApplicationInfo sentTogether(int wish, @Nullable Outcome outcome) {
        ApplicationInfo application = Examples.application(ApplicationId.create(), new Wish(wish, 3), outcome);
        given(applications.get(application.id())).willReturn(application);
        return application;
    }

    @Test
    void letTheOneWhoWasHiredWithdrawWhileThatIsPossible() throws Exception {
        candidate(Examples.application(true, null, null, Outcome.HIRED));
        assertThat(browser.perform(get(HOME)).andReturn().getResponse().getContentAsString())
                .doesNotContain(HOME + "/trekk");
        browser.perform(get(HOME + "/trekk")).andExpect(redirectedUrl(HOME + "?melding=kan-ikke-trekkes"));

        given(hired.isPossible(any())).willReturn(true);

        assertThat(browser.perform(get(HOME)).andReturn().getResponse().getContentAsString())
                .contains(HOME + "/trekk");
        assertThat(browser.perform(get(HOME + "/trekk"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Du har signert arbeidsavtalen", "vi tilbyr stillingen til en annen")
                .doesNotContain("ikke lenger med i vurderingen");
    }

    static OfferView offer() {
        return new OfferView(
                "Barnehagelærer",
                545_000,
                100,
                LocalDate.parse("2027-03-01"),
                "Seks måneders prøvetid.",
                LocalDate.parse("2027-01-20"),
                OfferView.State.OPEN);
    }
}
