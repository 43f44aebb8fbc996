package no.rodtraad.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.PlannedDates;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.TimeTravel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DisplayName("De offentlige sidene på engelsk")
@WebMvcTest(VacancyPages.class)
@Import({
    VacancyPagesTest.Setup.class,
    VacancySearch.class,
    PublicPlan.class,
    PublicAddresses.class,
    PublicTexts.class,
    Languages.class
})
class EnglishPagesTest {

    private MockMvc browser;

    /** The advice of the staff pages comes along with every page. */
    @MockitoBean
    @SuppressWarnings("unused")
    private StaffDirectory staff;

    @MockitoBean
    private Vacancies vacancies;

    @MockitoBean
    @SuppressWarnings("unused")
    private TimeTravel demoClock;

    @MockitoBean
    private PlannedDates planned;

    @BeforeEach
    void aVacancy(@Autowired WebApplicationContext context, @Autowired Clock clock) {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(new Languages.EnglishPages())
                .build();
        Vacancy vacancy = VacancyPagesTest.vacancy();
        given(vacancies.open(List.of())).willReturn(List.of(vacancy));
        given(vacancies.findPublic(vacancy.slug())).willReturn(Optional.of(vacancy));
        given(vacancies.isOpen(vacancy)).willReturn(true);
        given(planned.of(vacancy.caseId())).willReturn(Map.of(Milestone.FIRST_DAY, LocalDate.parse("2027-03-01")));
    }

    @Test
    void listTheVacanciesInEnglishAndKeepToItOnTheWay() throws Exception {
        Document page = page("/en/?omfang=heltid");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h2").text()).contains("1 vacancy matches your search");
        assertThat(page.select(".listing").text()).contains("Apply by", "Friday 18 December 2026");
        assertThat(page.select("#yrke option").eachText()).contains("Kindergarten teacher (1)");
        assertThat(page.select("form[role=search]").attr("action")).isEqualTo("/en/");
        assertThat(page.select(".search__remove").attr("href")).isEqualTo("/en/");
        assertThat(page.select(".listing__link").attr("href")).startsWith("/en/stillinger/");
        assertThat(page.select(".listing__title").attr("lang")).isEqualTo("nb");
    }

    @Test
    void sayWhatIsOursInEnglishAndLeaveTheAdvertAsItIsWritten() throws Exception {
        Document page = page("/en/stillinger/" + VacancyPagesTest.vacancy().slug());
        assertThat(page.select("h2").eachText())
                .contains("What you will do", "Salary", "The job in brief", "The plan after the deadline");
        assertThat(page.text()).contains("2 permanent positions, 100%", "First day at work", "Monday 1 March 2027");
        assertThat(page.select(".advert__intro").attr("lang")).isEqualTo("nb");
        assertThat(page.text()).doesNotContain("Søk på", "Kort om", "Slik blir", "dager igjen");
    }

    @Test
    void knowTheirTwinInTheOtherLanguage() throws Exception {
        Document english = page("/en/");
        Document norwegian = page("/");
        assertThat(english.select("link[hreflang]").eachAttr("href"))
                .isEqualTo(norwegian.select("link[hreflang]").eachAttr("href"))
                .contains("http://localhost:8080/", "http://localhost:8080/en/");
        assertThat(english.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/en/");
        assertThat(norwegian.select("a[hreflang=en]").attr("href")).isEqualTo("/en/");
        assertThat(english.select("a[hreflang=nb]").attr("href")).isEqualTo("/");
        assertThat(norwegian.select("html").attr("lang")).isEqualTo("nb");
    }

    @Test
    void sendOthersToThePageAsItIs() throws Exception {
        for (String path : List.of("/saker", "/soknad/abc/avtale", "/camunda/app/", "/stillinger/a/b/c")) {
            browser.perform(get("/en" + path)).andExpect(status().isFound()).andExpect(redirectedUrl(path));
        }
        browser.perform(get("/en")).andExpect(redirectedUrl("/en/"));
        browser.perform(get("/en//evil.example")).andExpect(redirectedUrl("/evil.example"));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(browser.perform(get(java.net.URI.create(path)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
