package no.rodtraad.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.AbstractSiteMap.SitemapType;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.PlannedDates;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.TimeTravel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
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
@WebMvcTest({VacancyPages.class, VacancyFeeds.class})
@AutoConfigureMockMvc(addFilters = false)
@Import({
    VacancyPagesTest.Setup.class,
    VacancySearch.class,
    PublicPlan.class,
    PublicAddresses.class,
    PublicTexts.class,
    AtomFeed.class
})
class VacancyPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
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

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void tenthOfDecember() {
        clock.now = Instant.parse("2026-12-10T12:00:00Z");
    }

    @Test
    void listWhatOneMayApplyFor() throws Exception {
        given(vacancies.open(List.of())).willReturn(List.of(vacancy()));
        Document page = page("/");
        assertThat(page.select(".listing").text())
                .contains(
                        "Barnehagelærer",
                        "Solkollen barnehage",
                        "Eksempelvik kommune",
                        "fredag 18. desember 2026 (8 dager igjen)");
        assertThat(page.select("h2").text()).contains("1 ledig stilling");
        assertThat(page.select("[style], script, style")).isEmpty();
        given(vacancies.open(List.of())).willReturn(List.of());
        assertThat(page("/").select("h2").text()).contains("Ingen ledige stillinger akkurat nå");
    }

    @Test
    void countWhatEachChoiceWouldFind() throws Exception {
        Vacancy nurse = partTimeNurse();
        given(vacancies.open(List.of())).willReturn(List.of(vacancy(), nurse));
        Document page = page("/?omfang=deltid");
        assertThat(page.select(".listing__title").eachText()).containsExactly("Sykepleier");
        assertThat(page.select("#omfang option").eachText())
                .containsExactly("Heltid og deltid", "Heltid (1)", "Deltid (1)");
        assertThat(page.select("#omfang option[selected]").attr("value")).isEqualTo("deltid");
        assertThat(page.select("#yrke option").eachText()).contains("Barnehagelærer (0)", "Sykepleier (1)");
        assertThat(page.select("#frist option").eachText()).contains("Innen 7 dager (0)", "Innen 30 dager (1)");
        assertThat(page.select("label[for=kommune]").text()).isEqualTo("Kommune");
    }

    @Test
    void giveTheSearchAnAddressOneCanShare() throws Exception {
        given(vacancies.open(List.of("æ&b", "50%"))).willReturn(List.of(vacancy()));
        Document page = page("/?q=%20%C3%A6%26b%20%2050%25&kommune=eksempelvik&frist=14&utm_source=x");
        assertThat(page.select("h2").text()).contains("1 stilling passer med søket");
        assertThat(page.select("#q").attr("value")).isEqualTo("æ&b 50%");
        assertThat(page.select(".search__remove").eachAttr("href"))
                .containsExactly(
                        "/?kommune=eksempelvik&frist=14",
                        "/?q=%C3%A6%26b%2050%25&frist=14",
                        "/?q=%C3%A6%26b%2050%25&kommune=eksempelvik");
        assertThat(page.select(".search__feed a").attr("href"))
                .isEqualTo("/stillinger.atom?q=%C3%A6%26b%2050%25&kommune=eksempelvik&frist=14");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/");
    }

    @Test
    void leaveOutWhatTheyDoNotKnowAndSaySo() throws Exception {
        given(vacancies.open(List.of())).willReturn(List.of(vacancy()));
        Document page = page("/?kommune=oslo&frist=%3Cb%3E&omfang=&yrke=%00");
        assertThat(page.select(".listing")).hasSize(1);
        assertThat(page.select(".search__notice p").eachText())
                .containsExactly(
                        "Vi kjenner ikke «oslo» som kommune, så det valget er ikke brukt.",
                        "Vi kjenner ikke «<b>» som søknadsfrist, så det valget er ikke brukt.");
    }

    @Test
    void helpOnWhenNothingFits() throws Exception {
        given(vacancies.open(List.of("astronaut"))).willReturn(List.of());
        Document page = page("/?q=astronaut");
        assertThat(page.select("h2").text()).contains("Ingen stillinger passer med søket");
        assertThat(page.select(".card--empty a").attr("href")).isEqualTo("/");
        assertThat(page("/?q=" + "x".repeat(3000)).select(".search__notice").text())
                .contains("de første 100 tegnene");
    }

    @Test
    void haveAButtonWhileOneMayApply() throws Exception {
        isOpen(vacancy());
        given(planned.of(vacancy().caseId()))
                .willReturn(Map.of(
                        Milestone.INTERVIEWS_HELD, LocalDate.parse("2027-01-08"),
                        Milestone.ADVERT_PUBLISHED, LocalDate.parse("2026-12-01"),
                        Milestone.PROBATION_DECIDED, LocalDate.parse("2027-10-01")));
        Document page = page("/stillinger/slug");
        assertThat(page.select("a.button").eachAttr("href")).contains("/stillinger/slug/sok");
        assertThat(page.text())
                .contains("offentleglova § 25", "Solveig Eksempelsen", "2 faste stillinger, 100 %", "8 dager igjen");
        assertThat(page.select(".thread li").eachText()).contains("planlegge");
        assertThat(page.select("section[aria-labelledby=plan] dl").text())
                .isEqualTo("Intervjuene er ferdige fredag 8. januar 2027");
        assertThat(page.select("[style], style, script:not([type=application/ld+json])"))
                .isEmpty();
    }

    @Test
    void tellThoseWhoShareThemWhatTheyAre() throws Exception {
        isOpen(vacancy());
        Document page = page("/stillinger/slug");
        assertThat(page.title()).isEqualTo("Barnehagelærer – Eksempelvik kommune");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("Bli med </script>.");
        assertThat(page.select("meta[property=og:title]").attr("content"))
                .isEqualTo("Barnehagelærer – Eksempelvik kommune");
        assertThat(page.select("meta[property=og:url], link[rel=canonical]")).hasSize(2);
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/stillinger/slug");
        assertThat(page.select("link[rel=alternate][type=application/atom+xml]").attr("href"))
                .isEqualTo("http://localhost:8080/stillinger.atom");
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @Test
    void carryAJobPostingForSearchEngines() throws Exception {
        isOpen(vacancy());
        String html = source("/stillinger/slug");
        Document page = Jsoup.parse(html);
        String data = page.select("script[type=application/ld+json]").get(0).data();
        assertThat(data).doesNotContain("<", ">", "&");
        assertThat(JSON.readTree(data)).isEqualTo(JSON.readTree("""
                {
                  "@context": "https://schema.org/",
                  "@type": "JobPosting",
                  "title": "Barnehagelærer",
                  "description": "<p>Bli med &lt;/script&gt;.</p><h2>Dette skal du gjøre</h2><ul><li>planlegge</li>\
                <li>gjennomføre</li></ul><h2>Dette må du ha</h2><ul><li>utdanning</li></ul>\
                <h2>Dette får du hos oss</h2><ul><li>fadder</li></ul>\
                <h2>Lønn</h2><p>Årslønn 513 000–609 000 kroner etter tariff.</p>",
                  "url": "http://localhost:8080/stillinger/slug",
                  "identifier": {"@type": "PropertyValue", "name": "Eksempelvik kommune", "value": "2026-0042"},
                  "datePosted": "2026-12-01",
                  "validThrough": "2026-12-18T22:59:59Z",
                  "employmentType": ["FULL_TIME"],
                  "hiringOrganization": {"@type": "Organization", "name": "Eksempelvik kommune"},
                  "jobLocation": {"@type": "Place", "name": "Solkollen barnehage",
                    "address": {"@type": "PostalAddress", "addressLocality": "Eksempelvik", "addressCountry": "NO"}},
                  "totalJobOpenings": 2,
                  "directApply": true,
                  "baseSalary": {"@type": "MonetaryAmount", "currency": "NOK", "value":
                    {"@type": "QuantitativeValue", "minValue": 513000, "maxValue": 609000, "unitText": "YEAR"}}
                }"""));
    }

    @Test
    void sayThatTheDeadlineIsPast() throws Exception {
        clock.now = Instant.parse("2026-12-18T23:00:00Z");
        given(vacancies.findPublic("slug")).willReturn(Optional.of(vacancy()));
        given(vacancies.open()).willReturn(List.of(partTimeNurse()));
        Document page = page("/stillinger/slug");
        assertThat(page.select("a.button, script")).isEmpty();
        assertThat(page.select(".notice").text()).contains("Søknadsfristen var fredag 18. desember 2026");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select(".others .listing__title").eachText()).containsExactly("Sykepleier");
    }

    @Test
    void sayThatAVacancyIsWithdrawn() throws Exception {
        given(vacancies.findPublic("slug")).willReturn(Optional.of(vacancy()));
        String html = browser.perform(get("/stillinger/slug"))
                .andExpect(status().isGone())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .contains("Utlysningen er trukket", "Solveig Eksempelsen")
                .doesNotContain("ld+json");
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

    @Test
    void comeAsAFeedThatAReaderUnderstands() throws Exception {
        given(vacancies.open(List.of())).willReturn(List.of(vacancy(), partTimeNurse()));
        List<Item> items = new RssReader()
                .read(new ByteArrayInputStream(source("/stillinger.atom").getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(items)
                .extracting(item -> item.getTitle().orElseThrow())
                .containsExactly("Sykepleier, Solkollen barnehage", "Barnehagelærer, Solkollen barnehage");
        Item item = items.get(1);
        assertThat(item.getLink()).contains("http://localhost:8080/stillinger/slug");
        assertThat(item.getGuid()).contains("http://localhost:8080/stillinger/slug");
        assertThat(item.getPubDateZonedDateTime().orElseThrow().toInstant())
                .isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
        assertThat(item.getContent().orElseThrow()).startsWith("<p>Bli med &lt;/script&gt;.</p>");
        assertThat(source("/stillinger.atom?yrke=nurse"))
                .contains("<title>Ledige stillinger: Sykepleier</title>")
                .doesNotContain("slug<");
    }

    @Test
    void areAllInASitemapThatACrawlerReads() throws Exception {
        given(vacancies.open()).willReturn(List.of(vacancy()));
        SiteMap map = (SiteMap) new SiteMapParser(true)
                .parseSiteMap(
                        "application/xml",
                        source("/sitemap.xml").getBytes(StandardCharsets.UTF_8),
                        URI.create("http://localhost:8080/sitemap.xml").toURL());
        assertThat(map.getType()).isEqualTo(SitemapType.XML);
        assertThat(map.getSiteMapUrls())
                .allMatch(SiteMapURL::isValid)
                .extracting(url -> url.getUrl().toString())
                .containsExactly("http://localhost:8080/", "http://localhost:8080/stillinger/slug");
    }

    @Test
    void askCrawlersToKeepAwayFromWhatIsNotPublic() throws Exception {
        SimpleRobotRules rules = new SimpleRobotRulesParser()
                .parseContent(
                        "http://localhost:8080/robots.txt",
                        source("/robots.txt").getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        List.of("anybot"));
        assertThat(rules.getSitemaps()).containsExactly("http://localhost:8080/sitemap.xml");
        assertThat(List.of("/", "/stillinger/sokkel-1", "/stillinger.atom", "/sitemap.xml", "/css/rodtraad.css"))
                .allMatch(path -> rules.isAllowed("http://localhost:8080" + path));
        assertThat(List.of("/soknad/hemmelig", "/saker", "/saker/x", "/stillinger/slug/sok", "/logg-inn", "/innboks"))
                .noneMatch(path -> rules.isAllowed("http://localhost:8080" + path));
    }

    private void isOpen(Vacancy vacancy) {
        given(vacancies.findPublic(vacancy.slug())).willReturn(Optional.of(vacancy));
        given(vacancies.isOpen(vacancy)).willReturn(true);
    }

    private String source(String address) throws Exception {
        return browser.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(source(address));
    }

    static Vacancy vacancy() {
        return vacancy(
                "eksempelvik-2026-0042",
                "slug",
                "Barnehagelærer",
                "kindergartenTeacher",
                100,
                "2026-12-18",
                "2026-12-01T08:00:00Z");
    }

    private static Vacancy partTimeNurse() {
        return vacancy(
                "eksempelvik-2026-0043", "sykepleier", "Sykepleier", "nurse", 80, "2026-12-30", "2026-12-05T08:00:00Z");
    }

    private static Vacancy vacancy(
            String caseId, String slug, String title, String group, int extent, String deadline, String publishedAt) {
        return new Vacancy(
                new CaseId(caseId),
                slug,
                title,
                "Solkollen barnehage",
                group,
                extent,
                2,
                EmploymentType.PERMANENT,
                "Bli med </script>.",
                "- planlegge\n- gjennomføre",
                "- utdanning",
                null,
                "- fadder",
                null,
                "Årslønn 513 000–609 000 kroner etter tariff.",
                "Barnehagelærere",
                "Solveig Eksempelsen",
                "900 00 101",
                "solveig.eksempelsen@eksempelvik.example",
                true,
                LocalDate.parse(deadline),
                LocalDate.parse(deadline),
                Vacancy.State.PUBLISHED,
                Instant.parse(publishedAt));
    }

    @TestConfiguration
    static class Setup {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Municipalities municipalities() {
            return new Municipalities(Map.of(
                    "eksempelvik",
                    new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));
        }
    }

    static final class MovableClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Everything reads instants");
        }
    }
}
