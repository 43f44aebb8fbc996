package no.rodtraad.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.TimeTravel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("Stillingssidene")
@WebMvcTest(VacancyPages.class)
@AutoConfigureMockMvc(addFilters = false)
@Import(VacancyPagesTest.Setup.class)
class VacancyPagesTest {

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

    @Test
    void listWhatOneMayApplyFor() throws Exception {
        given(vacancies.open()).willReturn(List.of(vacancy()));
        assertThat(page("/").select(".listing").text())
                .contains("Barnehagelærer", "Solkollen barnehage", "Eksempelvik kommune", "fredag 18. desember 2026");
        given(vacancies.open()).willReturn(List.of());
        assertThat(page("/").select("h2").text()).contains("Ingen ledige stillinger akkurat nå");
    }

    @Test
    void haveAButtonWhileOneMayApply() throws Exception {
        given(vacancies.findPublic("slug")).willReturn(Optional.of(vacancy()));
        given(vacancies.isOpen(any())).willReturn(true);
        Document page = page("/stillinger/slug");
        assertThat(page.select("a.button").eachAttr("href")).contains("/stillinger/slug/sok");
        assertThat(page.text()).contains("offentleglova § 25", "Solveig Eksempelsen", "2 faste stillinger, 100 %");
        assertThat(page.select(".thread li").eachText()).contains("planlegge");
        assertThat(page.select("[style], script, style")).isEmpty();
    }

    @Test
    void sayThatTheDeadlineIsPast() throws Exception {
        given(vacancies.findPublic("slug")).willReturn(Optional.of(vacancy()));
        Document page = page("/stillinger/slug");
        assertThat(page.select("a.button")).isEmpty();
        assertThat(page.select(".notice").text()).contains("Søknadsfristen var fredag 18. desember 2026");
    }

    @Test
    void areFriendlyAboutAVacancyThatDoesNotExist() throws Exception {
        assertThat(browser.perform(get("/stillinger/finnes-ikke"))
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Vi finner ikke denne stillingen");
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static Vacancy vacancy() {
        return new Vacancy(
                CaseId.of("eksempelvik", "2026-0042"),
                "slug",
                "Barnehagelærer",
                "Solkollen barnehage",
                "kindergartenTeacher",
                100,
                2,
                EmploymentType.PERMANENT,
                "Bli med.",
                "- planlegge\n- gjennomføre",
                "- utdanning",
                null,
                "- fadder",
                null,
                "Etter tariff.",
                "Barnehagelærere",
                "Solveig Eksempelsen",
                "900 00 101",
                "solveig.eksempelsen@eksempelvik.example",
                true,
                LocalDate.parse("2026-12-18"),
                LocalDate.parse("2026-12-18"),
                Vacancy.State.PUBLISHED,
                null);
    }

    @TestConfiguration
    static class Setup {

        @Bean
        Municipalities municipalities() {
            return new Municipalities(Map.of(
                    "eksempelvik",
                    new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));
        }
    }
}
