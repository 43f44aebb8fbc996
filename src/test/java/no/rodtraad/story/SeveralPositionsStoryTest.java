package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.rodtraad.retention.Retention;
import no.rodtraad.story.Candidate.Attached;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kari reads English; the others who work with her applications do not. */
@DisplayName("Én søknad til flere stillinger")
class SeveralPositionsStoryTest extends CaseStory {

    private static final byte[] CV = HiringCase.curriculumVitae("Kari Flervalg");

    @Autowired
    private Retention retention;

    SeveralPositionsStoryTest() {
        super("2027-01-11", LocalDate.parse("2027-06-01"));
    }

    @Test
    void becomesOneApplicationToEachWhichAreFollowedWithdrawnAndDeletedOneByOneInEnglish() throws IOException {
        HiringCase second = anotherCase();
        HiringCase closing = anotherCase();
        List.of(hiring, second, closing).forEach(this::publishes);
        Candidate kari = candidate("Kari Flervalg");
        Document draft = savesADraftWithThreeWishes(kari, second, closing);
        eyes.lookAt(draft.location());

        hiring.colleague("hr1").cancels(closing.number(), "Stillingen er trukket.");
        Document told = kari.visits(draft.location());
        assertThat(told.select(".problems a").text()).contains("no longer takes applications", "your wishes");
        assertThat(told.select("#wish-" + closing.slug())).isEmpty();
        Document sent = kari.presses(told, "send", Map.of(), List.of());
        assertThat(sent.location()).as(sent.text()).endsWith("/en/soknad/mottatt");

        isReceivedTwice(kari, second);
        hrSeesTheWishAndNothingElse(kari, second);
        String home = "/en" + kari.mailbox().link();
        leadsToTheOther(kari, home);
        correctsOneWithoutTheOther(kari, second, home);
        withdrawsAndDeletesOneByOne(kari, second, home);
        asksForANewLink(kari);
        world.nothingHasFailed();
    }

    private Document savesADraftWithThreeWishes(Candidate kari, HiringCase second, HiringCase third) {
        Document form = kari.visits("/en" + hiring.vacancyPath() + "/sok");
        assertThat(form.select("a[hreflang=nb]").attr("href")).isEqualTo(hiring.vacancyPath() + "/sok");
        assertThat(kari.presses(form, "lagre", Map.of(), List.of())
                        .select(".problems a")
                        .eachText())
                .containsExactly("Write your name.", "Write your e-mail address, so that we can answer you.");
        Document draft = kari.presses(
                form,
                "lagre",
                Map.ofEntries(
                        Map.entry("name", kari.name()),
                        Map.entry("email", kari.email()),
                        Map.entry("phone", "900 00 000"),
                        Map.entry("birthYear", "1990"),
                        Map.entry("gender", "FEMALE"),
                        Map.entry("jobTitle", "Barnehagelærer"),
                        Map.entry("municipality", "Prøvedal"),
                        Map.entry("education", "Bachelor"),
                        Map.entry("experience", "Fem år"),
                        Map.entry("letter", "Jeg vil gjerne jobbe hos dere."),
                        Map.entry(wish(hiring), "2"),
                        Map.entry(wish(second), "1"),
                        Map.entry(wish(third), "3")),
                List.of(new Attached("cv", "cv.pdf", CV), new Attached("attachments", "vitnemål.pdf", CV)));
        assertThat(draft.select("#wish-" + second.slug() + " option[selected]").val())
                .isEqualTo("1");
        return draft;
    }

    private static String wish(HiringCase hiring) {
        return "wishes[" + hiring.slug() + "]";
    }

    private void isReceivedTwice(Candidate kari, HiringCase second) {
        assertThat(kari.mailbox().subjects())
                .filteredOn(subject -> subject.startsWith("Takk for søknaden"))
                .hasSize(2);
        assertThat(files(hiring, kari)).containsExactlyInAnyOrder("cv.pdf", "vitnemål.pdf");
        assertThat(files(second, kari)).containsExactlyInAnyOrder("cv.pdf", "vitnemål.pdf");
        assertThat(jdbc.sql("select count(*) from documents where kind = 'CV' and key_id is null")
                        .query(Long.class)
                        .single())
                .as("copies are encrypted")
                .isZero();
    }

    private void hrSeesTheWishAndNothingElse(Candidate kari, HiringCase second) {
        StaffBrowser hr = hiring.pagesOf("hr1");
        String list = "/saker/" + hiring.id() + "/sokere";
        assertThat(hr.visits(list).select("td[data-label=Ønske]").text()).isEqualTo("2. ønske av 2");
        assertThat(hr.visits("/saker/" + second.id() + "/sokere")
                        .select("td[data-label=Ønske]")
                        .text())
                .isEqualTo("1. ønske av 2");
        Document page = hr.visits(list + "/" + hiring.applicationOf(kari));
        assertThat(page.select(".case__facts").text()).contains("2. ønske av 2");
        assertThat(page.text()).doesNotContain(second.number());
        eyes.logsIn("hr1");
        eyes.lookAt(list);
    }

    private void leadsToTheOther(Candidate kari, String home) {
        eyes.lookAt(home);
        Document page = kari.visits(home);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(kari.visits(page.select("a[hreflang=nb]").attr("href"))
                        .select("html")
                        .attr("lang"))
                .isEqualTo("nb");
        assertThat(page.select("section[aria-labelledby=sammen]").text()).contains("wish of 2", "on its own");
        Document other =
                kari.visits(page.select("section[aria-labelledby=sammen] a").attr("href"));
        assertThat(other.location())
                .contains("/en/soknad/")
                .doesNotContain(home)
                .doesNotContain("andre");
        assertThat(other.select(".status__for a").attr("href"))
                .isNotEqualTo(page.select(".status__for a").attr("href"));
        assertThat(kari.visits(home + "/andre/9").location()).endsWith(home);
    }

    private void correctsOneWithoutTheOther(Candidate kari, HiringCase second, String home) throws IOException {
        Document form = kari.visits(home + "/endre");
        String remove = form.select("button[value^=fjern]").val();
        kari.presses(form, remove, Map.of("letter", "Jeg vil enda heller."), List.of());
        HiringCase corrected = caseOf(kari, home, second);
        HiringCase other = corrected == hiring ? second : hiring;
        assertThat(files(corrected, kari)).containsExactly("cv.pdf");
        assertThat(files(other, kari)).containsExactlyInAnyOrder("cv.pdf", "vitnemål.pdf");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(kari.downloads(home + "/mine-data.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("mine-data.json")) {
                    var copy = new ObjectMapper().readTree(zip.readAllBytes());
                    assertThat(copy.at("/wish/of").asInt()).isEqualTo(2);
                    assertThat(copy.at("/sentTogetherWith/0").asText()).contains(". ønske: ");
                    return;
                }
            }
        }
        throw new AssertionError("No mine-data.json");
    }

    private void withdrawsAndDeletesOneByOne(Candidate kari, HiringCase second, String home) {
        HiringCase withdrawn = caseOf(kari, home, second);
        HiringCase other = withdrawn == hiring ? second : hiring;
        String others =
                kari.visits(home).select("section[aria-labelledby=sammen] a").attr("href");
        String otherHome = path(kari.visits(others).location());
        Document question = kari.visits(home + "/trekk");
        assertThat(question.select("input[name=ogsaa]")).hasSize(1);
        assertThat(question.select("input[name=ogsaa][checked]")).isEmpty();
        eyes.lookAt(home + "/trekk");
        kari.sends(question, "form[action$=/trekk]", Map.of());
        assertThat(outcome(withdrawn, kari)).isEqualTo("WITHDRAWN");
        assertThat(outcome(other, kari)).isEqualTo("UNDER WAY");
        assertThat(kari.visits(otherHome)
                        .select("section[aria-labelledby=sammen]")
                        .text())
                .endsWith("Withdrawn");

        kari.sends(kari.visits(home + "/slett"), "form[action$=/slett]", Map.of());
        retention.eraseDue();
        assertThat(kari.visits(home).select("h1").text()).isEqualTo("The link does not work");
        assertThat(kari.visits(otherHome).select("section[aria-labelledby=sammen]"))
                .as("the shell is nobody's")
                .isEmpty();
        assertThat(files(other, kari)).containsExactlyInAnyOrder("cv.pdf", "vitnemål.pdf");
        assertThat(hiring.pagesOf("hr1")
                        .visits("/saker/" + other.id() + "/sokere")
                        .select("td[data-label=Ønske]")
                        .text())
                .endsWith("ønske av 2");
    }

    private static void asksForANewLink(Candidate kari) {
        Document asks = kari.visits("/en/soknad/ny-lenke");
        Document wrong = kari.sends(asks, "form[method=post]", Map.of("epost", "kari"));
        assertThat(wrong.select("#epost-problem").text()).startsWith("Write the whole e-mail address");
        Document sent = kari.sends(wrong, "form[method=post]", Map.of("epost", kari.email()));
        assertThat(sent.select("h1").text()).isEqualTo("Look in your e-mail");
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/en/soknad/"));
    }

    /** Of which case a page of the candidate is. */
    private HiringCase caseOf(Candidate candidate, String home, HiringCase second) {
        return candidate.visits(home).select(".status__for a").attr("href").endsWith(second.slug()) ? second : hiring;
    }

    private String outcome(HiringCase of, Candidate candidate) {
        return jdbc.sql("select coalesce(outcome, 'UNDER WAY') from applications where id = cast(:id as uuid)")
                .param("id", of.applicationOf(candidate))
                .query(String.class)
                .single();
    }

    private List<String> files(HiringCase of, Candidate candidate) {
        return jdbc.sql("select file_name from documents where application_id = cast(:id as uuid)")
                .param("id", of.applicationOf(candidate))
                .query(String.class)
                .list();
    }
}
