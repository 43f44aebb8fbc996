package no.rodtraad.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.CaseId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {

    private final PdfRenderer renderer = new ThymeleafPdfRenderer(caseId -> Map.of());

    @Test
    void aLetterIsArchivableAndAccessible() {
        assertThat(VeraPdf.complaints(renderer.render("letter", letter("Hei Kåre.\nTakk for søknaden."))))
                .isEmpty();
    }

    @Test
    void theSameModelGivesTheSameBytes() throws InterruptedException {
        byte[] first = renderer.render("letter", letter("Hei"));
        Thread.sleep(1100);
        assertThat(renderer.render("letter", letter("Hei"))).isEqualTo(first);
        assertThat(renderer.render("letter", letter("Hallo"))).isNotEqualTo(first);
    }

    @Test
    void whatTheFontCannotDrawAndXmlCannotHoldDoesNotBreakTheDocument() throws Exception {
        byte[] pdf = renderer.render(
                "letter", letter("Så fint! \uD83D\uDE00 Čálli Ŋ <script> & \u000b 漢字 \u200d “sitat” – 5 €"));

        assertThat(VeraPdf.complaints(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("Så fint!")
                .contains("Čálli Ŋ <script> &")
                .contains("– 5 €");
    }

    @Test
    void theDocumentCarriesTheMunicipalityTheCaseAndPageNumbers() throws Exception {
        String text = text(renderer.render("letter", letter("Avsnitt.\n\n".repeat(200))));

        assertThat(text)
                .contains("Eksempelvik kommune")
                .contains("Sak 2026-0001")
                .contains("Side 2 av ");
    }

    @Test
    void aLetterCarriesWhatTheMunicipalityHasWrittenForItsDocuments() throws Exception {
        PdfRenderer ofMunicipality = new ThymeleafPdfRenderer(caseId -> Map.of(
                StandingText.LETTERHEAD, "Storgata 1\nTelefon 00 00 00 01", StandingText.LETTER, "Vi har åpent 9–15."));

        byte[] pdf = ofMunicipality.render("letter", new CaseId("eksempelvik-2026-0001"), letter("Hei Kåre."));

        assertThat(text(pdf)).contains("Storgata 1", "Telefon 00 00 00 01", "Vi har åpent 9–15.");
        assertThat(VeraPdf.complaints(pdf)).isEmpty();
        assertThat(text(renderer.render("letter", letter("Hei Kåre.")))).doesNotContain("Storgata");
    }

    @Test
    void datesAndAmountsReadAsNorwegian() {
        Norwegian nb = new Norwegian();
        assertThat(nb.date(LocalDate.of(2026, 5, 4))).isEqualTo("4. mai 2026");
        assertThat(nb.time(Instant.parse("2026-06-30T22:30:00Z"))).isEqualTo("1. juli 2026 kl. 00.30");
        assertThat(nb.number(540000)).isEqualTo("540\u00a0000");
        assertThat(nb.number(35.5)).isEqualTo("35,5");
        assertThat(nb.number(100)).isEqualTo("100");
    }

    static Map<String, Object> letter(String body) {
        Map<String, Object> model = new HashMap<>();
        model.put("municipality", "Eksempelvik kommune");
        model.put("caseNumber", "2026-0001");
        model.put("caseTitle", "Ansettelse: Barnehagelærer, Solbakken barnehage");
        model.put("title", "Endelig svar til søker");
        model.put("subject", "Svar på søknaden din");
        model.put("recipient", "Kåre Åsen");
        model.put("sentAt", "4. mai 2026 kl. 09.30");
        model.put("paragraphs", List.of(body.strip().split("\\R\\s*\\R")));
        model.put("documentDate", Instant.parse("2026-05-04T07:30:00Z"));
        return model;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
