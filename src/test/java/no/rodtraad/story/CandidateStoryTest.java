package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("En søkers vei, i en nettleser uten JavaScript")
class CandidateStoryTest extends CaseStory {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2027-06-01");

    @TempDir
    private Path files;

    CandidateStoryTest() {
        super("2027-01-11", FIRST_DAY);
    }

    @Test
    void leadsFromTheVacancyToTheSignature() throws IOException {
        Assumptions.assumeTrue(CandidateBrowser.isInstalled(), "Chromium is not installed");
        LocalDate deadline = publishes();
        Candidate kari = candidate("Kari Sidesen");
        Candidate ola = candidate("Ola Nestemann");
        try (CandidateBrowser browser = new CandidateBrowser(baseUrl())) {
            findsTheVacancyAndBeginsADraft(browser);
            goesOnAndSends(browser, kari);
            changesWhatWasSent(browser, kari);
            List<Candidate> all = new ArrayList<>(List.of(kari, ola));
            for (String name : List.of("Per Liksom", "Anne Oppdiktet", "Liv Tenktsen")) {
                all.add(candidate(name));
            }
            all.stream()
                    .skip(1)
                    .forEach(
                            one -> one.applies(hiring.vacancyPath(), HiringCase.curriculumVitae(one.name()), Map.of()));
            world.waitUntil(deadline.plusDays(1));
            browser.visits(kari.mailbox().link()).sees("Vi vurderer søknadene", "Søknadsfristen er ute");
            correctsOnlyThePersonAfterTheDeadline(browser, kari);
            hiring.declareImpartiality();
            hiring.screen(all, List.of(kari, ola));
            choosesAnInterviewTime(browser, kari, ola);
            answersTheOffer(browser, kari, ola);
            signs(browser, kari);
            endsForTheOneWhoWithdraws(browser, ola);
        }
        world.nothingHasFailed();
    }

    private void findsTheVacancyAndBeginsADraft(CandidateBrowser browser) throws IOException {
        browser.visits("/");
        browser.visits(hiring.vacancyPath())
                .follows("Søk på stillingen")
                .types("name", "Kari Sidesen")
                .types("email", "kari.sidesen@example.com")
                .types("letter", "Jeg vil gjerne jobbe hos dere.")
                .attaches("attachments", pdf("vitnemål.pdf"), pdf("attest.pdf"))
                .presses("Lagre og fortsett senere")
                .sees("Kladden din", "Kladden er lagret", "vitnemål.pdf", "attest.pdf");
        world.settle();
    }

    private void goesOnAndSends(CandidateBrowser browser, Candidate kari) throws IOException {
        browser.visits(kari.mailbox().link());
        assertThat(browser.valueOf("letter")).isEqualTo("Jeg vil gjerne jobbe hos dere.");
        browser.presses("Fjern attest.pdf").sees("vitnemål.pdf");
        browser.types("phone", "900 00 000")
                .types("birthYear", "1990")
                .ticks("gender-FEMALE")
                .types("jobTitle", "Pedagogisk leder")
                .types("municipality", "Eksempelvik")
                .types("education", "Bachelor i barnehagelærerutdanning, 2014.")
                .types("experience", "Åtte år i barnehage.")
                .attaches("cv", pdf("cv.pdf"))
                .presses("Last opp filene")
                .sees("Kladden er lagret", "cv.pdf");
        browser.types("phone", "ni hundre");
        browser.ticks("exemptionWanted").presses("Lagre og fortsett senere");
        assertThat(browser.valueOf("phone")).isEqualTo("ni hundre");
    }

    private void changesWhatWasSent(CandidateBrowser browser, Candidate kari) throws IOException {
        browser.types("phone", "900 00 000").ticks("exemptionWanted").presses("Send søknaden");
        world.settle();
        browser.sees("Takk, søknaden er mottatt");
        browser.visits(kari.mailbox().link()).sees("Vi har fått søknaden din", "Søknadsfristen løper", "Ventes innen");
        browser.follows("Rett søknaden")
                .types("letter", "Jeg vil svært gjerne jobbe hos dere.")
                .types("phone", "900 00 999")
                .attaches("attachments", pdf("kursbevis.pdf"))
                .presses("Lagre endringene")
                .sees("Opplysningene er lagret", "kursbevis.pdf");
        world.settle();
        assertThat(recordsOf(kari)).containsExactly("D08", "D08");
        Map<String, byte[]> copy = download(kari.mailbox().link() + "/mine-data.zip");
        assertThat(copy)
                .containsOnlyKeys(
                        "mine-data.html",
                        "mine-data.json",
                        "filer/vitnemål.pdf",
                        "filer/cv.pdf",
                        "filer/kursbevis.pdf");
        JsonNode json = new ObjectMapper().readTree(copy.get("mine-data.json"));
        assertThat(json.at("/person/phone").asText()).isEqualTo("900 00 999");
        assertThat(json.at("/application/letter").asText()).isEqualTo("Jeg vil svært gjerne jobbe hos dere.");
        assertThat(json.at("/messages/0/subject").asText()).startsWith("Takk for søknaden");
        assertThat(new String(copy.get("mine-data.html"), StandardCharsets.UTF_8))
                .contains("Kari Sidesen", "Takk for at du søker");
    }

    private void correctsOnlyThePersonAfterTheDeadline(CandidateBrowser browser, Candidate kari) {
        browser.follows("Rett navn, adresse eller målform")
                .sees("kan ikke endres lenger")
                .types("phone", "900 00 111")
                .ticks("language-nn")
                .presses("Lagre endringene")
                .sees("Opplysningene er lagret");
        assertThat(jdbc.sql("select language from applications where id = cast(:id as uuid)")
                        .param("id", hiring.applicationOf(kari))
                        .query(String.class)
                        .single())
                .isEqualTo("nn");
        browser.ticks("language-nb").presses("Lagre endringene");
    }

    private void choosesAnInterviewTime(CandidateBrowser browser, Candidate kari, Candidate ola) {
        LocalDate day = world.today().plusDays(9);
        hiring.offersInterviewTimes(day);
        browser.visits(kari.mailbox().link())
                .sees("Vi vil gjerne møte deg", "Velg tid for intervju")
                .choosesFirst("tid")
                .presses("Velg denne tiden");
        world.settle();
        browser.visits(kari.mailbox().link()).sees("Vi ses på intervju");
        hiring.choosesInterviewTime(ola);
        world.waitUntil(day);
        hiring.holdInterviews(2);
        browser.visits(kari.mailbox().link()).sees("Takk for intervjuet", "Innstilling og vedtak");
    }

    private void answersTheOffer(CandidateBrowser browser, Candidate kari, Candidate ola) {
        hiring.recommend(kari, ola);
        hiring.decide(kari);
        hiring.offerTo(kari);
        browser.visits(kari.mailbox().link())
                .sees("Gratulerer, du har fått tilbud")
                .follows("Les tilbudet og svar")
                .sees("612");
        browser.presses("Ja takk").presses("Send svaret");
        world.settle();
        browser.sees("Du har takket ja");
    }

    private void signs(CandidateBrowser browser, Candidate kari) {
        hiring.approveContract();
        browser.visits(kari.mailbox().link())
                .sees("Avtalen er klar")
                .follows("Les og signer arbeidsavtalen")
                .presses("Send meg en kode")
                .sees("Koden er sendt til");
        world.settle();
        browser.ticks("lest")
                .types("navn", kari.name())
                .types("kode", kari.newestCode())
                .presses("Signer");
        world.settle();
        browser.visits(kari.mailbox().link()).sees("Velkommen til oss", "Du har signert avtalen");
    }

    private void endsForTheOneWhoWithdraws(CandidateBrowser browser, Candidate ola) {
        browser.visits(ola.mailbox().link()).follows("Trekk søknaden").presses("Ja, trekk søknaden");
        world.settle();
        browser.visits(ola.mailbox().link()).sees("Du har trukket søknaden", "Søknaden er trukket");
        browser.visits("/soknad/" + "x".repeat(43)).sees("Lenken virker ikke");
    }

    private List<String> recordsOf(Candidate candidate) {
        return jdbc.sql("""
                        select document_code from archive_records where application_id = cast(:id as uuid)
                        order by journal_number""")
                .param("id", hiring.applicationOf(candidate))
                .query(String.class)
                .list();
    }

    private Map<String, byte[]> download(String path) throws IOException {
        Connection.Response answer = Jsoup.connect(baseUrl() + path)
                .ignoreContentType(true)
                .maxBodySize(0)
                .execute();
        assertThat(answer.header("Content-Disposition")).contains("mine-data.zip");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bodyAsBytes()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private Path pdf(String name) throws IOException {
        return Files.write(files.resolve(name), HiringCase.curriculumVitae(name));
    }
}
