package no.rodtraad.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
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
import no.rodtraad.vacancy.Vacancies;
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
@WebMvcTest(ApplyPages.class)
@AutoConfigureMockMvc(addFilters = false)
@Import({UploadCheck.class, ApplicationFormCheck.class, ApplyPagesTest.Setup.class})
class ApplyPagesTest {

    private static final String ADDRESS = "/stillinger/barnehagelaerer-eksempelvik-2026-0042/sok";

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
        given(receive.receive(any(), any(), any(), any())).willReturn(ReceiveApplication.Result.RECEIVED);
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
        given(receive.receive(any(), any(), any(), any())).willReturn(ReceiveApplication.Result.RECEIVED);
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
        given(receive.receive(any(), any(), any(), any())).willReturn(ReceiveApplication.Result.HAS_APPLIED);
        Document page = page(browser.perform(filledIn().file(cv(UploadCheckTest.PDF)))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#email-problem").text()).startsWith("Vi har allerede en søknad");
        assertThat(page.select("#name").val()).isEqualTo("Kari Prøvesen");
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
