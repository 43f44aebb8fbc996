package no.rodtraad.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.Municipalities.Municipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Søket i ledige stillinger")
class VacancySearchTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    /** Already the 10th in Norway. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-09T23:30:00Z"), ZoneOffset.UTC);

    private static final Municipalities MUNICIPALITIES = new Municipalities(Map.of(
            "eksempelvik", new Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1"),
            "provedal", new Municipality("Prøvedal kommune", "000000002", "Torget 2")));

    private final Vacancies vacancies =
            new Vacancies(DATABASE.client(), mock(HiringCases.class), MUNICIPALITIES, CLOCK);
    private final VacancySearch search = new VacancySearch(vacancies, MUNICIPALITIES, PublicTextsTest.texts(), CLOCK);

    @BeforeAll
    static void adverts() {
        advert(
                "eksempelvik-2026-0101",
                "Barnehagelærer",
                "kindergartenTeacher",
                100,
                "2026-12-18",
                "PUBLISHED",
                "OPEN");
        advert("provedal-2026-0102", "Ingeniør i Åsen", "engineer", 100, "2026-12-10", "PUBLISHED", "OPEN");
        advert("provedal-2026-0103", "Sykepleiere, 50%", "nurse", 50, "2027-01-20", "PUBLISHED", "OPEN");
        advert("provedal-2026-0104", "For sent", "nurse", 50, "2026-12-09", "PUBLISHED", "OPEN");
        advert("provedal-2026-0105", "Trukket", "nurse", 50, "2026-12-30", "WITHDRAWN", "OPEN");
        advert("provedal-2026-0106", "Avlyst", "nurse", 50, "2026-12-30", "PUBLISHED", "CANCELLED");
        advert("provedal-2026-0107", "Kladd", "nurse", 50, "2026-12-30", "DRAFT", "OPEN");
    }

    @AfterAll
    static void close() throws IOException {
        DATABASE.close();
    }

    @Test
    void findsOnlyWhatOneCanApplyForWithTheNearestDeadlineFirst() {
        assertThat(titles(Map.of())).containsExactly("Ingeniør i Åsen", "Barnehagelærer", "Sykepleiere, 50%");
    }

    @Test
    void findsPartsOfWordsAndOtherFormsWhateverTheirCase() {
        assertThat(titles(Map.of("q", "LÆRER"))).containsExactly("Barnehagelærer");
        assertThat(titles(Map.of("q", "åsen"))).containsExactly("Ingeniør i Åsen");
        assertThat(titles(Map.of("q", "sykepleieren"))).containsExactly("Sykepleiere, 50%");
        assertThat(titles(Map.of("q", "prøvedal ingeniør"))).containsExactly("Ingeniør i Åsen");
        assertThat(titles(Map.of("q", "ingeniør sykepleier"))).isEmpty();
    }

    @Test
    void takesSignsAsTheyAreWritten() {
        assertThat(titles(Map.of("q", "50%"))).containsExactly("Sykepleiere, 50%");
        assertThat(titles(Map.of("q", "%"))).containsExactly("Sykepleiere, 50%");
        assertThat(titles(Map.of("q", "' or 1=1 -- \\ { } \u0000"))).isEmpty();
    }

    @Test
    void narrowsByEveryChoice() {
        assertThat(titles(Map.of("kommune", "eksempelvik"))).containsExactly("Barnehagelærer");
        assertThat(titles(Map.of("yrke", "nurse"))).containsExactly("Sykepleiere, 50%");
        assertThat(titles(Map.of("omfang", "heltid"))).containsExactly("Ingeniør i Åsen", "Barnehagelærer");
        assertThat(titles(Map.of("frist", "7"))).containsExactly("Ingeniør i Åsen");
        assertThat(titles(Map.of("kommune", "provedal", "omfang", "deltid", "q", "syke")))
                .containsExactly("Sykepleiere, 50%");
    }

    private List<String> titles(Map<String, String> parameters) {
        return search.find(parameters).found().stream().map(Vacancy::title).toList();
    }

    private static void advert(
            String id, String title, String group, int extent, String deadline, String state, String caseState) {
        CaseId caseId = new CaseId(id);
        DATABASE.client()
                .sql("""
                        insert into hiring_cases (id, tenant_id, case_number, title, occupational_group, workplace,
                                                  reported_by, reported_at, state)
                        values (:id, :tenant, :number, :title, :group, 'Sted', 'manager1', now(), :state)""")
                .param("id", id)
                .param("tenant", caseId.tenantId())
                .param("number", caseId.caseNumber())
                .param("title", title)
                .param("group", group)
                .param("state", caseState)
                .update();
        DATABASE.client()
                .sql("""
                        insert into vacancies (case_id, tenant_id, slug, title, workplace, occupational_group,
                          extent_percent, employment_type, introduction, duties, requirements, we_offer, salary,
                          target_group, contact_name, contact_phone, contact_email, application_deadline,
                          original_deadline, state, published_at)
                        values (:id, :tenant, :id, :title, 'Rådhuset', :group, :extent, 'permanent', 'Bli med.',
                          'Alt.', 'Lite.', 'Mye.', 'Etter tariff.', 'Alle', 'Kari Eksempel', '900 00 101',
                          'kari@eksempelvik.example', :deadline, :deadline, :state, now())""")
                .param("id", id)
                .param("tenant", caseId.tenantId())
                .param("title", title)
                .param("group", group)
                .param("extent", extent)
                .param("deadline", LocalDate.parse(deadline))
                .param("state", state)
                .update();
    }
}
