package no.rodtraad.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.TimeTravel;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import no.rodtraad.virusscan.VirusScan;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@DisplayName("Søknadsskjemaet")
@WebMvcTest(controllers = ApplyPages.class, properties = "spring.web.locale-resolver=accept-header")
@AutoConfigureMockMvc(addFilters = false)
@Import({UploadCheck.class, ApplicationFormCheck.class, Wishes.class, PublicTexts.class, ApplyPagesTest.Setup.class})
class ApplyPagesTest {

    private static final String ADDRESS = "/stillinger/barnehagelaerer-eksempelvik-2026-0042/sok";

    private static final Vacancy NURSE = Examples.vacancy("eksempelvik", "Sykepleier", "nurse");
    private static final Vacancy ASSISTANT = Examples.vacancy("eksempelvik", "Assistent", "kindergartenTeacher");
    private static final Vacancy NURSE_ELSEWHERE = Examples.vacancy("provedal", "Hjelpepleier", "nurse");

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
    private Vacancies vacancies;

    @MockitoBean
    private ReceiveApplication receive;

    @MockitoBean
    private DraftActions drafts;

    @BeforeEach
    void anOpenVacancy() {
        given(vacancies.findPublic(Examples.vacancy().slug())).willReturn(Optional.of(Examples.vacancy()));
        given(vacancies.isOpen(any())).willReturn(true);
    }

    @Test
    void sendsTheApplicationAndShowsAReceiptWithoutPersonalData() throws Exception {
        given(receive.receive(any(), any(), any(), any())).willReturn(Optional.empty());
        browser.perform(filledIn().file(cv(UploadCheckTest.PDF))).andExpect(redirectedUrl("/soknad/mottatt"));
        assertThat(page(browser.perform(get("/soknad/mottatt"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .text())
                .contains("Takk, søknaden er mottatt")
                .doesNotContain("Kari");
    }

    @Test
    void saysWhatIsMissingAndLinksToTheFields() throws Exception {
        Document page = page(browser.perform(multipart(ADDRESS))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select(".problems a").eachText())
                .startsWith("Skriv navnet ditt.", "Skriv e-postadressen din, så vi kan svare deg.")
                .contains("Legg ved CV-en din.");
        page.select(".problems a")
                .forEach(link -> assertThat(page.select(link.attr("href")))
                        .as(link.text())
                        .hasSize(1));
        assertThat(page.select("#name").attr("aria-describedby")).contains("name-problem");
        verifyNoInteractions(receive);
    }

    @Test
    void keepsWhatWasTypedWhenAFileIsRefused() throws Exception {
        Document page = page(browser.perform(filledIn().file(cv("<html>ikke en pdf</html>".getBytes())))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select(".problems a").eachText())
                .containsExactly(
                        "Innholdet i «cv.pdf» stemmer ikke med filnavnet. Åpne filen på maskinen din, lagre den på nytt som PDF og velg den igjen.");
        assertThat(page.select("#name").val()).isEqualTo("Kari Prøvesen");
        assertThat(page.select("#letter").text()).isEqualTo("Fordi <jeg> vil.");
        assertThat(page.select("#gender-FEMALE").hasAttr("checked")).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void takesSeveralAttachmentsFromOneField() throws Exception {
        given(receive.receive(any(), any(), any(), any())).willReturn(Optional.empty());
        browser.perform(filledIn()
                        .file(cv(UploadCheckTest.PDF))
                        .file(attachment("vitnemål.pdf"))
                        .file(attachment("attest.pdf")))
                .andExpect(redirectedUrl("/soknad/mottatt"));
        ArgumentCaptor<List<Upload>> attachments = ArgumentCaptor.forClass(List.class);
        verify(receive).receive(any(), any(), any(), attachments.capture());
        assertThat(attachments.getValue()).extracting(Upload::fileName).containsExactly("vitnemål.pdf", "attest.pdf");
    }

    @Test
    void saysHowManyFilesThereIsRoomFor() throws Exception {
        MockMultipartHttpServletRequestBuilder request = filledIn().file(cv(UploadCheckTest.PDF));
        for (int number = 1; number <= 6; number++) {
            request.file(attachment("vedlegg" + number + ".pdf"));
        }
        assertThat(page(browser.perform(request)
                                .andExpect(status().isUnprocessableEntity())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select(".problems a")
                        .text())
                .startsWith("Du kan legge ved høyst 5 filer");
        verifyNoInteractions(receive);
    }

    @Test
    void savesADraftOfWhatIsTypedSoFar() throws Exception {
        given(drafts.begin(any(), any(), any(), any())).willReturn("nokkel");
        browser.perform(multipart(ADDRESS)
                        .param("name", "Kari Prøvesen")
                        .param("email", "kari@eksempel.example")
                        .param("handling", "lagre"))
                .andExpect(redirectedUrl("/soknad/kladd/nokkel?melding=begynt"));
        verifyNoInteractions(receive);
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(page(browser.perform(filledIn().file(cv(new byte[0])))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select(".problems a")
                        .eachText())
                .containsExactly("Filen «cv.pdf» er tom. Velg en annen fil.");
    }

    @Test
    void keepsWhatWasTypedAndSaysSoWhenThatAddressHasAppliedAlready() throws Exception {
        given(receive.receive(any(), any(), any(), any()))
                .willReturn(Optional.of(
                        new ReceiveApplication.Refusal(ReceiveApplication.Reason.HAS_APPLIED, Examples.vacancy())));
        Document page = page(browser.perform(filledIn().file(cv(UploadCheckTest.PDF)))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#email-problem").text()).startsWith("Vi har allerede en søknad");
        assertThat(page.select("#name").val()).isEqualTo("Kari Prøvesen");
    }

    @Test
    void isInEnglishForOneWhoReadsItInEnglishAndSoIsWhatIsWrong() throws Exception {
        isOpen(NURSE, ASSISTANT);
        Document page = page(browser.perform(filledIn(wishes("1", "1", ""))
                        .param("exemptionWanted", "true")
                        .header("Accept-Language", "en"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Apply for this job");
        assertThat(page.select(".problems a").eachText())
                .containsExactly(
                        "Attach your CV.",
                        "Give each job you apply for a wish of its own: one is your 1st wish, another your 2nd wish.",
                        "Write why you do not want to be on the public list of applicants. We must consider the reason.");
        assertThat(page.select("main").text())
                .contains("Friday 18 December 2026", "3rd wish")
                .doesNotContain("ønske", "valgfritt", "Søk");
        Document empty = page(browser.perform(multipart(ADDRESS).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(empty.select(".problems a").eachText()).startsWith("Write your name.");
    }

    @Test
    void hasNoPartForMorePositionsWhereThereAreNone() throws Exception {
        given(vacancies.open()).willReturn(List.of(Examples.vacancy(), NURSE_ELSEWHERE));
        assertThat(opened().select("#wishes")).isEmpty();
    }

    @Test
    void offersTheOtherOpenPositionsOfTheMunicipality() throws Exception {
        given(vacancies.open()).willReturn(List.of(Examples.vacancy(), NURSE, NURSE_ELSEWHERE, ASSISTANT));
        Document page = opened();
        assertThat(page.select("#wishes summary").text())
                .isEqualTo("Søk også på 2 andre stillinger i Eksempelvik kommune");
        assertThat(page.select("#wishes details").hasAttr("open")).isFalse();
        assertThat(page.select("#wishes select").eachAttr("name"))
                .as("the same occupation before others")
                .containsExactly(
                        "wishes[" + Examples.vacancy().slug() + "]",
                        "wishes[" + ASSISTANT.slug() + "]",
                        "wishes[" + NURSE.slug() + "]");
        assertThat(page.select("#wishes select")
                        .get(0)
                        .select("option[selected]")
                        .text())
                .isEqualTo("1. ønske");
        assertThat(page.select("#wishes select").get(1).select("option").eachText())
                .containsExactly("Søker ikke", "1. ønske", "2. ønske", "3. ønske");
    }

    @Test
    @SuppressWarnings("unchecked")
    void sendsToEachPositionInTheOrderOfTheWishes() throws Exception {
        isOpen(NURSE, ASSISTANT);
        given(receive.receive(any(), any(), any(), any())).willReturn(Optional.empty());
        browser.perform(filledIn(wishes("2", "4", "1")).file(cv(UploadCheckTest.PDF)))
                .andExpect(redirectedUrl("/soknad/mottatt"));
        browser.perform(filledIn(wishes("3", "", "")).file(cv(UploadCheckTest.PDF)))
                .andExpect(redirectedUrl("/soknad/mottatt"));
        ArgumentCaptor<List<Vacancy>> inOrder = ArgumentCaptor.forClass(List.class);
        verify(receive, times(2)).receive(inOrder.capture(), any(), any(), any());
        assertThat(inOrder.getAllValues())
                .containsExactly(List.of(ASSISTANT, Examples.vacancy(), NURSE), List.of(Examples.vacancy()));
    }

    @Test
    void asksForDifferentWishesAndKeepsThoseThatWereChosen() throws Exception {
        isOpen(NURSE, ASSISTANT);
        for (Map<String, String> wrong :
                List.of(wishes("1", "1", ""), wishes("1", "", "6"), wishes("1", "", "først"), wishes("1", "0", ""))) {
            Document page = refused(wrong);
            assertThat(page.select(".problems a[href=#wishes]").text())
                    .isEqualTo("Gi hver stilling du søker på, sitt eget ønske: én er 1. ønske, en annen 2. ønske.");
            assertThat(page.select("#wishes details").hasAttr("open")).isTrue();
        }
        assertThat(refused(wishes("1", "1", ""))
                        .select("#wish-" + NURSE.slug() + " option[selected]")
                        .text())
                .isEqualTo("1. ønske");
        verifyNoInteractions(receive);
    }

    @Test
    void saysWhichPositionHasClosedAndKeepsTheRest() throws Exception {
        isOpen(NURSE);
        given(vacancies.findPublic(ASSISTANT.slug())).willReturn(Optional.of(ASSISTANT));
        given(vacancies.isOpen(ASSISTANT)).willReturn(false);
        Document page = refused(wishes("1", "2", "3"));
        assertThat(page.select(".problems a").eachText())
                .containsExactly(
                        "«Assistent» ved Solkollen barnehage tar ikke imot søknader lenger og er tatt ut av ønskene dine. Se over dem før du sender.");
        assertThat(page.select("#wish-" + ASSISTANT.slug())).isEmpty();
        assertThat(page.select("#wish-" + NURSE.slug() + " option[selected]").text())
                .isEqualTo("2. ønske");
        assertThat(page.select("#name").val()).isEqualTo("Kari Prøvesen");
        given(vacancies.findPublic(NURSE_ELSEWHERE.slug())).willReturn(Optional.of(NURSE_ELSEWHERE));
        assertThat(refused(Map.of("wishes[" + NURSE_ELSEWHERE.slug() + "]", "2"))
                        .select(".problems a")
                        .text())
                .startsWith("En av stillingene du valgte, kan ikke søkes på her");
    }

    @Test
    void namesThePositionThatAddressHasAppliedForAlready() throws Exception {
        isOpen(NURSE);
        given(receive.receive(any(), any(), any(), any()))
                .willReturn(Optional.of(new ReceiveApplication.Refusal(ReceiveApplication.Reason.HAS_APPLIED, NURSE)));
        assertThat(page(browser.perform(filledIn(wishes("1", "2", "")).file(cv(UploadCheckTest.PDF)))
                                .andExpect(status().isConflict())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select(".problems a[href=#wishes]")
                        .text())
                .contains("allerede en søknad", "«Sykepleier» ved Solkollen barnehage");
    }

    private void isOpen(Vacancy... others) {
        var open = new java.util.ArrayList<>(List.of(others));
        open.add(Examples.vacancy());
        given(vacancies.open()).willReturn(open);
        open.forEach(one -> given(vacancies.findPublic(one.slug())).willReturn(Optional.of(one)));
    }

    private static Map<String, String> wishes(String own, String nurse, String assistant) {
        return Map.of(
                "wishes[" + Examples.vacancy().slug() + "]", own,
                "wishes[" + NURSE.slug() + "]", nurse,
                "wishes[" + ASSISTANT.slug() + "]", assistant);
    }

    private Document opened() throws Exception {
        return page(browser.perform(get(ADDRESS)).andReturn().getResponse().getContentAsString());
    }

    private Document refused(Map<String, String> instead) throws Exception {
        return page(browser.perform(filledIn(instead).file(cv(UploadCheckTest.PDF)))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void asksForTheReasonForAnExemption() throws Exception {
        Document page =
                page(browser.perform(filledIn().file(cv(UploadCheckTest.PDF)).param("exemptionWanted", "true"))
                        .andExpect(status().isUnprocessableEntity())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(page.select("#exemptionReason-problem").text()).contains("Skriv hvorfor");
        assertThat(page.select("#exemptionWanted").hasAttr("checked")).isTrue();
    }

    @Test
    void refusesAYearOfBirthThatCannotBeRight() throws Exception {
        for (String year : new String[] {"2020", "1900", "90", "nitten"}) {
            Document page =
                    page(browser.perform(filledIn(Map.of("birthYear", year)).file(cv(UploadCheckTest.PDF)))
                            .andExpect(status().isUnprocessableEntity())
                            .andReturn()
                            .getResponse()
                            .getContentAsString());
            assertThat(page.select("#birthYear-problem").text()).contains("fire sifre");
            assertThat(page.select("#birthYear").val()).isEqualTo(year);
        }
    }

    @Test
    void doesNotOpenAfterTheDeadline() throws Exception {
        given(vacancies.isOpen(any())).willReturn(false);
        browser.perform(get(ADDRESS))
                .andExpect(redirectedUrl("/stillinger/" + Examples.vacancy().slug()));
    }

    @Test
    void saysThatTheFilesWereTooLargeToBeSent() throws Exception {
        assertThat(page(browser.perform(get(ADDRESS).param("feil", "for-stor"))
                                .andExpect(status().isPayloadTooLarge())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select(".problems a")
                        .text())
                .contains("høyst 10 MB");
    }

    @Test
    void isFriendlyAboutAVacancyThatDoesNotExist() throws Exception {
        browser.perform(get("/stillinger/finnes-ikke/sok")).andExpect(status().isNotFound());
    }

    private static MockMultipartHttpServletRequestBuilder filledIn() {
        return filledIn(Map.of());
    }

    private static MockMultipartHttpServletRequestBuilder filledIn(Map<String, String> instead) {
        var values = new java.util.LinkedHashMap<String, String>(Map.of(
                "name", "  Kari Prøvesen ",
                "email", "kari@eksempel.example",
                "phone", "+47 900 00 001",
                "birthYear", "1990",
                "gender", "FEMALE",
                "jobTitle", "Barnehagelærer",
                "municipality", "Prøvedal",
                "education", "Bachelor",
                "experience", "Fem år",
                "letter", "Fordi <jeg> vil."));
        values.putAll(instead);
        MockMultipartHttpServletRequestBuilder request = multipart(ADDRESS);
        values.forEach(request::param);
        return request;
    }

    private static MockMultipartFile cv(byte[] content) {
        return new MockMultipartFile("cv", "cv.pdf", "application/pdf", content);
    }

    private static MockMultipartFile attachment(String name) {
        return new MockMultipartFile("attachments", name, "application/pdf", UploadCheckTest.PDF);
    }

    private static Document page(String html) {
        return Jsoup.parse(html);
    }

    @TestConfiguration
    static class Setup {
        @Bean
        VirusScan virusScan() {
            return content -> VirusScan.Verdict.CLEAN;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Examples.NOW, ZoneOffset.UTC);
        }

        @Bean
        Municipalities municipalities() {
            return new Municipalities(Map.of(
                    "eksempelvik",
                    new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));
        }
    }
}
