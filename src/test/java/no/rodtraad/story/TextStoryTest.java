package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import no.rodtraad.archive.PdfText;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** HR rewrites a message to candidates, as people do it, in pages without JavaScript. */
@DisplayName("A text to candidates")
class TextStoryTest extends Story {

    private static final String TEXT =
            "Hei!\n\nDu er aktuell. Du hører fra oss senest {{nextMessageBy}}.\n\n{{contactName}}";

    @LocalServerPort
    private int port;

    @Test
    void isRewrittenSeenAndPutBackByHr() {
        StaffBrowser hr = new StaffBrowser(baseUrl(), "hr1");
        assertThat(hr.visits("/saker/tekster").text()).contains("M13", "Du er fortsatt aktuell", "felles tekst");
        Document page = hr.visits("/saker/tekster/M13");

        Document refused = hr.clicks(
                page,
                "Lagre teksten",
                Map.of("emne", "Snart!", "innhold", TEXT.replace("nextMessageBy", "skostorrelse")));
        assertThat(refused.text())
                .contains("Teksten er ikke lagret.", "bruker felt den ikke kan bruke: {{skostorrelse}}");
        assertThat(refused.expectFirst("#emne").val()).isEqualTo("Snart!");

        Document seen = hr.clicks(refused, "Se hvordan den blir", Map.of("innhold", TEXT));
        assertThat(seen.text()).contains("Slik blir den", "Du hører fra oss senest 16. mars 2026");
        assertThat(hr.visits("/saker/tekster").text()).doesNotContain("Snart!");

        Document saved = hr.clicks(seen, "Lagre teksten", Map.of());
        assertThat(saved.text()).contains("Lagret.", "Nå brukes egen tekst for kommunen", "Versjon 1");
        assertThat(hr.visits("/saker/tekster").text()).contains("Snart!");
        assertThat(new StaffBrowser(baseUrl(), "hr2").visits("/saker/tekster").text())
                .doesNotContain("Snart!");

        Document back = hr.clicks(saved, "Gå tilbake til felles tekst", Map.of());
        assertThat(back.text()).contains("Nå brukes felles tekst", "Gikk tilbake til felles tekst");
        assertThat(hr.visits("/saker/tekster").text()).doesNotContain("Snart!");
    }

    @Test
    void thatAllDocumentsHaveIsWrittenAndSeenInAnExample() throws IOException {
        StaffBrowser hr = new StaffBrowser(baseUrl(), "hr1");
        String page = "/saker/tekster/dokumenter";
        assertThat(hr.visits("/saker/tekster")
                        .expectFirst("a[href*=" + page + "]")
                        .text())
                .isEqualTo("Faste tekster i brev, avtaler og andre dokumenter");
        String form = "form:has(input[value=LETTERHEAD])";

        byte[] example = hr.sendsForFile(
                hr.visits(page), form, page + "/vis", Map.of("tekst", "Besøk oss i Storgata 1\nTelefon 00 00 00 01"));
        assertThat(PdfText.of(example)).contains("Besøk oss i Storgata 1", "Ingenting er sendt eller lagret.");
        assertThat(hr.visits(page).text())
                .contains("Ingen har skrevet noe ennå.")
                .doesNotContain("Storgata");

        Document refused = hr.sends(hr.visits(page), form, Map.of("tekst", "x".repeat(2_001)));
        assertThat(refused.text()).contains("Teksten er ikke lagret.", "høyst 2000 tegn");
        assertThat(refused.expectFirst(form + " textarea").val()).hasSize(2_001);
        Document saved = hr.sends(refused, form, Map.of("tekst", "Storgata 1"));
        assertThat(saved.text()).contains("Lagret.", "Teksten nå kommer fra kommunen.");
        assertThat(new StaffBrowser(baseUrl(), "hr2").visits(page).text()).doesNotContain("Storgata");
        try (Eyes eyes = new Eyes(baseUrl())) {
            eyes.logsIn("hr1");
            eyes.lookAt(page);
        }
        assertThat(hr.sends(saved, form, Map.of("tekst", "")).text()).doesNotContain("Storgata");
    }

    @Test
    void isWrittenByHrOnlyAndOnPagesAnybodyCanUse() {
        assertThat(new StaffBrowser(baseUrl(), "it1").visits("/saker/tekster").text())
                .contains("Tekstene til søkerne kan endres av HR og HR-leder.");
        StaffBrowser lead = new StaffBrowser(baseUrl(), "hrLead1");
        assertThat(lead.visits("/saker/tekster?lag=region").text()).contains("deler ikke tekster med noen region");
        assertThat(lead.visits("/saker/tekster/M99").text()).contains("ingen melding med denne koden");
        try (Eyes eyes = new Eyes(baseUrl())) {
            eyes.logsIn("hr1");
            eyes.lookAt("/saker/tekster");
            eyes.lookAt("/saker/tekster?sprak=nn");
            eyes.lookAt("/saker/tekster/M21");
        }
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + port;
    }
}
