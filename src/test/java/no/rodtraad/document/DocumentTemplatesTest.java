package no.rodtraad.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.PdfText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document template, filled with more and stranger text than anybody should write. */
class DocumentTemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/documents");

    /**
     * What the others are made of, what {@code ContractTest} fills with contracts and signatures, and what
     * {@code RoutineStoryTest} has the diagrams fill.
     */
    private static final Set<String> ELSEWHERE =
            Set.of("layout", "contract", "evidence", "routine-parts", "routine", "role-card");

    private static final String ODD =
            "«Ærlig» & <b>øvd</b> – Čálli Ŋ ﬁ 漢字 \uD83D\uDE00\u200D\uD83D\uDD25 e\u0301 \u0007 \u2028 rtl: שלום 𝔘 5 €";
    private static final String ENDLESS = "Donaudampfskipsfartsselskapskapteinsenkepensjonsordning".repeat(12);
    private static final String LONG =
            (ODD + "\n" + "Et avsnitt som fortsetter over mange linjer. ".repeat(40) + "\n\n").repeat(12) + ENDLESS;

    private final PdfRenderer renderer = new ThymeleafPdfRenderer(caseId -> Map.of());

    static Stream<String> filled() {
        return models().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("filled")
    void isArchivableAndAccessibleWhateverPeopleWrite(String template) {
        Map<String, Object> model = new HashMap<>(models().get(template));
        model.put("municipality", "Eksempelvik kommune – Eaksempelnjárgga gielda");
        model.put("caseNumber", "2026-0001");
        model.put("caseTitle", "Ansettelse: " + ODD);
        model.put("documentDate", Instant.parse("2026-05-04T07:30:00Z"));

        assertThat(VeraPdf.complaints(renderer.render(template, model))).isEmpty();
    }

    @Test
    void hasTheMunicipalitysLetterheadAsSoonAsItHasOne() throws IOException {
        PdfRenderer withLetterhead =
                new ThymeleafPdfRenderer(caseId -> Map.of(StandingText.LETTERHEAD, "Rådhusgata 1, 9999 Eksempelvik"));
        for (String template : models().keySet()) {
            Map<String, Object> model = new HashMap<>(models().get(template));
            model.put("municipality", "Eksempelvik kommune");
            model.put("caseNumber", "2026-0001");
            model.put("caseTitle", "Ansettelse");
            assertThat(PdfText.of(withLetterhead.render(template, InMemoryCase.ID, model)))
                    .as(template)
                    .contains("Rådhusgata 1, 9999 Eksempelvik");
        }
    }

    @Test
    void leavesNoTemplateOut() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            Set<String> names = files.map(
                            file -> String.valueOf(file.getFileName()).replace(".html", ""))
                    .filter(template -> !ELSEWHERE.contains(template))
                    .collect(Collectors.toSet());
            assertThat(names).isEqualTo(models().keySet());
        }
    }

    private static Map<String, Map<String, Object>> models() {
        Vacancy vacancy = new Vacancy();
        return Map.of(
                "letter",
                Map.of(
                        "title",
                        "Endelig svar til søker",
                        "subject",
                        ODD,
                        "recipient",
                        ENDLESS,
                        "sentAt",
                        "4. mai 2026 kl. 09.30",
                        "paragraphs",
                        List.of(LONG.split("\\R\\s*\\R"))),
                "form-record",
                Map.of(
                        "title", ODD,
                        "aboutName", ENDLESS,
                        "notice", LONG,
                        "sections", Collections.nCopies(8, new Section())),
                "advert",
                Map.of(
                        "vacancy", vacancy,
                        "extent", "100 % fast stilling",
                        "deadline", "4. mai 2026",
                        "published", "1. april 2026",
                        "channels", List.of(ODD, ENDLESS)),
                "application",
                Map.of(
                        "vacancy",
                        vacancy,
                        "received",
                        "4. mai 2026 kl. 09.30",
                        "application",
                        new Application(),
                        "attachments",
                        List.of(ODD, ENDLESS)),
                "applicant-list",
                Map.of(
                        "title",
                        "Utvidet søkerliste",
                        "vacancy",
                        vacancy,
                        "deadline",
                        "4. mai 2026",
                        "version",
                        3,
                        "made",
                        "5. mai 2026",
                        "publicList",
                        false,
                        "list",
                        new ApplicantList()),
                "paper-signatures",
                Map.of("municipality", ENDLESS, "caseNumber", "2026-0001", "sha256", "f".repeat(64)),
                "offer-answer",
                Map.of(
                        "position",
                        ODD,
                        "name",
                        ENDLESS,
                        "accepted",
                        false,
                        "answeredAt",
                        "4. mai 2026 kl. 09.30",
                        "reason",
                        LONG,
                        "salary",
                        LONG,
                        "extent",
                        "100 %",
                        "firstDay",
                        "1. august 2026"));
    }

    record Section() {

        public String heading() {
            return ODD;
        }

        public String submittedBy() {
            return ODD;
        }

        public String submittedAt() {
            return "4. mai 2026 kl. 09.30";
        }

        public List<Line> lines() {
            return List.of(new Line(ODD, LONG), new Line(ENDLESS, ENDLESS), new Line("Tomt", "–"));
        }
    }

    record Line(String label, String value) {}

    record Vacancy() {

        public String title() {
            return ODD;
        }

        public String introduction() {
            return LONG;
        }

        public String workplace() {
            return ENDLESS;
        }

        public String contactName() {
            return ODD;
        }

        public String contactPhone() {
            return "00 00 00 00";
        }

        public String contactEmail() {
            return "noen@example.com";
        }

        public boolean policeCertificate() {
            return true;
        }

        public String duties() {
            return LONG;
        }

        public String requirements() {
            return LONG;
        }

        public String qualities() {
            return LONG;
        }

        public String weOffer() {
            return LONG;
        }

        public String salary() {
            return ODD;
        }

        public String aboutUs() {
            return LONG;
        }
    }

    record Application() {

        public String applicantName() {
            return ODD;
        }

        public String email() {
            return "kari@example.com";
        }

        public String phone() {
            return "00 00 00 00";
        }

        public int birthYear() {
            return 1990;
        }

        public Label gender() {
            return new Label("Kvinne");
        }

        public String jobTitle() {
            return ENDLESS;
        }

        public String municipality() {
            return ODD;
        }

        public String source() {
            return ODD;
        }

        public String education() {
            return LONG;
        }

        public String experience() {
            return LONG;
        }

        public String letter() {
            return LONG;
        }

        public @Nullable String exemptionReason() {
            return LONG;
        }
    }

    record Label(String label) {}

    record ApplicantList() {

        public int applicants() {
            return 60;
        }

        public int women() {
            return 1;
        }

        public int men() {
            return 58;
        }

        public int others() {
            return 1;
        }

        public int leftOut() {
            return 2;
        }

        public int undecided() {
            return 1;
        }

        public List<Applicant> lines() {
            return Collections.nCopies(12, new Applicant(ODD, 35, ENDLESS, ODD, LONG, ODD));
        }
    }

    record Applicant(String name, int age, String jobTitle, String municipality, String education, String experience) {}
}
