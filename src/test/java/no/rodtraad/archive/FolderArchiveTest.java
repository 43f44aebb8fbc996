package no.rodtraad.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.ManualWork;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.document.Sha256;
import no.rodtraad.document.VeraPdf;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.ArchiveJourneys;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class FolderArchiveTest {

    private static final CaseId CASE = InMemoryCase.ID;
    private static TestDatabase database;

    @TempDir
    private Path root;

    private final InMemoryCase hiring = new InMemoryCase();
    private final ManualWork work = Mockito.mock();
    private final ArchiveJourneys journeys = Mockito.mock();
    private final Clock clock = Clock.fixed(Instant.parse("2026-05-05T10:00:00Z"), ZoneOffset.UTC);
    private final ArchiveReceipts receipts = new ArchiveReceipts(client(), clock);
    private final ManualArchive byHand = new ManualArchive(receipts, work, journeys);
    private String chosen = "folder";
    private String text = "Noe";
    private final ArchiveAdapters adapters =
            new ArchiveAdapters(InMemoryCase.provider(new FolderAdapter(), byHand), (tenantId, capability) -> chosen);
    private FolderArchive archive;

    private static JdbcClient client() {
        return database.client();
    }

    @BeforeAll
    static void start() {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.client().sql("delete from archive_records").update();
        archive = archive();
    }

    @Test
    void aFormBecomesARecordThatPeopleCanRead() throws Exception {
        needAssessed();

        ArchivedRecord record = archive.archive("key-1", "D01", CASE, null);

        assertThat(record.folder()).isEqualTo("eksempelvik/2026-0001/001-D01");
        assertThat(record.title()).isEqualTo("Behovsvurdering");
        byte[] pdf = Files.readAllBytes(root.resolve(record.folder()).resolve("01-behovsvurdering.pdf"));
        assertThat(VeraPdf.complaints(pdf)).isEmpty();
        assertThat(PdfText.of(pdf))
                .contains("Yrkesgruppe")
                .contains("Barnehagelærer")
                .contains("1. august 2026")
                .contains("Kari Leder")
                .contains("80")
                .doesNotContain("manager1")
                .doesNotContain("2026-08-01");
    }

    @Test
    void everyMessageKeepsToTheSchemasOfFiksArkiv() throws Exception {
        assumeTrue(FiksArkivSchema.isHere(), "the schemas of Fiks Arkiv are not beside the project");
        ApplicationId kaare = everythingAnswered();

        int number = 0;
        for (DocumentType type : DocumentType.values()) {
            number++;
            archive.archive("key-" + number, type.name(), CASE, type.isAboutOnePerson() ? kaare : null);
        }

        assertThat(archive.ofCase(CASE)).as("35, and the application once more").hasSize(36);
        for (ArchivedRecord record : archive.ofCase(CASE)) {
            assertThat(FiksArkivSchema.complaint(message(record)))
                    .as("%s", record.documentCode())
                    .isEmpty();
        }
    }

    @Test
    void everyRecordMadeFromFormsAndLettersIsArchivableHoweverLongAndOdd() throws Exception {
        text = "«Ærlig» & <b>øvd</b> – Čálli Ŋ 漢字 😀 \u0007 שלום\n" + "Et langt svar. ".repeat(120)
                + "Pensjonsordningsforvalterkontor".repeat(20);
        ApplicationId kaare = everythingAnswered();

        for (DocumentType type : DocumentType.values()) {
            ArchivedRecord record =
                    archive.archive("key-" + type, type.name(), CASE, type.isAboutOnePerson() ? kaare : null);
            for (ArchiveFolder.Content file : new ArchiveFolder(root).contents(record.folder())) {
                if (file.name().endsWith(".pdf") && !Uploaded.CODES.contains(type.name())) {
                    assertThat(VeraPdf.complaints(file.bytes()))
                            .as("%s %s", type, file.name())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsWrittenAboutThePoliceCertificateAndInOtherFormsNeverReachesTheArchive() throws Exception {
        Set<String> archived = Stream.of(DocumentType.values())
                .flatMap(type -> type.formKeys().stream())
                .collect(Collectors.toSet());
        List<String> kept = formKeys().filter(form -> !archived.contains(form)).toList();
        assertThat(kept).contains("police-certificate-shown", "call-about-message", "prepare-interview");
        ApplicationId kaare = everythingAnswered();
        for (String form : kept) {
            hiring.answer(kaare, form, "manager1", "note", "Notat", "HEMMELIG " + form);
            hiring.answer(null, form, "manager1", "note", "Notat", "HEMMELIG " + form);
        }

        for (DocumentType type : DocumentType.values()) {
            ArchivedRecord record =
                    archive.archive("key-" + type, type.name(), CASE, type.isAboutOnePerson() ? kaare : null);
            assertThat(message(record)).doesNotContain("HEMMELIG");
            if (!Uploaded.CODES.contains(type.name())) {
                assertThat(text(record)).as("%s", type).doesNotContain("HEMMELIG");
            }
        }
    }

    private static Stream<String> formKeys() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".form", "")).toList().stream();
        }
    }

    @Test
    void theSchemaCheckSeesAMisspeltElement() throws Exception {
        assumeTrue(FiksArkivSchema.isHere(), "the schemas of Fiks Arkiv are not beside the project");
        needAssessed();

        String message = message(archive.archive("key-1", "D01", CASE, null));

        assertThat(FiksArkivSchema.complaint(message.replace("offentligTittel", "offentligTitel")))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("offentligTitel"));
    }

    @Test
    void theMessageSaysWhatTheFilesAreAndWhoMayNotSeeThem() throws Exception {
        ApplicationId kaare = everythingAnswered();

        ArchivedRecord record = archive.archive("key-1", "D26", CASE, kaare);

        String message = message(record);
        byte[] letter = Files.readAllBytes(root.resolve(record.folder()).resolve("02-brev-endelig-svar-til-soker.pdf"));
        assertThat(message)
                .contains("<tittel>Endelig svar til søker – Kåre Åsen</tittel>")
                .contains("<offentligTittel>Endelig svar til søker</offentligTittel>")
                .contains("<skjermingshjemmel>offl. § 25 første ledd</skjermingshjemmel>")
                .contains("<sjekksum>" + Sha256.of(letter) + "</sjekksum>")
                .contains("<n5mdk:noekkel>key-1</n5mdk:noekkel>")
                .contains("<n5mdk:fagsystem>Rød tråd</n5mdk:fagsystem>")
                .contains("<korrespondansepartNavn>Kåre Åsen</korrespondansepartNavn>");
        assertThat(VeraPdf.complaints(letter)).isEmpty();
        assertThat(PdfText.of(letter)).contains("Takk for søknaden").contains("Kåre Åsen");
    }

    @Test
    void theSameKeyAgainChangesNothing() {
        needAssessed();
        ArchivedRecord first = archive.archive("key-1", "D01", CASE, null);

        assertThat(archive.archive("key-1", "D01", CASE, null)).isEqualTo(first);
        assertThat(archive.ofCase(CASE)).hasSize(1);
        assertThat(folders("eksempelvik/2026-0001")).containsExactly("001-D01");
    }

    @Test
    void whatWasWrittenBeforeACrashIsTakenOverWhenTheStepIsTriedAgain() {
        needAssessed();
        TransactionTemplate transaction = database.transaction();
        transaction.executeWithoutResult(status -> {
            archive.archive("key-1", "D01", CASE, null);
            status.setRollbackOnly();
        });
        assertThat(archive.ofCase(CASE)).isEmpty();
        hiring.answer(null, "approve-position", "manager1", "approvalOutcome", "Avgjørelse", "approve");
        archive.archive("key-2", "D04", CASE, null);

        ArchivedRecord retried = archive.archive("key-1", "D01", CASE, null);

        assertThat(retried.journalNumber()).isEqualTo(1);
        assertThat(archive.ofCase(CASE))
                .extracting(ArchivedRecord::journalNumber)
                .containsExactly(1, 2);
        assertThat(folders("eksempelvik/2026-0001")).containsExactly("001-D01", "002-D04");
    }

    @Test
    void theArchiveNeverOverwrites() {
        needAssessed();
        database.transaction().executeWithoutResult(status -> {
            archive.archive("key-1", "D01", CASE, null);
            status.setRollbackOnly();
        });
        hiring.answer(null, "assess-need", "manager1", "tasks", "Oppgaver", "Noe helt annet");

        assertThatThrownBy(() -> archive.archive("key-1", "D01", CASE, null))
                .isInstanceOf(ArchiveConflict.class)
                .hasMessageContaining("eksempelvik/2026-0001/001-D01")
                .hasMessageContaining("overskriver aldri");
        assertThat(folders("eksempelvik/2026-0001")).containsExactly("001-D01");
    }

    @Test
    void journalNumbersHaveNoGapsAndNoDoublesWhenManyArchiveAtOnce() throws Exception {
        needAssessed();
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<ArchivedRecord>> results = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String key = "key-" + i;
            Callable<ArchivedRecord> work = () -> java.util.Objects.requireNonNull(
                    database.transaction().execute(status -> archive.archive(key, "D01", CASE, null)));
            results.add(people.submit(work));
        }
        for (Future<ArchivedRecord> result : results) {
            result.get();
        }
        people.shutdown();

        assertThat(archive.ofCase(CASE))
                .extracting(ArchivedRecord::journalNumber)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void theUnionsSilenceIsARecordToo() throws Exception {
        hiring.answer(null, "union-statement", "union1", "statement", "Uttalelse", "Vi er enige.");
        hiring.answer(null, "write-recommendation", "manager1", "comparison", "Sammenligning", "A er best.");

        String silent = text(archive.archive("key-1", "D20", CASE, null));
        hiring.answer(null, "union-statement", "union1", "statement", "Uttalelse", "Vi er uenige.");
        String spoken = text(archive.archive("key-2", "D20", CASE, null));

        assertThat(silent).contains("Ikke avgitt innen fristen").doesNotContain("Vi er enige");
        assertThat(spoken).contains("Vi er uenige").doesNotContain("Ikke avgitt");
    }

    @Test
    void aRecordAboutOneApplicantNeverHoldsWhatWasWrittenAboutAnother() {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        ApplicationId siri = hiring.applicant("Siri Øye");
        hiring.answer(kaare, "hold-interview", "panel1", "minutes", "Referat", "Kåre svarte godt.");

        assertThatThrownBy(() -> archive.archive("key-1", "D16", CASE, siri))
                .isInstanceOf(NothingToArchive.class)
                .hasMessageContaining("D16 Intervjureferat og skåring");
    }

    @Test
    void papersOfTheOneWhoWasHiredGoToThePersonnelFile() throws Exception {
        ApplicationId kaare = everythingAnswered();

        ArchivedRecord talk = archive.archive("key-1", "D29", CASE, null);

        assertThat(talk.folder()).isEqualTo("eksempelvik/personal/%s/001-D29".formatted(kaare));
        assertThat(message(talk)).contains("Personalmappe – Kåre Åsen").doesNotContain("saksmappe");
    }

    @Test
    void thePersonnelFileBeginsWithTheContractAndTheApplicationThatLedToIt() throws Exception {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        archive.archive("key-1", "D08", CASE, kaare);
        archive.archive("key-2", "D25", CASE, kaare);
        archive.archive("key-2", "D25", CASE, kaare);

        assertThat(folders("eksempelvik/personal/" + kaare)).containsExactly("002-D25", "003-D08");
        assertThat(folders("eksempelvik/2026-0001")).containsExactly("001-D08");
        assertThat(message(archive.ofCase(CASE).get(2))).contains("Personalmappe – Kåre Åsen");
        Path again = root.resolve("eksempelvik/personal/%s/003-D08/01-soknad.pdf".formatted(kaare));
        assertThat(Files.isSameFile(again, root.resolve("eksempelvik/2026-0001/001-D08/01-soknad.pdf")))
                .as("one copy")
                .isTrue();
    }

    @Test
    void everyCodeOfTheArchiveMapIsArchivedByAStepOfTheDiagrams() throws Exception {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> diagrams = Files.list(Path.of("processes"))) {
            for (Path diagram :
                    diagrams.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(CamundaInputParameter.class).stream()
                        .filter(input -> input.getCamundaName().equals("documentCode"))
                        .forEach(input -> codes.add(input.getTextContent()));
            }
        }

        assertThat(codes)
                .containsExactlyElementsOf(
                        Stream.of(DocumentType.values()).map(DocumentType::name).toList());
    }

    @Test
    void whatAFeatureHasMadeItselfIsKeptOnce() {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        ArchiveRecord late = new ArchiveRecord(
                "Signert for sent – Kåre Åsen",
                "Signert for sent",
                ArchiveRecord.Kind.INCOMING,
                List.of(new ArchiveRecord.File("avtale.pdf", "application/pdf", new byte[] {1})));

        ArchivedRecord kept = archive.keep("late-1", "D24", CASE, kaare, late);

        assertThat(archive.keep("late-1", "D24", CASE, kaare, late)).isEqualTo(kept);
        assertThat(kept.folder()).isEqualTo("eksempelvik/2026-0001/001-D24");
    }

    @Test
    void theChosenApplicantsAreNamedAndNotNumbered() throws Exception {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        hiring.answer(
                null, "confirm-interview-list", "manager1", "interviewList", "Til intervju", List.of(kaare.toString()));

        assertThat(text(archive.archive("key-1", "D14", CASE, null)))
                .contains("Kåre Åsen")
                .doesNotContain(kaare.toString());
    }

    @Test
    void holesInTheArchiveAreNamedAndFilledWhenTheyCanBe() {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        Completeness completeness = completeness("D01", "D13");
        needAssessed();

        assertThat(completeness.sentences(CASE, true))
                .containsExactly(
                        "D01 Behovsvurdering mangler.",
                        "D08 Søknad mangler for Kåre Åsen.",
                        "D13 Kvalifikasjonsoversikt mangler.",
                        "D26 Endelig svar til søker mangler for Kåre Åsen.");

        completeness.fill(CASE, true);

        assertThat(completeness.sentences(CASE, true)).containsExactly("D13 Kvalifikasjonsoversikt mangler.");
        assertThat(kaare).isNotNull();
    }

    @Test
    void byHandTheCaseIsNotCompleteBeforeEveryRecordHasItsNumber() {
        chosen = "manual";
        needAssessed();
        hiring.answer(null, "approve-position", "manager1", "approvalOutcome", "Avgjørelse", "approve");

        archive.archive("key-1", "D01", CASE, null);
        archive.archive("key-2", "D04", CASE, null);

        Mockito.verify(journeys).recordsWait("key-1", CASE);
        Mockito.verifyNoMoreInteractions(journeys);
        Mockito.verify(work).began("eksempelvik", Capability.ARCHIVE, CASE, "archive:key-1");
        Completeness completeness = completeness("D01", "D04");
        assertThat(completeness.holes(CASE, true)).isEmpty();
        assertThat(completeness.isComplete(CASE, true)).isFalse();
        assertThat(completeness.waitsForSystem(CASE, true)).isFalse();
        assertThat(completeness.sentences(CASE, true))
                .contains("D01 Behovsvurdering (nr. 1) venter på nummer fra arkivaren.");

        assertThat(desk().register(CASE, Map.of(1, "2026/44-1", 7, "2026/44-9")))
                .isEqualTo(1);
        assertThat(completeness.isComplete(CASE, true)).isFalse();
        assertThat(desk().register(CASE, Map.of(1, "noe annet", 2, "2026/44-2")))
                .isEqualTo(1);

        assertThat(completeness.isComplete(CASE, true)).isTrue();
        Mockito.verify(work).done("archive:key-1");
        Mockito.verify(work).done("archive:key-2");
        assertThat(desk().entries(CASE))
                .extracting(ArchiveDesk.Entry::number)
                .containsExactly("2026/44-1", "2026/44-2");
    }

    @Test
    void recordsStayOnTheWayTheyBeganWhenTheMunicipalityChoosesAnother() {
        needAssessed();
        archive.archive("key-1", "D01", CASE, null);
        chosen = "manual";
        hiring.answer(null, "approve-position", "manager1", "approvalOutcome", "Avgjørelse", "approve");
        archive.archive("key-2", "D04", CASE, null);
        chosen = "folder";
        archive.archive("key-1", "D01", CASE, null);

        assertThat(desk().entries(CASE))
                .extracting(ArchiveDesk.Entry::where)
                .containsExactly(ArchiveDesk.Where.FOLDER, ArchiveDesk.Where.WITH_ARCHIVIST);
    }

    @Test
    void theArchivistsPackageHoldsWhatWaitsAndNothingElse() throws Exception {
        needAssessed();
        archive.archive("key-1", "D01", CASE, null);
        chosen = "manual";
        hiring.answer(null, "approve-position", "manager1", "approvalOutcome", "Avgjørelse", "approve");
        archive.archive("key-2", "D04", CASE, null);

        Map<String, byte[]> zip = unzipped(desk().packageOfWaiting(CASE));

        assertThat(zip)
                .containsOnlyKeys("INNHOLD.txt", "002-D04/01-godkjenning-av-stilling.pdf", "002-D04/arkivmelding.xml");
        assertThat(new String(zip.get("INNHOLD.txt"), StandardCharsets.UTF_8))
                .contains("002-D04  Godkjenning av stilling");
        assertThat(new String(zip.get("002-D04/arkivmelding.xml"), StandardCharsets.UTF_8))
                .contains(Sha256.of(Objects.requireNonNull(zip.get("002-D04/01-godkjenning-av-stilling.pdf"))));
    }

    @Test
    void anUnknownWayToArchiveStopsWithASentenceAndLosesNothing() {
        needAssessed();
        chosen = "telefaks";

        assertThatThrownBy(() -> database.transaction()
                        .executeWithoutResult(status -> archive.archive("key-1", "D01", CASE, null)))
                .hasMessageContaining("«telefaks» finnes ikke")
                .hasMessageContaining("Oppsett");
        chosen = "folder";

        assertThat(archive.archive("key-1", "D01", CASE, null).journalNumber()).isEqualTo(1);
    }

    @Test
    void equalBytesAreKeptOnceAndFoundByEachRecordThatHoldsThem() throws Exception {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        ArchivedRecord first = archive.archive("key-1", "D08", CASE, kaare);
        ArchivedRecord second = archive.archive("key-2", "D08", CASE, kaare);

        Path cv = root.resolve(first.folder()).resolve("02-min-cv-vitnemal.docx");
        assertThat(cv).hasContent("CV");
        assertThat(Files.isSameFile(cv, root.resolve(second.folder()).resolve(String.valueOf(cv.getFileName()))))
                .isTrue();
        String sha256 = Sha256.of(Files.readAllBytes(cv));
        Path object = root.resolve("objects").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
        assertThat(Files.isSameFile(object, cv)).isTrue();
        Path objects = root.resolve("objects");
        assertThat(everyObject())
                .allSatisfy(one -> assertThat(objects.relativize(one).toString().replace(File.separator, ""))
                        .isEqualTo(Sha256.of(Files.readAllBytes(one))));
    }

    @Test
    void oneChangedByteIsFoundWhereverItIs() throws Exception {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        ArchivedRecord record = archive.archive("key-1", "D08", CASE, kaare);
        assertThat(check().ofAll()).isEqualTo(new ArchiveCheck.Result(1, List.of()));

        for (Path file : filesOf(record)) {
            byte[] whole = Files.readAllBytes(file);
            for (int at : List.of(0, whole.length / 2, whole.length - 1)) {
                change(file, whole, at);
                assertThat(desk().damages(CASE))
                        .as("%s, byte %d", file, at)
                        .singleElement(STRING)
                        .contains("i eksempelvik/2026-0001/001-D08 er ikke den som ble arkivert. Hent mappen fra")
                        .doesNotContain("cv");
            }
            overwrite(file, whole);
        }
        assertThat(desk().damages(CASE)).isEmpty();
    }

    @Test
    void aFileThatWasReplacedOrRemovedIsFoundWithTheWholeCopyThatIsLeft() throws Exception {
        needAssessed();
        ArchivedRecord record = archive.archive("key-1", "D01", CASE, null);
        Path file = root.resolve(record.folder()).resolve("01-behovsvurdering.pdf");
        String sha256 = Sha256.of(Files.readAllBytes(file));

        Files.delete(file);
        assertThat(check().ofAll().damages())
                .containsExactly("Fil 01 i eksempelvik/2026-0001/001-D01 er borte. En hel kopi ligger i objects/%s/%s."
                        .formatted(sha256.substring(0, 2), sha256.substring(2)));
        Files.writeString(file, "noe annet");
        assertThatThrownBy(() -> new CheckAtStart(check(), true).run(new DefaultApplicationArguments()))
                .hasMessageContaining("Arkivmappen er ikke som den skal være")
                .hasMessageContaining("Fil 01 i eksempelvik/2026-0001/001-D01 er ikke den som ble arkivert");
        Files.delete(root.resolve(record.folder()).resolve(ArchiveFolder.MESSAGE));
        assertThat(check().ofAll().damages()).singleElement(STRING).startsWith("arkivmelding.xml i");
    }

    @Test
    void whatIsDamagedIsNotHandedToTheNextRecord() throws Exception {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        ArchivedRecord first = archive.archive("key-1", "D08", CASE, kaare);
        overwrite(
                root.resolve(first.folder()).resolve("02-min-cv-vitnemal.docx"), "XX".getBytes(StandardCharsets.UTF_8));

        archive.archive("key-2", "D08", CASE, kaare);

        assertThat(check().ofAll().damages())
                .singleElement(STRING)
                .contains("Fil 02 i eksempelvik/2026-0001/001-D08", "En hel kopi ligger i objects/");
    }

    @Test
    void recordsFromBeforeTheObjectsAreReadAndCheckedToo() throws Exception {
        needAssessed();
        ArchivedRecord record = archive.archive("key-1", "D01", CASE, null);
        for (Path object : everyObject()) {
            Files.delete(object);
        }
        database.client()
                .sql("update archive_records set message_sha256 = null")
                .update();

        assertThat(check().ofAll().damages()).isEmpty();
        assertThat(new ArchiveFolder(root).contents(record.folder())).hasSize(2);
        Path file = root.resolve(record.folder()).resolve("01-behovsvurdering.pdf");
        change(file, Files.readAllBytes(file), 100);
        assertThat(check().ofAll().damages()).hasSize(1);
        overwrite(root.resolve(record.folder()).resolve(ArchiveFolder.MESSAGE), new byte[] {'<'});
        assertThat(check().ofAll().damages())
                .containsExactly(
                        "arkivmelding.xml i eksempelvik/2026-0001/001-D01 er ikke den som ble arkivert. Hent mappen fra en sikkerhetskopi.");
    }

    private ArchiveCheck check() {
        return new ArchiveCheck(database.client(), new ArchiveFolder(root));
    }

    private List<Path> everyObject() throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("objects"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<Path> filesOf(ArchivedRecord record) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(record.folder()))) {
            return files.filter(file -> !file.endsWith("nokkel.txt")).toList();
        }
    }

    private static void change(Path file, byte[] whole, int at) throws IOException {
        byte[] changed = whole.clone();
        changed[at] ^= 1;
        overwrite(file, changed);
    }

    /** In place, so that every link to it sees the change. */
    private static void overwrite(Path file, byte[] bytes) throws IOException {
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, bytes);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private Completeness completeness(String... required) {
        return new Completeness(archive, (caseId, hired) -> Set.of(required), hiring, receipts, adapters);
    }

    private ArchiveDesk desk() {
        return new CaseArchiveDesk(
                archive, new ArchiveFolder(root), receipts, byHand, completeness("D01", "D04"), check());
    }

    private void needAssessed() {
        hiring.answer(
                null,
                "report-need",
                "manager1",
                "occupationalGroup",
                "Yrkesgruppe",
                "kindergartenTeacher",
                "extentPercent",
                "Stillingsstørrelse",
                80,
                "temporary",
                "Stillingen er midlertidig",
                false,
                "desiredStart",
                "Ønsket start",
                "2026-08-01");
        hiring.answer(null, "assess-need", "manager1", "tasks", "Oppgaver", "Lek, omsorg og <læring> & samarbeid 😀");
    }

    private ApplicationId everythingAnswered() {
        ApplicationId kaare = hiring.applicant("Kåre Åsen");
        for (DocumentType type : DocumentType.values()) {
            for (String form : type.formKeys()) {
                hiring.answer(
                        type.isAboutOnePerson() && !type.isInPersonnelFile() ? kaare : null,
                        form,
                        "manager1",
                        "text",
                        "Tekst",
                        text + " om " + type.title(),
                        "offeredApplication",
                        "Hvem",
                        kaare.toString());
            }
        }
        return kaare;
    }

    private FolderArchive archive() {
        StaffDirectory staff = Mockito.mock(StaffDirectory.class);
        Mockito.when(staff.nameOf("manager1")).thenReturn("Kari Leder");
        Mockito.when(staff.nameOf("union1")).thenReturn("Tor Tillitsvalgt");
        Mockito.when(staff.nameOf("panel1")).thenReturn("Pia Panel");
        LetterSource letters = (applicationId, codes) -> Optional.of(new LetterSource.Letter(
                codes.iterator().next(),
                "Svar på søknaden din",
                "Hei Kåre.\n\nTakk for søknaden.",
                Instant.parse("2026-05-04T07:30:00Z")));
        FormRecords forms = new FormRecords(
                hiring,
                hiring.cases(),
                hiring,
                InMemoryCase.provider(letters),
                new Municipalities(Map.of(
                        "eksempelvik",
                        new Municipalities.Municipality("Eksempelvik kommune", "123456785", "Rådhusgata 1"))),
                staff,
                new OptionLabels(staff),
                DocumentFixtures.renderer());
        return new FolderArchive(
                database.client(),
                new ArchiveFolder(root),
                InMemoryCase.provider(new Uploaded()),
                forms,
                hiring.cases(),
                hiring,
                hiring,
                adapters,
                clock);
    }

    /** Records that other features make. */
    private static final class Uploaded implements RecordSource {

        static final Set<String> CODES = Set.of("D08", "D10", "D11", "D24", "D25");

        @Override
        public Set<String> documentCodes() {
            return CODES;
        }

        @Override
        public Optional<ArchiveRecord> record(
                String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
            return Optional.of(new ArchiveRecord(
                    "Søknad fra Kåre \"Kalle\" Åsen <3>",
                    "Søknad",
                    DocumentType.of(documentCode).kind(),
                    List.of(
                            new ArchiveRecord.File("Søknad.pdf", "application/pdf", bytes("%PDF-1.7")),
                            new ArchiveRecord.File("../Min CV & vitnemål.docx", "application/msword", bytes("CV")))));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private String message(ArchivedRecord record) throws IOException {
        return Files.readString(root.resolve(record.folder()).resolve(ArchiveFolder.MESSAGE));
    }

    private String text(ArchivedRecord record) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(record.folder()))) {
            return PdfText.of(
                    Files.readAllBytes(files.filter(file -> file.toString().endsWith(".pdf"))
                            .findFirst()
                            .orElseThrow()));
        }
    }

    private List<String> folders(String parent) {
        try (Stream<Path> children = Files.list(root.resolve(parent))) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
