package no.rodtraad.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import no.rodtraad.archive.ArchiveReceipts.State;
import no.rodtraad.archive.fiks.FiksAnswer;
import no.rodtraad.archive.fiks.FiksIo;
import no.rodtraad.archive.fiks.FiksIoServer;
import no.rodtraad.archive.fiks.FiksSettings;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends real records through KS's client to an archive that opens them with KS's code, over a real broker with TLS. */
class FiksArkivTest {

    private static final CaseId CASE = InMemoryCase.ID;
    private static final String OPPRETT = "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett";
    private static final String FEIL = "no.ks.fiks.arkiv.v1.feilmelding.";

    @TempDir
    private static Path keys;

    private static TestDatabase database;
    private static FiksIoServer server;
    private static FiksIo fiks;
    private static volatile Consumer<FiksAnswer> inbox = answer -> {};

    private final Path root;
    private final AtomicInteger taken = new AtomicInteger();
    private final InMemoryCase hiring = new InMemoryCase();
    private final List<Outbox.Entry> outbox = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final ArchiveReceipts receipts = new ArchiveReceipts(client(), clock);
    private final FiksArkivMessages messages = new FiksArkivMessages(client(), clock);
    private final FiksArkiv adapter = new FiksArkiv(fiks(), receipts, outbox::add);
    private final FolderArchive archive;
    private final SendToFiksArkiv sender;
    private final FiksArkivWatch watch = watch();

    FiksArkivTest(@TempDir Path root) {
        this.root = root;
        archive = archive();
        sender = new SendToFiksArkiv(archive, new ArchiveFolder(root), receipts, messages, fiks());
    }

    private static JdbcClient client() {
        return database.client();
    }

    private static FiksIo fiks() {
        return fiks;
    }

    private FiksArkivWatch watch() {
        return new FiksArkivWatch(messages, adapter, receipts, fiks, server.settings(), database.transactions());
    }

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        server = new FiksIoServer(keys);
        fiks = server.client(server.settings(), answer -> inbox.accept(answer));
    }

    @AfterAll
    static void stop() throws IOException {
        fiks.close();
        server.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        server.forget();
        database.client().sql("delete from archive_records").update();
        FiksArkivInbox real = new FiksArkivInbox(messages, receipts);
        inbox = answer -> {
            database.transaction().executeWithoutResult(status -> real.take(answer));
            taken.incrementAndGet();
        };
    }

    @Test
    void aRecordGoesSealedToTheArchiveAndComesBackWithItsNumber() throws Exception {
        FiksIoServer.Sent message = sendsAnApplication();

        assertThat(message.type()).isEqualTo(OPPRETT);
        assertThat(message.files()).containsKeys("arkivmelding.xml", "01-soknad.pdf", "02-min-cv.docx");
        assertThat(message.text("01-soknad.pdf")).isEqualTo("%PDF-1.7");
        assertThat(message.text("arkivmelding.xml"))
                .contains("<referanseDokumentfil>01-soknad.pdf<", "<n5mdk:noekkel>key-1<");
        assertThat(receipt().state()).isEqualTo(State.WAITING);

        server.answers(message, OPPRETT + ".mottatt", Map.of());
        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 3));

        awaits(() -> assertThat(receipt())
                .extracting(ArchiveReceipts.Receipt::state, ArchiveReceipts.Receipt::number)
                .containsExactly(State.RECEIVED, "2026/12-3"));
        assertThat(server.waiting()).isZero();
    }

    @Test
    void whatIsSentAndWhatIsReadFollowsTheSchemasOfKs() throws Exception {
        Assumptions.assumeThat(FiksArkivSchema.isHere()).isTrue();
        FiksIoServer.Sent message = sendsAnApplication();

        assertThat(FiksArkivSchema.complaint(message.text("arkivmelding.xml"))).isEmpty();
        assertThat(FiksArkivSchema.complaint(
                        "no.ks.fiks.arkiv.v1.innsyn.registrering.hent", text(FiksArkivXml.question("key-1"))))
                .isEmpty();
        assertThat(FiksArkivSchema.complaint(OPPRETT + ".kvittering", receiptXml(2026, 12, 3)))
                .isEmpty();
        assertThat(FiksArkivSchema.complaint(OPPRETT + ".kvittering", refusedEntry("Ukjent arkivdel")))
                .isEmpty();
        assertThat(FiksArkivSchema.complaint(FEIL + "serverfeil", failure("serverfeil", "Nede")))
                .isEmpty();
    }

    @Test
    void answersThatAreLateDoubleOrInTheWrongOrderChangeNothingTwice() {
        FiksIoServer.Sent message = sendsAnApplication();

        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 3));
        server.answers(message, OPPRETT + ".mottatt", Map.of());
        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 3));
        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 4));
        server.answers(message, FEIL + "serverfeil", Map.of("feilmelding.xml", failure("serverfeil", "Nede")));

        awaits(() -> assertThat(server.waiting()).isZero());
        awaits(() -> assertThat(receipt().state()).isEqualTo(State.RECEIVED));
        assertThat(receipt())
                .extracting(ArchiveReceipts.Receipt::number, ArchiveReceipts.Receipt::problem)
                .containsExactly("2026/12-3", null);
        sender.handle(outbox.get(0));
        assertThat(server.sent()).hasSize(1);
    }

    @Test
    void whatTheArchiveWillNotHaveIsSaidInWordsUntilItIsSentAgain() {
        FiksIoServer.Sent first = sendsAnApplication();
        Map<String, Answer> answers = Map.of(
                "Arkivet godtar ikke meldingen. Arkivet sier: «Ukjent kode (feil-ID f-1)».",
                new Answer(
                        FEIL + "ugyldigforespoersel",
                        Map.of("feilmelding.xml", failure("ugyldigforespoersel", "Ukjent kode"))),
                "Arkivet fikk en feil hos seg selv. Send dokumentet en gang til når arkivet er i orden. Arkivet sier: «Nede (feil-ID f-1)».",
                new Answer(FEIL + "serverfeil", Map.of("feilmelding.xml", failure("serverfeil", "Nede"))),
                "Arkivet fikk en feil hos seg selv. Send dokumentet en gang til når arkivet er i orden.",
                new Answer("no.ks.fiks.kvittering.serverfeil.v1", Map.of()),
                "Arkivet hentet ikke meldingen i tide. Send dokumentet en gang til.",
                new Answer("no.ks.fiks.kvittering.tidsavbrudd", Map.of()),
                "Arkivet tok ikke imot dokumentet: «Ukjent arkivdel (feil-ID f-1)».",
                new Answer(
                        OPPRETT + ".kvittering",
                        Map.of("arkivmelding-kvittering.xml", refusedEntry("Ukjent arkivdel"))),
                "Svaret fra arkivet kunne ikke leses. Kontroller at nøkkelen til kontoen ligger i rodtraad.archive.fiks.key-store, og send dokumentet en gang til.",
                new Answer(OPPRETT + ".kvittering", Map.of("arkivmelding-kvittering.xml", "<!DOCTYPE a><a/>")));

        FiksIoServer.Sent last = first;
        for (Map.Entry<String, Answer> one : answers.entrySet()) {
            server.answers(last, one.getValue().type(), one.getValue().files());
            awaits(() -> assertThat(receipt().problem()).isEqualTo(one.getKey()));
            last = sendsAgain();
        }

        assertThat(receipt().attempt()).isEqualTo(answers.size() + 1);
        server.answers(first, FEIL + "serverfeil", Map.of());
        awaits(() -> assertThat(taken).hasValue(answers.size() + 1));
        assertThat(receipt().state()).isEqualTo(State.WAITING);
        server.answers(first, OPPRETT + ".kvittering", numbered(2026, 12, 3));
        awaits(() -> assertThat(receipt().number()).isEqualTo("2026/12-3"));
    }

    @Test
    void anAnswerThatCannotBeOpenedIsSaidAndDoesNotStopTheNext() {
        FiksIoServer.Sent message = sendsAnApplication();

        server.deliver(
                FiksIoServer.ARCHIVE,
                message.id(),
                null,
                OPPRETT + ".kvittering",
                "ikke kryptert".getBytes(StandardCharsets.UTF_8));
        awaits(() -> {
            watch.look();
            assertThat(receipt().problem()).startsWith("Svaret fra arkivet kunne ikke leses.");
        });

        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 3));
        awaits(() -> assertThat(receipt().number()).isEqualTo("2026/12-3"));
    }

    @Test
    void anArchiveThatHasGoneSilentIsAskedAndItsAnswerFound() {
        sendsAnApplication();
        clock.move(Duration.ofMinutes(119));
        watch.look();
        assertThat(outbox).hasSize(1);

        clock.move(Duration.ofMinutes(1));
        watch.look();
        FiksIoServer.Sent question = sends(outbox.get(1));
        assertThat(question.type()).isEqualTo("no.ks.fiks.arkiv.v1.innsyn.registrering.hent");
        assertThat(question.text("arkivmelding.xml")).contains("<n5mdk:noekkel>key-1</n5mdk:noekkel>");

        server.answers(question, question.type() + ".resultat", Map.of("resultat.xml", """
                <registreringHentResultat xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/registrering/hent/resultat/v1">
                  <journalpost xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivstruktur/v1">
                    <systemID>b8a4</systemID><registreringsID>2026/12-3</registreringsID>
                  </journalpost>
                </registreringHentResultat>"""));
        awaits(() -> assertThat(receipt().number()).isEqualTo("2026/12-3"));
    }

    @Test
    void anArchiveThatDoesNotKnowTheRecordOrNeverAnswersIsTheArchivists() {
        sendsAnApplication();
        clock.move(Duration.ofHours(2));
        watch.look();
        FiksIoServer.Sent question = sends(outbox.get(1));
        server.answers(question, FEIL + "ikkefunnet", Map.of("feilmelding.xml", failure("ikkefunnet", "Finnes ikke")));
        awaits(
                () -> assertThat(receipt().problem())
                        .isEqualTo(
                                "Arkivet fant ikke det vi viste til. Send dokumentet en gang til. Arkivet sier: «Finnes ikke (feil-ID f-1)»."));

        sendsAgain();
        clock.move(Duration.ofHours(2));
        watch.look();
        sends(outbox.get(outbox.size() - 1));
        clock.move(Duration.ofHours(2));
        watch.look();
        assertThat(receipt().problem()).startsWith("Arkivet har ikke svart, heller ikke da vi spurte");
    }

    @Test
    void anAnswerThatComesBeforeWeHaveNotedWhatWasSentIsNotLost() {
        putsAnApplication();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Consumer<FiksAnswer> real = inbox;
        inbox = answer -> {
            begun.complete(null);
            real.accept(answer);
        };

        database.transaction().executeWithoutResult(status -> {
            FiksIoServer.Sent message = sends(outbox.get(0));
            server.deliver(
                    FiksIoServer.ARCHIVE, message.id(), null, "no.ks.fiks.kvittering.serverfeil.v1", new byte[0]);
            begun.join();
            await().during(Duration.ofMillis(500)).until(() -> taken.get() == 0);
        });

        awaits(() -> assertThat(receipt().problem()).startsWith("Arkivet fikk en feil hos seg selv."));
    }

    @Test
    void strangersAreNotBelieved() {
        FiksIoServer.Sent message = sendsAnApplication();
        byte[] receipt = server.sealed(numbered(1999, 1, 1));

        server.deliver(UUID.randomUUID(), null, message.correlation(), OPPRETT + ".kvittering", receipt);
        server.deliver(FiksIoServer.ARCHIVE, null, "key-2#1", OPPRETT + ".mottatt", new byte[0]);
        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 3));

        awaits(() -> assertThat(receipt().number()).isEqualTo("2026/12-3"));
    }

    @Test
    void anAnswerThatCouldNotBeKeptComesAgain() {
        FiksIoServer.Sent message = sendsAnApplication();
        Consumer<FiksAnswer> real = inbox;
        CompletableFuture<Void> failed = new CompletableFuture<>();
        inbox = answer -> {
            failed.complete(null);
            throw new IllegalStateException("The database is away");
        };
        server.answers(message, OPPRETT + ".kvittering", numbered(2026, 12, 3));
        failed.join();
        inbox = real;

        awaits(() -> {
            watch.look();
            assertThat(receipt().number()).isEqualTo("2026/12-3");
        });
    }

    @Test
    void whatIsWrongOnTheWayIsSaidInASentence() {
        putsAnApplication();
        server.refuses(400);
        assertThatThrownBy(() -> sender.handle(outbox.get(0)))
                .isInstanceOf(OutboxHandler.PermanentFailure.class)
                .hasMessageContaining("Fiks IO svarte 400");
        server.refuses(503);
        assertThatThrownBy(() -> sender.handle(outbox.get(0))).hasMessageContaining("Fiks IO svarte 503");
        sender.givenUp(outbox.get(0), "no.rodtraad.archive.fiks.FiksUnusable: Fiks IO svarte 503 på det vi sendte.");
        assertThat(receipt().problem()).isEqualTo("Fiks IO svarte 503 på det vi sendte.");

        FiksSettings right = server.settings();
        assertThat(adapter.unusableBecause("eksempelvik")).isEmpty();
        assertThat(adapter.unusableBecause("proevedal"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("accounts.proevedal.account"));
        assertThat(problem(right, null, "hemmelig", "klient")).contains("rodtraad.archive.fiks.key-store");
        assertThat(problem(right, right.keyStore(), "feil", "klient")).contains("virksomhet.p12 kan ikke åpnes");
        assertThat(problem(right, right.keyStore(), "hemmelig", null)).contains("rodtraad.archive.fiks.client-id");
        try (FiksIo unknown = server.client(with(right, right.keyStore(), "hemmelig", "en-annen"), answer -> {})) {
            assertThatThrownBy(() -> unknown.listen("eksempelvik")).hasMessageContaining("Maskinporten gav oss ikke");
        }
    }

    private String problem(FiksSettings right, @Nullable Path keyStore, String password, @Nullable String clientId) {
        try (FiksIo wrong = server.client(with(right, keyStore, password, clientId), answer -> {})) {
            return new FiksArkiv(wrong, receipts, outbox::add).unusableBecause().orElseThrow();
        }
    }

    private static FiksSettings with(
            FiksSettings right, @Nullable Path keyStore, String password, @Nullable String clientId) {
        return new FiksSettings(
                keyStore,
                password,
                right.keyAlias(),
                clientId,
                right.integrationId(),
                right.integrationPassword(),
                right.environment(),
                right.answersWithin(),
                right.accounts());
    }

    private record Answer(String type, Map<String, String> files) {}

    private void putsAnApplication() {
        archive.archive("key-1", "D08", CASE, hiring.applicant("Siri Øye"));
    }

    private FiksIoServer.Sent sendsAnApplication() {
        putsAnApplication();
        return sends(outbox.get(0));
    }

    private FiksIoServer.Sent sendsAgain() {
        adapter.accept(archive.ofCase(CASE).get(0));
        return sends(outbox.get(outbox.size() - 1));
    }

    private FiksIoServer.Sent sends(Outbox.Entry entry) {
        database.transaction().executeWithoutResult(status -> sender.handle(entry));
        return server.sent().get(server.sent().size() - 1);
    }

    private ArchiveReceipts.Receipt receipt() {
        return receipts.ofCase(CASE).get(0);
    }

    private static void awaits(org.awaitility.core.ThrowingRunnable assertion) {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    private static Map<String, String> numbered(int year, int sequence, int entry) {
        return Map.of("arkivmelding-kvittering.xml", receiptXml(year, sequence, entry));
    }

    private static String receiptXml(int year, int sequence, int entry) {
        return """
                <arkivmeldingKvittering xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/kvittering/v1"
                    xmlns:m="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <mappeKvittering xsi:type="saksmappeKvittering">
                    <systemID label="sak">3b1f7a50-0000-4000-8000-000000000001</systemID>
                    <opprettetEllerEksisterende>Opprettet</opprettetEllerEksisterende>
                    <saksaar>%d</saksaar><sakssekvensnummer>%d</sakssekvensnummer>
                  </mappeKvittering>
                  <registreringKvittering xsi:type="journalpostKvittering">
                    <systemID label="post">3b1f7a50-0000-4000-8000-000000000002</systemID>
                    <referanseEksternNoekkel><m:fagsystem>Rød tråd</m:fagsystem><m:noekkel>key-1</m:noekkel></referanseEksternNoekkel>
                    <opprettetEllerEksisterende>Opprettet</opprettetEllerEksisterende>
                    <journalpostnummer>%d</journalpostnummer>
                  </registreringKvittering>
                </arkivmeldingKvittering>""".formatted(year, sequence, entry);
    }

    private static String refusedEntry(String words) {
        return """
                <arkivmeldingKvittering xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/kvittering/v1"
                    xmlns:f="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/feil/feilmelding/v1">
                  <registreringFeilet><f:feilId>f-1</f:feilId><f:feilmelding>%s</f:feilmelding></registreringFeilet>
                </arkivmeldingKvittering>""".formatted(words);
    }

    private static String failure(String kind, String words) {
        return """
                <%1$s xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/feil/%1$s/v1"
                    xmlns:f="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/feil/feilmelding/v1">
                  <f:feilId>f-1</f:feilId><f:feilmelding>%2$s</f:feilmelding>
                </%1$s>""".formatted(kind, words);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private FolderArchive archive() {
        return new FolderArchive(
                database.client(),
                new ArchiveFolder(root),
                InMemoryCase.provider(new Application()),
                Mockito.mock(FormRecords.class),
                hiring.cases(),
                hiring,
                hiring,
                new ArchiveAdapters(InMemoryCase.provider(adapter), (tenantId, capability) -> FiksArkiv.ID),
                clock);
    }

    /** An application with two files. */
    private static final class Application implements RecordSource {

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
                            new ArchiveRecord.File(
                                    "Søknad.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                            new ArchiveRecord.File(
                                    "Min CV.docx", "application/msword", "CV".getBytes(StandardCharsets.UTF_8)))));
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-05-05T10:00:00Z");

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
