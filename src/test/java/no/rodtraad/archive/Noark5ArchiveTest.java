package no.rodtraad.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends real records to a small archive that follows the published relations, or to a real one when its address is given. */
class Noark5ArchiveTest {

    private static final CaseId CASE = InMemoryCase.ID;
    private static TestDatabase database;

    @TempDir
    private Path root;

    private final Noark5Fake server = new Noark5Fake();
    private final InMemoryCase hiring = new InMemoryCase();
    private final List<Outbox.Entry> waiting = new ArrayList<>();
    private final Clock clock = Clock.fixed(Instant.parse("2026-05-05T10:00:00Z"), ZoneOffset.UTC);
    private final ArchiveReceipts receipts = new ArchiveReceipts(client(), clock);
    private String chosen = Noark5Archive.ID;

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
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aRecordBecomesACaseFolderAJournalEntryAndFilesThatTheArchiveConfirms() {
        ApplicationId siri = applies("Siri Øye");
        Archives archives = archives(settings("Ansettelser", "Personal"));

        ArchivedRecord record = archives.folder().archive("key-1", "D08", CASE, siri);
        assertThat(receipts.ofCase(CASE))
                .extracting(ArchiveReceipts.Receipt::state)
                .containsExactly(ArchiveReceipts.State.WAITING);
        delivers(archives);

        assertThat(receipts.ofCase(CASE))
                .extracting(ArchiveReceipts.Receipt::number)
                .containsExactly("2026/1-1");
        ObjectNode entry = server.all("journalpost").get(0);
        assertThat(entry.path("tittel").asText()).isEqualTo("Søknad fra Siri Øye");
        assertThat(entry.path("offentligTittel").asText()).isEqualTo("Søknad");
        assertThat(entry.path("journalposttype").path("kode").asText()).isEqualTo("I");
        assertThat(entry.path("skjerming").path("skjermingshjemmel").asText()).isEqualTo("offl. § 25 første ledd");
        assertThat(server.all("korrespondansepartperson"))
                .extracting(one -> one.path("navn").asText())
                .containsExactly("Siri Øye");
        assertThat(server.all("dokumentobjekt"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.has("referanseDokumentfil")).isTrue());
        assertThat(record.folder()).isEqualTo("eksempelvik/2026-0001/001-D08");
    }

    @Test
    void whatWasBegunIsNeverMadeTwiceHoweverOftenTheArchiveBreaksDown() {
        ApplicationId siri = applies("Siri Øye");
        Archives archives = archives(settings("Ansettelser", null));
        archives.folder().archive("key-1", "D08", CASE, siri);
        Outbox.Entry entry = waiting.get(0);

        int tries = 0;
        for (int requests = 1; receipts.ofCase(CASE).get(0).state() != ArchiveReceipts.State.RECEIVED; requests++) {
            server.failsAfter(requests, 503);
            try {
                archives.transfer().handle(entry);
            } catch (ArchiveUnexpected e) {
                assertThat(e).hasMessageContaining("Arkivet svarte 503");
                tries++;
            }
        }

        assertThat(tries).isGreaterThan(8);
        server.works();
        archives.transfer().handle(entry);
        assertThat(server.all("saksmappe")).hasSize(1);
        assertThat(server.all("journalpost")).hasSize(1);
        assertThat(server.all("korrespondansepartperson")).hasSize(1);
        assertThat(server.all("dokumentbeskrivelse")).hasSize(2);
        assertThat(server.all("dokumentobjekt")).hasSize(2);
    }

    @Test
    void aCaseHasOneFolderAndPersonnelPapersTheirOwnInTheirOwnSeries() {
        ApplicationId siri = applies("Siri Øye");
        hiring.answer(null, "make-offer", "manager1", "offeredApplication", "Hvem", siri.toString());
        hiring.answer(null, "assess-need", "manager1", "tasks", "Oppgaver", "Lek");
        hiring.answer(null, "probation-talk-1", "manager1", "talk", "Samtale", "Det går bra.");
        Archives archives = archives(settings("Ansettelser", "Personal"));

        archives.folder().archive("key-1", "D01", CASE, null);
        archives.folder().archive("key-2", "D08", CASE, siri);
        archives.folder().archive("key-3", "D30", CASE, null);
        delivers(archives);

        assertThat(server.all("saksmappe"))
                .extracting(one -> one.path("offentligTittel").asText())
                .containsExactly("Ansettelsessak 2026-0001 – Barnehagelærer, Solbakken barnehage", "Personalmappe");
        assertThat(receipts.ofCase(CASE))
                .extracting(ArchiveReceipts.Receipt::number)
                .containsExactly("2026/1-1", "2026/1-2", "2026/1-1");
        assertThat(server.all("journalpost"))
                .extracting(one -> one.path("journalposttype").path("kode").asText())
                .containsExactly("X", "I", "X");
    }

    @Test
    void whatTheArchiveRefusesIsTheArchivistsUntilItIsTriedAgain() {
        ApplicationId siri = applies("Siri Øye");
        Archives archives = archives(settings("Ansettelser", null));
        archives.folder().archive("key-1", "D08", CASE, siri);
        server.failsAfter(0, 400);

        assertThatThrownBy(() -> archives.transfer().handle(waiting.get(0)))
                .isInstanceOf(OutboxHandler.PermanentFailure.class);
        archives.transfer()
                .givenUp(waiting.get(0), "no.rodtraad.outbox.OutboxHandler$PermanentFailure: Arkivet svarte 400.");

        assertThat(archives.completeness().waitsForSystem(CASE, true)).isFalse();
        assertThat(archives.completeness().isComplete(CASE, true)).isFalse();
        assertThat(archives.completeness().sentences(CASE, true))
                .containsExactly(
                        "D26 Endelig svar til søker mangler for Siri Øye.",
                        "D08 Søknad fra Siri Øye (nr. 1) er ikke mottatt av arkivet: Arkivet svarte 400.");

        server.works();
        waiting.clear();
        archives.completeness().tryAgain(CASE);
        assertThat(waiting).extracting(Outbox.Entry::id).containsExactly("archive:noark5:key-1:2");
        delivers(archives);

        assertThat(archives.completeness().sentences(CASE, true))
                .containsExactly("D26 Endelig svar til søker mangler for Siri Øye.");
    }

    @Test
    void aFileThatIsDamagedOnTheWayIsNotConfirmed() {
        ApplicationId siri = applies("Siri Øye");
        Archives archives = archives(settings("Ansettelser", null));
        archives.folder().archive("key-1", "D08", CASE, siri);
        server.damagesFiles();

        assertThatThrownBy(() -> archives.transfer().handle(waiting.get(0)))
                .isInstanceOf(ArchiveUnexpected.class)
                .hasMessageContaining("annen kontrollsum");
        assertThat(receipts.ofCase(CASE).get(0).state()).isEqualTo(ArchiveReceipts.State.WAITING);
    }

    @Test
    void whatIsWrongWithTheSettingsIsSaidInASentence() {
        ApplicationId siri = applies("Siri Øye");
        Archives wrongSeries = archives(settings("Byggesaker", null));
        wrongSeries.folder().archive("key-1", "D08", CASE, siri);

        assertThatThrownBy(() -> wrongSeries.transfer().handle(waiting.get(0)))
                .hasMessageContaining("Arkivet har ingen arkivdel «Byggesaker»");
        assertThat(noark5(new Noark5Settings(null, null, null, null, null, null, null, null, Duration.ofSeconds(5)))
                        .unusableBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("rodtraad.archive.noark5.base-url"));
        assertThat(noark5(settings("Ansettelser", null)).unusableBecause()).isEmpty();
        server.close();
        assertThatThrownBy(() -> wrongSeries.transfer().handle(waiting.get(0)))
                .hasMessageContaining("Arkivet svarte ikke");
    }

    @Test
    void whatIsOnItsWayHoldsTheClosingBack() {
        hiring.answer(null, "assess-need", "manager1", "tasks", "Oppgaver", "Lek");
        Archives archives = archives(settings("Ansettelser", null));
        archives.folder().archive("key-1", "D01", CASE, null);

        assertThat(archives.completeness().waitsForSystem(CASE, true)).isTrue();
        delivers(archives);

        assertThat(archives.completeness().waitsForSystem(CASE, true)).isFalse();
        assertThat(archives.completeness().isComplete(CASE, true)).isTrue();
    }

    @Test
    void everythingKeptInTheFolderCanBeReplayedIntoTheArchiveAndOnlyOnce() {
        chosen = FolderAdapter.ID;
        ApplicationId siri = applies("Siri Øye");
        hiring.answer(null, "assess-need", "manager1", "tasks", "Oppgaver", "Lek");
        Archives archives = archives(settings("Ansettelser", null));
        archives.folder().archive("key-1", "D01", CASE, null);
        archives.folder().archive("key-2", "D08", CASE, siri);
        assertThat(waiting).isEmpty();

        assertThat(archives.replay().into(Noark5Archive.ID)).isEqualTo(2);
        delivers(archives);
        waiting.clear();

        assertThat(receipts.ofCase(CASE))
                .extracting(ArchiveReceipts.Receipt::number)
                .containsExactly("2026/1-1", "2026/1-2");
        assertThat(archives.replay().into(Noark5Archive.ID)).isZero();
        assertThat(waiting).isEmpty();
        assertThatThrownBy(() -> archives.replay().into("folder"))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageContaining("«folder»");
        assertThatThrownBy(() -> archives.replay().into("telefaks"))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageContaining("«telefaks» finnes ikke");
    }

    /**
     * Against a real server, e.g. nikita: {@code -Dnoark5.baseUrl=… -Dnoark5.series=… -Dnoark5.tokenUrl=… -Dnoark5.clientId=…
     * -Dnoark5.clientSecret=… -Dnoark5.username=… -Dnoark5.password=…}.
     */
    @Test
    @EnabledIfSystemProperty(named = "noark5.baseUrl", matches = ".+")
    void aRealArchiveTakesARecordAndTakesItOnce() {
        ApplicationId siri = applies("Siri Øye");
        Archives archives = archives(new Noark5Settings(
                URI.create(System.getProperty("noark5.baseUrl")),
                System.getProperty("noark5.series"),
                null,
                Optional.ofNullable(System.getProperty("noark5.tokenUrl"))
                        .map(URI::create)
                        .orElse(null),
                System.getProperty("noark5.clientId"),
                System.getProperty("noark5.clientSecret"),
                System.getProperty("noark5.username"),
                System.getProperty("noark5.password"),
                Duration.ofSeconds(60)));
        archives.folder().archive("key-" + System.nanoTime(), "D08", CASE, siri);

        archives.transfer().handle(waiting.get(0));
        String number = receipts.ofCase(CASE).get(0).number();
        assertThat(number).isNotBlank();
        assertThatCode(() -> archives.transfer().handle(waiting.get(0))).doesNotThrowAnyException();
        assertThat(receipts.ofCase(CASE).get(0).number()).isEqualTo(number);
    }

    private ApplicationId applies(String name) {
        return hiring.applicant(name);
    }

    private void delivers(Archives archives) {
        List.copyOf(waiting).forEach(archives.transfer()::handle);
    }

    private Noark5Settings settings(String series, @Nullable String personnel) {
        return new Noark5Settings(
                server.baseUrl(),
                series,
                personnel,
                server.tokenUrl(),
                "rodtraad-client",
                "secret",
                "rodtraad",
                "password",
                Duration.ofSeconds(20));
    }

    private Noark5Archive noark5(Noark5Settings settings) {
        return new Noark5Archive(settings, receipts, new ArchiveFolder(root), waiting::add);
    }

    private record Archives(
            FolderArchive folder, TransferRecord transfer, Completeness completeness, ReplayArchive replay) {}

    private Archives archives(Noark5Settings settings) {
        Noark5Archive noark5 = noark5(settings);
        ArchiveAdapters adapters = new ArchiveAdapters(
                InMemoryCase.provider(new FolderAdapter(), noark5), (tenantId, capability) -> chosen);
        StaffDirectory staff = Mockito.mock(StaffDirectory.class);
        FormRecords forms = new FormRecords(
                hiring,
                hiring.cases(),
                hiring,
                InMemoryCase.provider(),
                new Municipalities(Map.of(
                        "eksempelvik",
                        new Municipalities.Municipality("Eksempelvik kommune", "123456785", "Rådhusgata 1"))),
                staff,
                new OptionLabels(staff),
                DocumentFixtures.renderer());
        Mockito.when(staff.nameOf("manager1")).thenReturn("Kari Leder");
        FolderArchive folder = new FolderArchive(
                database.client(),
                new ArchiveFolder(root),
                InMemoryCase.provider(new Application()),
                forms,
                hiring.cases(),
                hiring,
                hiring,
                adapters,
                clock);
        return new Archives(
                folder,
                new TransferRecord(folder, noark5, receipts),
                new Completeness(folder, (caseId, hired) -> Set.of(), hiring, receipts, adapters),
                new ReplayArchive(database.client(), folder, adapters));
    }

    /** An application with two files. */
    private final class Application implements RecordSource {

        @Override
        public Set<String> documentCodes() {
            return Set.of("D08");
        }

        @Override
        public Optional<ArchiveRecord> record(
                String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
            return Optional.of(new ArchiveRecord(
                    "Søknad fra Siri Øye",
                    "Søknad",
                    ArchiveRecord.Kind.INCOMING,
                    List.of(
                            new ArchiveRecord.File("Søknad.pdf", "application/pdf", bytes("%PDF-1.7")),
                            new ArchiveRecord.File("Min CV.docx", "application/msword", bytes("CV")))));
        }

        private byte[] bytes(String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
