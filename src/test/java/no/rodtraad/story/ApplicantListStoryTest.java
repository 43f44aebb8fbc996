package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.rodtraad.archive.PdfText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Offentleglova § 25, from the first deadline to the last decision. */
@DisplayName("Søkerlistene")
class ApplicantListStoryTest extends CaseStory {

    private static final String APPLICANT_PAGES = "/saker/%s/sokere";

    ApplicantListStoryTest() {
        super("2027-01-11", LocalDate.parse("2027-06-01"));
    }

    @Test
    void areMadeRightAfterTheFirstDeadlineAndAgainWhenSomethingChanges() throws IOException {
        LocalDate firstDeadline = publishes();
        Candidate open = hiring.candidate("Kari Åpen");
        Candidate shy = hiring.candidate("Liv Tenktsen");
        applies(open, Map.of());
        applies(shy, Map.of("exemptionWanted", "true", "exemptionReason", "Arbeidsgiveren min vet det ikke."));
        String ownPage = open.mailbox().link();
        assertThat(open.visits(ownPage).text()).doesNotContain("søkerlisten (PDF)");

        world.waitUntil(firstDeadline.plusDays(1));
        assertThat(lists()).containsExactly("Offentlig søkerliste, utgave 1", "Utvidet søkerliste, utgave 1");
        assertThat(hiring.pagesOf("hr1")
                        .visits(APPLICANT_PAGES.formatted(hiring.id()))
                        .text())
                .contains("2 søkere: 2 kvinner, 0 menn");
        assertThat(extendedListOf(open, ownPage))
                .contains(open.name(), "Det er 2 søkere: 2 kvinner", "1 søker har bedt om unntak som ikke er avgjort")
                .doesNotContain(shy.name());

        LocalDate secondDeadline = world.today().plusDays(14);
        hiring.colleague("hr1")
                .does(
                        hiring.number(),
                        "decideFewApplicants",
                        Map.of(
                                "fewApplicantsChoice", "prolong",
                                "newDeadline", secondDeadline.toString(),
                                "fewApplicantsReason", "Vi vil ha flere å velge blant."));
        Candidate late = hiring.candidate("Ola Prøvesen");
        applies(late, Map.of());
        world.waitUntil(secondDeadline.plusDays(1));
        assertThat(extendedListOf(open, ownPage)).contains(open.name(), late.name(), "Versjon 2");

        hiring.colleague("hr1")
                .does(
                        hiring.number(),
                        "assessListExemption",
                        Map.of("exemptionGranted", "no", "exemptionAssessment", "Grunnen veier ikke tungt nok."));
        assertThat(shy.visits(shy.mailbox().link()).text()).contains("Grunnen veier ikke tungt nok.");
        assertThat(extendedListOf(open, ownPage)).contains(shy.name(), "Versjon 3");
        assertThat(archived("D10")).isEqualTo(3);
        assertThat(archived("D11")).isEqualTo(3);
        assertThat(lists()).hasSize(6);
        world.nothingHasFailed();
    }

    private void applies(Candidate candidate, Map<String, String> more) {
        candidate.applies("/stillinger/" + hiring.slug(), HiringCase.curriculumVitae(candidate.name()), more);
    }

    private String extendedListOf(Candidate candidate, String ownPage) throws IOException {
        String address = candidate
                .visits(ownPage)
                .select("a:contains(Se den utvidede søkerlisten)")
                .attr("href");
        return PdfText.of(candidate.downloads(address)).replaceAll("\\s+", " ");
    }

    private List<String> lists() {
        return hiring.pagesOf("hr1")
                .visits(APPLICANT_PAGES.formatted(hiring.id()))
                .select("a[href*=/dokumenter/]")
                .eachText();
    }

    private int archived(String code) {
        return jdbc.sql("select count(*) from archive_records where case_id = :case and document_code = :code")
                .param("case", hiring.id())
                .param("code", code)
                .query(Integer.class)
                .single();
    }
}
