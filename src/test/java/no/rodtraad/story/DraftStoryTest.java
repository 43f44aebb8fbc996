package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.TimeTravel;
import no.rodtraad.story.Candidate.Attached;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@DisplayName("En kladd")
class DraftStoryTest extends CaseStory {

    private static final byte[] CV = HiringCase.curriculumVitae("Kari Kladdesen");
    private static final Attached DIPLOMA = new Attached("attachments", "vitnemål.pdf", CV);
    private static final Attached TESTIMONIAL = new Attached("attachments", "attest.pdf", CV);

    @Autowired
    private ApplicationEventPublisher events;

    DraftStoryTest() {
        super("2027-01-11", LocalDate.parse("2027-06-01"));
    }

    @Test
    void isSavedFoundAgainByMailChangedAndSent() {
        publishes();
        Candidate kari = candidate("Kari Kladdesen");
        Document form = kari.visits(hiring.vacancyPath() + "/sok");

        Document unnamed = kari.presses(form, "lagre", Map.of("letter", "Jeg vil"), List.of());
        assertThat(unnamed.select(".problems a").eachText())
                .containsExactly("Skriv navnet ditt.", "Skriv e-postadressen din, så vi kan svare deg.");
        assertThat(unnamed.select("#letter").text()).isEqualTo("Jeg vil");

        Document draft = kari.presses(
                unnamed,
                "lagre",
                Map.of("name", "Kari Kladdesen", "email", "kari.kladdesen@example.com"),
                List.of(DIPLOMA, TESTIMONIAL));
        assertThat(draft.select("[role=status]").text()).contains("Kladden er lagret", "kari.kladdesen@example.com");
        assertThat(kari.mailbox().link()).startsWith("/soknad/kladd/");
        eyes.lookAt(kari.mailbox().link());

        Document again = kari.followsLink();
        assertThat(again.select("#letter").text()).isEqualTo("Jeg vil");
        assertThat(again.select(".files .file-name").eachText())
                .containsExactlyInAnyOrder("vitnemål.pdf", "attest.pdf");

        Document tooEarly = kari.presses(again, "send", Map.of("phone", "900 00 000"), List.of());
        assertThat(tooEarly.select(".problems a").eachText())
                .contains("Legg ved CV-en din.", "Skriv hvilken utdanning du har.");
        assertThat(kari.followsLink().select("#phone").val())
                .as("saved although not sent")
                .isEqualTo("900 00 000");

        Attached disguised = new Attached("cv", "cv.pdf", "<html>ikke en pdf</html>".getBytes(StandardCharsets.UTF_8));
        Document refused = kari.presses(tooEarly, "lagre", Map.of("letter", "Jeg vil!"), List.of(disguised));
        assertThat(refused.select(".problems a").text()).contains("stemmer ikke med filnavnet");
        assertThat(kari.followsLink().select("#letter").text()).isEqualTo("Jeg vil!");

        String remove =
                refused.select("button[value^=fjern]:contains(attest.pdf)").val();
        Document without = kari.presses(refused, remove, Map.of(), List.of());
        assertThat(without.select(".files .file-name").eachText()).containsExactly("vitnemål.pdf");

        Document sent = kari.presses(
                without,
                "send",
                Map.of(
                        "birthYear", "1990",
                        "gender", "FEMALE",
                        "jobTitle", "Barnehagelærer",
                        "municipality", "Prøvedal",
                        "education", "Bachelor",
                        "experience", "Fem år",
                        "language", "nn"),
                List.of(new Attached("cv", "cv.pdf", CV)));
        assertThat(sent.location()).as(sent.text()).endsWith("/soknad/mottatt");
        assertThat(again.location()).contains("/soknad/kladd/");
        assertThat(kari.visits(again.location()).select("h1").text()).isEqualTo("Kladden finnes ikke");
        assertThat(kari.followsLink().select(".file-name").eachText())
                .containsExactlyInAnyOrder("vitnemål.pdf", "cv.pdf");
        assertThat(count("drafts")).isZero();
        assertThat(count("applications where language = 'nn'")).isOne();
        world.nothingHasFailed();
    }

    @Test
    void isRememberedThreeDaysBeforeTheDeadlineAndDeletedAfterIt() {
        LocalDate deadline = publishes();
        Candidate ola = candidate("Ola Utsettsen");
        Document draft = ola.presses(
                ola.visits(hiring.vacancyPath() + "/sok"),
                "lagre",
                Map.of("name", "Ola Utsettsen", "email", "ola.utsettsen@example.com"),
                List.of(DIPLOMA));

        passesTo(deadline.minusDays(4));
        assertThat(ola.mailbox().subjects()).hasSize(1);
        passesTo(deadline.minusDays(3));
        passesTo(deadline.minusDays(2));
        assertThat(ola.mailbox().subjects()).hasSize(2);
        assertThat(ola.followsLink().select("h1").text()).isEqualTo("Kladden din");

        passesTo(deadline.plusDays(1));
        Document late = ola.presses(draft, "send", Map.of("letter", "Er det for sent?"), List.of());
        assertThat(late.select(".notice--problem").text()).contains("kan ikke sendes");
        assertThat(late.select("button[value=send]")).isEmpty();
        eyes.lookAt(draft.location());

        passesTo(deadline.plusDays(14));
        assertThat(count("documents where kind = 'ATTACHMENT'")).isOne();
        passesTo(deadline.plusDays(15));
        assertThat(ola.visits(draft.location()).select("h1").text()).isEqualTo("Kladden finnes ikke");
        assertThat(count("drafts")).isZero();
        assertThat(count("documents where kind = 'ATTACHMENT'")).isZero();
    }

    @Test
    void isDeletedWhenItsOwnerWantsTo() {
        publishes();
        Candidate liv = candidate("Liv Angresen");
        Document draft = liv.presses(
                liv.visits(hiring.vacancyPath() + "/sok"),
                "lagre",
                Map.of("name", "Liv Angresen", "email", "liv.angresen@example.com"),
                List.of(DIPLOMA));
        Document question = liv.visits(draft.select("a[href$=/slett]").attr("href"));
        eyes.lookAt(question.location());
        assertThat(liv.sends(question, "form[method=post]", Map.of())
                        .select("h1")
                        .text())
                .isEqualTo("Kladden er slettet");
        eyes.lookAt("/soknad/kladd-slettet");
        assertThat(liv.visits(draft.location()).select("h1").text()).isEqualTo("Kladden finnes ikke");
        assertThat(count("documents where kind = 'ATTACHMENT'")).isZero();
    }

    private void passesTo(LocalDate day) {
        world.waitUntil(day);
        events.publishEvent(new TimeTravel.Arrived(ClockUtil.getCurrentTime().toInstant()));
        world.settle();
    }

    /** How many rows of this case there are. */
    private long count(String rows) {
        return jdbc.sql("select count(*) from %s %s case_id = :case"
                        .formatted(rows, rows.contains(" where ") ? "and" : "where"))
                .param("case", hiring.id())
                .query(Long.class)
                .single();
    }
}
