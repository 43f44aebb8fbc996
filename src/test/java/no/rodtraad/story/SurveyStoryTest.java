package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Undersøkelsene")
class SurveyStoryTest extends CaseStory {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2029-06-01");
    private static final String FORM = "form[method=post]";

    SurveyStoryTest() {
        super("2029-02-05", FIRST_DAY);
    }

    @Test
    void askByTheCalendarWhetherOrNotAnybodyHasAnswered() {
        List<Candidate> candidates = fiveApply();
        Candidate kari = candidates.get(0);
        assertThat(kari.mailbox().subjects()).noneMatch(subject -> subject.contains("undersøkelse"));

        world.waitDays(3);
        for (Candidate candidate : candidates) {
            assertThat(candidate.mailbox().newest().subject()).isEqualTo("Kort undersøkelse: Å søke hos oss");
        }
        isAnsweredOnceAndOnlyInFull(kari);
        hasNoResultsBeforeFiveHaveAnsweredAndTheQuarterIsOver(candidates);

        world.waitUntil(deadline.plusDays(61));
        assertThat(hiring.unanswered()).as("nobody has an answer").isEqualTo(5);
        assertThat(kari.mailbox().newest().subject()).isEqualTo("Kort undersøkelse: Ventetiden og svaret");
        eyes.lookAt(baseUrl() + kari.mailbox().link());

        kari.mailbox().empty();
        hiring.colleague("hr1").cancels(hiring.number(), "Kommunen har vedtatt ansettelsesstopp.");
        world.waitDays(3);
        assertThat(kari.mailbox().subjects()).as("asked once about the answer").hasSize(1);
        hiring.colleague("hr1").does(hiring.number(), "closeAdvertPart");
        assertThat(surveysUnderWay()).isZero();
        world.nothingHasFailed();
    }

    private LocalDate deadline = LocalDate.EPOCH;

    private List<Candidate> fiveApply() {
        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        deadline = world.today().plusDays(21);
        hiring.writeAdvert(deadline);
        hiring.publish();
        return hiring.fiveApply();
    }

    private void isAnsweredOnceAndOnlyInFull(Candidate kari) {
        String link = kari.mailbox().link();
        Document form = kari.visits(link);
        assertThat(form.text()).contains("Svarene er anonyme", "Ikke skriv navn");
        assertThat(form.select("script")).isEmpty();
        eyes.lookAt(link);

        Document refused = kari.sends(form, FORM, Map.of("svar-advertClear", "4", "tekst", "Mer om turnusen."));
        assertThat(refused.select(".problems li")).hasSize(2);
        assertThat(refused.select("[name=svar-advertClear][checked]").val()).isEqualTo("4");
        assertThat(refused.select("textarea").text()).isEqualTo("Mer om turnusen.");

        Document thanks = kari.sends(refused, FORM, Map.of("svar-formEasy", "5", "svar-knowsNext", "2"));
        assertThat(thanks.text()).contains("Takk for svaret");
        eyes.lookAt(thanks.location());
        assertThat(kari.visits(link).text()).contains("Undersøkelsen er besvart");
        eyes.lookAt(link);
        assertThat(kari.sends(refused, FORM, Map.of("svar-formEasy", "1", "svar-knowsNext", "1"))
                        .text())
                .contains("Undersøkelsen er besvart");
        assertThat(jdbc.sql("select sum(answers) from survey_turnout where kind = 'APPLICATION'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        String other = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
        assertThat(kari.visits(other).text()).contains("Lenken virker ikke");
        eyes.lookAt(other);
    }

    private void hasNoResultsBeforeFiveHaveAnsweredAndTheQuarterIsOver(List<Candidate> candidates) {
        for (Candidate candidate : candidates.subList(1, 5)) {
            candidate.sends(
                    candidate.followsLink(),
                    FORM,
                    Map.of(
                            "svar-advertClear",
                            "4",
                            "svar-formEasy",
                            "5",
                            "svar-knowsNext",
                            "3",
                            "tekst",
                            "Alt var fint."));
        }
        StaffBrowser hr = hiring.pagesOf("hr1");
        assertThat(hr.visits("/saker/undersokelser").text())
                .contains("Ingenting å vise ennå")
                .doesNotContain("turnusen");
        eyes.logsIn("hr1");
        eyes.lookAt("/saker/undersokelser");

        world.waitUntil(LocalDate.parse("2029-04-02"));
        Document results = hr.visits("/saker/undersokelser?om=application");
        assertThat(results.select("article").text())
                .contains("1. kvartal 2029: 5 svar", "4,0", "2,8", "0 · 1 · 4 · 0 · 0", "Mer om turnusen.");
        assertThat(hiring.pagesOf("hr2").visits("/saker/undersokelser").text()).doesNotContain("turnusen");
        assertThat(hiring.pagesOf("manager1").visits("/saker/undersokelser").text())
                .contains("Du har ikke tilgang hit");
        eyes.lookAt("/saker/undersokelser");
    }

    private long surveysUnderWay() {
        return jdbc.sql("""
                        select count(*) from act_hi_procinst i
                        join act_hi_varinst v on v.proc_inst_id_ = i.id_ and v.name_ = 'caseId' and v.text_ = :case
                        where i.proc_def_key_ = 'survey' and i.end_time_ is null""").param("case", hiring.id()).query(Long.class).single();
    }
}
