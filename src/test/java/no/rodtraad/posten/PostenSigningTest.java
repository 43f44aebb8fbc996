package no.rodtraad.posten;

import static no.digipost.signature.api.xml.XMLPortalSignatureJobStatus.COMPLETED_SUCCESSFULLY;
import static no.digipost.signature.api.xml.XMLPortalSignatureJobStatus.FAILED;
import static no.digipost.signature.api.xml.XMLPortalSignatureJobStatus.IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DefaultDocumentAnalyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.digipost.signature.api.xml.XMLIdentifierInSignedDocuments;
import no.digipost.signature.api.xml.XMLPortalSignatureJobManifest;
import no.digipost.signature.api.xml.XMLPortalSignatureJobStatus;
import no.digipost.signature.api.xml.XMLPortalSigner;
import no.digipost.signature.api.xml.XMLSigningOnBehalfOf;
import no.digipost.signature.client.ServiceEnvironment;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.process.Municipalities;
import no.rodtraad.signing.NationalId;
import no.rodtraad.signing.Party;
import no.rodtraad.signing.Signer;
import no.rodtraad.signing.SigningEvent;
import no.rodtraad.signing.SigningJobRef;
import no.rodtraad.signing.SigningRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Posten signering")
class PostenSigningTest {

    private static final String KEY = "6b5b4d0c-0000-4000-8000-000000000001";
    private static final byte[] CONTRACT = "%PDF-1.7 en avtale".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static TestCertificates certificates;
    private static Path municipality;
    private static PostenServer server;
    private static PostenPortal portal;
    private static MovableClock clock;

    private PostenSigning signing;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        certificates = new TestCertificates(folder);
        clock = new MovableClock();
        Instant later = clock.instant().plus(Duration.ofDays(30));
        server = new PostenServer(certificates.organisation("Posten", PostenServer.ORGANISATION, later), certificates);
        municipality = certificates.organisation("Eksempelvik", "123456785", later);
        portal = portal(server, settings(municipality, TestCertificates.PASSWORD));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        database.close();
    }

    @BeforeEach
    void nothingIsSent() {
        database.client().sql("delete from posten_jobs").update();
        server.forget();
        clock.nextHour();
        signing = signing(portal);
    }

    @Test
    void getsTheContractWithTheCandidateFirstAndTheMunicipalityAfterwards() throws IOException {
        SigningJobRef ref = signing.start(request());

        assertThat(ref).isEqualTo(new SigningJobRef("posten", KEY));
        PostenServer.Sent sent = server.sent.get(0);
        assertThat(sent.path()).isEqualTo("/api/123456785/portal/signature-jobs");
        assertThat(sent.by()).contains("CN=Eksempelvik");
        assertThat(sent.request().getReference()).isEqualTo(KEY);
        assertThat(sent.request().getPollingQueue()).isEqualTo("rodtraad");
        XMLPortalSignatureJobManifest manifest = sent.manifest();
        assertThat(manifest.getSender().getOrganizationNumber()).isEqualTo("123456785");
        assertThat(manifest.getNonsensitiveTitle()).isEqualTo("Arbeidsavtale");
        assertThat(manifest.getIdentifierInSignedDocuments())
                .isEqualTo(XMLIdentifierInSignedDocuments.DATE_OF_BIRTH_AND_NAME);
        assertThat(manifest.getSigners())
                .extracting(
                        XMLPortalSigner::getOrder,
                        signer -> signer.getNotifications().getEmail().getAddress(),
                        XMLPortalSigner::getOnBehalfOf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "siri@example.org", XMLSigningOnBehalfOf.SELF),
                        org.assertj.core.groups.Tuple.tuple(2, "kari@example.org", XMLSigningOnBehalfOf.OTHER));
        assertThat(manifest.getAvailability().getAvailableSeconds())
                .isEqualTo(Duration.ofDays(7).toSeconds());
        assertThat(PostenServer.entry(
                        sent.bundle(), manifest.getDocuments().get(0).getHref().asString()))
                .isEqualTo(CONTRACT);
    }

    @Test
    void getsAParcelWhoseSealAnotherLibraryFindsWhole() {
        signing.start(request());

        var analyzer = DefaultDocumentAnalyzer.fromDocument(
                new InMemoryDocument(server.sent.get(0).bundle(), "parcel.asice"));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        AdvancedSignature seal = analyzer.getSignatures().get(0);
        seal.checkSignatureIntegrity();
        assertThat(seal.getSignatureCryptographicVerification().isSignatureIntact())
                .isTrue();
        assertThat(seal.getReferenceValidations()).hasSize(3).allMatch(ReferenceValidation::isIntact);
        assertThat(seal.getSigningCertificateToken().getSubject().getPrettyPrintRFC2253())
                .contains("Eksempelvik");
    }

    @Test
    void cannotWriteToSomebodyWithoutAnAddress() {
        SigningRequest whole = request();
        SigningRequest without = new SigningRequest(
                whole.key(),
                whole.tenantId(),
                whole.title(),
                whole.message(),
                whole.pdf(),
                List.of(whole.signers().get(1), new Signer(2, Party.EMPLOYER, null, "", null)),
                whole.deadline());

        assertThatThrownBy(() -> signing.start(without)).hasMessageContaining("den som signerer for kommunen");
        assertThat(server.sent).isEmpty();
    }

    @Test
    void getsNationalIdsAndFindsTheCandidatesAddressByItself() {
        assertThat(signing.needsNationalIds()).isTrue();
        SigningRequest whole = request();
        signing.start(new SigningRequest(
                whole.key(),
                whole.tenantId(),
                whole.title(),
                whole.message(),
                whole.pdf(),
                List.of(
                        new Signer(1, Party.CANDIDATE, new NationalId("14859030085"), "siri@example.org", "99999999"),
                        new Signer(2, Party.EMPLOYER, new NationalId("02817530195"), "kari@example.org", null)),
                whole.deadline()));

        assertThat(server.sent.get(0).manifest().getSigners())
                .extracting(
                        XMLPortalSigner::getPersonalIdentificationNumber,
                        signer -> signer.getNotificationsUsingLookup() != null,
                        signer -> signer.getNotifications() == null
                                ? null
                                : signer.getNotifications().getEmail().getAddress())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("14859030085", true, null),
                        org.assertj.core.groups.Tuple.tuple("02817530195", false, "kari@example.org"));
    }

    @Test
    void getsTheSameContractOnce() {
        assertThat(signing.start(request())).isEqualTo(signing.start(request()));

        assertThat(server.sent).hasSize(1);
    }

    @Test
    void isGivenNoMoreThanNinetyDays() {
        signing.start(request(clock.instant().plus(Duration.ofDays(400))));

        assertThat(server.sent.get(0).manifest().getAvailability().getAvailableSeconds())
                .isEqualTo(Duration.ofDays(90).toSeconds());
    }

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS, WAITING, WAITING, Progress,",
        "IN_PROGRESS, SIGNED, WAITING, SignerSigned, CANDIDATE",
        "IN_PROGRESS, SEEN_IN_A_DREAM, WAITING, Unknown, SEEN_IN_A_DREAM",
        "IN_PROGRESS, SIGNED, SEEN_IN_A_DREAM, SignerSigned, CANDIDATE",
        "COMPLETED_SUCCESSFULLY, SIGNED, SIGNED, AllSigned,",
        "FAILED, REJECTED, NOT_APPLICABLE, Rejected, CANDIDATE",
        "FAILED, SIGNED, REJECTED, Rejected, EMPLOYER",
        "FAILED, EXPIRED, NOT_APPLICABLE, Expired,",
        "FAILED, SIGNED, EXPIRED, Expired,",
        "FAILED, CANCELLED, CANCELLED, Failed, CANCELLED",
        "FAILED, RESERVED, NOT_APPLICABLE, Failed, RESERVED",
        "FAILED, CONTACT_INFORMATION_MISSING, NOT_APPLICABLE, Failed, CONTACT_INFORMATION_MISSING",
        "FAILED, BLOCKED, NOT_APPLICABLE, Failed, BLOCKED",
        "FAILED, SIGNERS_NAME_NOT_AVAILABLE, NOT_APPLICABLE, Failed, SIGNERS_NAME_NOT_AVAILABLE",
        "FAILED, SEEN_IN_A_DREAM, NOT_APPLICABLE, Failed, SEEN_IN_A_DREAM",
        "FAILED, WAITING, NOT_APPLICABLE, Failed, FAILED"
    })
    void tellsWhatHasHappened(
            XMLPortalSignatureJobStatus job, String first, String second, String kind, @Nullable String detail) {
        SigningJobRef ref = signing.start(request());
        server.changed(KEY, 1, job, first, second);

        assertThat(signing.poll()).singleElement().satisfies(event -> {
            assertThat(event.job()).isEqualTo(ref);
            assertThat(event.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(detail(event)).isEqualTo(detail);
            assertThat(event.since())
                    .isBetween(
                            PostenServer.BEGAN.plus(Duration.ofMinutes(1)),
                            PostenServer.BEGAN.plus(Duration.ofMinutes(2)));
        });
    }

    @Test
    void canSayWhatNobodyHasHeardOfAndTheNextAnswerIsStillRead() {
        signing.start(request());
        server.changedToSomethingNew(KEY, 1);
        server.changed(KEY, 1, IN_PROGRESS, "SIGNED", "WAITING");

        assertThat(signing.poll()).isEmpty();
        assertThat(signing.poll()).hasSize(1);
    }

    @Test
    void isAskedAboutTheOwnQueueUntilItIsEmptyAndThenNotBeforeItIsAllowed() {
        signing.start(request());
        server.changed(KEY, 1, IN_PROGRESS, "WAITING", "WAITING");
        server.changed(KEY, 1, IN_PROGRESS, "SIGNED", "WAITING");
        assertThat(signing.poll()).hasSize(2);
        server.mayBeAskedAgainAt(clock.instant().plus(Duration.ofMinutes(10)));
        signing.poll();
        int asked = asked();

        clock.move(Duration.ofMinutes(9));
        assertThat(signing.poll()).isEmpty();
        assertThat(asked()).isEqualTo(asked);

        clock.move(Duration.ofMinutes(1));
        signing.poll();
        assertThat(asked()).isEqualTo(asked + 1);
        assertThat(server.calls).contains("GET signature-jobs?polling_queue=rodtraad");
    }

    @Test
    void isLeftInPeaceWhenItSaysThatItIsTooEarly() {
        signing.start(request());
        server.refuses(429, "TOO_EAGER", "for tidlig");
        assertThat(signing.poll()).isEmpty();
        server.refusesNothing();
        server.changed(KEY, 1, IN_PROGRESS, "SIGNED", "WAITING");

        assertThat(signing.poll()).isEmpty();
        clock.move(Duration.ofMinutes(10));
        assertThat(signing.poll()).hasSize(1);
    }

    @Test
    void isNotAskedWhenNobodyWaits() {
        signing.start(request());
        server.changed(KEY, 1, FAILED, "EXPIRED", "NOT_APPLICABLE");
        signing.acknowledge(signing.poll().get(0));
        int asked = asked();

        assertThat(signing.poll()).isEmpty();
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void isToldThatTheContractIsTakenCareOfOnlyAfterItWasFetched() {
        SigningJobRef ref = signing.start(request());
        server.changed(KEY, 1, COMPLETED_SUCCESSFULLY, "SIGNED", "SIGNED");
        SigningEvent signed = signing.poll().get(0);

        assertThatThrownBy(() -> signing.acknowledge(signed)).hasMessageContaining("is not fetched");
        assertThat(signing.fetch(ref).pdf()).isEqualTo(PostenServer.SIGNED);
        PostenSigning restarted = signing(portal(server, settings(municipality, TestCertificates.PASSWORD)));
        restarted.acknowledge(signed);
        restarted.acknowledge(signed);

        assertThat(server.calls)
                .endsWith(
                        "GET signature-jobs/1/pades",
                        "POST signature-jobs/1/complete",
                        "POST signature-jobs/1/complete");
    }

    @Test
    void hasFetchingUndoneWhenWhatWasFetchedWasNotStored() {
        SigningJobRef ref = signing.start(request());
        server.changed(KEY, 1, COMPLETED_SUCCESSFULLY, "SIGNED", "SIGNED");
        SigningEvent signed = signing.poll().get(0);

        database.transaction().executeWithoutResult(status -> {
            signing.fetch(ref);
            status.setRollbackOnly();
        });

        assertThatThrownBy(() -> signing.acknowledge(signed)).hasMessageContaining("is not fetched");
        assertThat(server.calls).doesNotContain("POST signature-jobs/1/complete");
    }

    @Test
    void isRememberedEvenIfTheStepThatSentTheContractFailsAfterwards() {
        database.transaction().executeWithoutResult(status -> {
            signing.start(request());
            status.setRollbackOnly();
        });

        signing.start(request());
        assertThat(server.sent).hasSize(1);
    }

    @Test
    void hasATwinEndedAndTheTwinThatWasSignedKept() {
        SigningJobRef ref = signing.start(request());
        server.changed(KEY, 77, IN_PROGRESS, "WAITING", "WAITING");
        assertThat(signing.poll()).isEmpty();
        assertThat(server.calls).contains("POST signature-jobs/77/cancel", "POST signature-jobs/77/complete");

        server.changed(KEY, 78, COMPLETED_SUCCESSFULLY, "SIGNED", "SIGNED");
        assertThat(signing.poll()).singleElement().isInstanceOf(SigningEvent.AllSigned.class);
        signing.fetch(ref);
        assertThat(server.calls).contains("POST signature-jobs/1/cancel").endsWith("GET signature-jobs/78/pades");
    }

    @Test
    void keepsWhatIsNotOurs() {
        signing.start(request());
        server.changed("en-annens", 99, IN_PROGRESS, "SIGNED", "WAITING");

        assertThat(signing.poll()).isEmpty();
        assertThat(server.calls).noneMatch(call -> call.startsWith("POST signature-jobs/99"));
    }

    @Test
    void isToldToEndAJobAndMaySayThatItIsOver() {
        SigningJobRef ref = signing.start(request());
        signing.cancel(ref);
        assertThat(server.calls).endsWith("POST signature-jobs/1/cancel");

        server.refuses(409, "JOB_NOT_CANCELLABLE", "ferdig");
        signing.cancel(ref);
        signing.cancel(new SigningJobRef("posten", "ukjent"));
    }

    @Test
    void hasNothingToFetchBeforeEverybodyHasSignedNorAfterFortyDays() {
        SigningJobRef ref = signing.start(request());
        assertThatThrownBy(() -> signing.fetch(ref)).hasMessageContaining("Not everybody has signed");

        server.changed(KEY, 1, COMPLETED_SUCCESSFULLY, "SIGNED", "SIGNED");
        signing.poll();
        clock.move(Duration.ofDays(41));
        assertThatThrownBy(() -> signing.fetch(ref)).hasMessageContaining("mer enn 40 dager siden");
    }

    @Test
    void sayingNoIsToldWithoutItsOwnWords() {
        server.refuses(400, "INVALID_SIGNER", "siri@example.org er ikke en adresse");
        assertThatThrownBy(() -> signing.start(request()))
                .hasMessage("Posten signering svarte nei (HTTP 400, kode INVALID_SIGNER).")
                .hasNoCause();

        server.refuses(403, "BROKER_NOT_AUTHORIZED", "nei");
        assertThatThrownBy(() -> signing.start(request())).hasMessageContaining("Gi fullmakten i Altinn");
    }

    @Test
    void isNotBelievedWhenItsCertificateBelongsToSomebodyElse() {
        Path other = certificates.organisation(
                "Ikke Posten", "999999999", clock.instant().plus(Duration.ofDays(1)));
        try (PostenServer impostor = new PostenServer(other, certificates)) {
            PostenSigning deceived = signing(portal(impostor, settings(municipality, TestCertificates.PASSWORD)));

            assertThatThrownBy(() -> deceived.start(request())).hasStackTraceContaining("Untrusted server certificate");
            assertThat(impostor.sent).isEmpty();
        }
    }

    @Test
    void cannotBeChosenWithoutACertificateThatWorks() {
        assertThat(signing.unusableBecause()).isEmpty();
        assertThat(problem(null, "")).contains("rodtraad.posten.key-store");
        assertThat(problem(folder.resolve("borte.p12"), "")).contains("borte.p12, kan ikke leses");
        assertThat(problem(municipality, "feil")).contains("key-store-password er riktig");
        Path old = certificates.organisation("Utgått", "123456785", Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(problem(old, TestCertificates.PASSWORD)).contains("gikk ut 31.01.2026");
    }

    private static String problem(@Nullable Path keyStore, String password) {
        return new OrganisationCertificate(settings(keyStore, password), clock)
                .problem()
                .orElseThrow();
    }

    private int asked() {
        return (int) server.calls.stream()
                .filter(call -> call.contains("polling_queue"))
                .count();
    }

    private static @Nullable String detail(SigningEvent event) {
        if (event instanceof SigningEvent.SignerSigned signed) {
            return signed.party().name();
        }
        if (event instanceof SigningEvent.Rejected rejected) {
            return rejected.party().name();
        }
        if (event instanceof SigningEvent.Failed failed) {
            return failed.code();
        }
        return event instanceof SigningEvent.Unknown unknown ? unknown.raw() : null;
    }

    private SigningRequest request() {
        return request(clock.instant().plus(Duration.ofDays(7)));
    }

    private static SigningRequest request(Instant deadline) {
        return new SigningRequest(
                KEY,
                "eksempelvik",
                "Arbeidsavtale",
                "Les avtalen og signer den.",
                CONTRACT,
                List.of(
                        new Signer(2, Party.EMPLOYER, null, "kari@example.org", null),
                        new Signer(1, Party.CANDIDATE, null, "siri@example.org", "99999999")),
                deadline);
    }

    private static PostenSettings settings(@Nullable Path keyStore, String password) {
        return new PostenSettings(keyStore, password, PostenSettings.Environment.TEST, true, "rodtraad");
    }

    private static PostenPortal portal(PostenServer server, PostenSettings settings) {
        ServiceEnvironment environment = settings.environment()
                .service()
                .withServiceUrl(server.root())
                .withCertificates(certificates.authorityFolder().toString());
        return new PostenPortal(settings, environment, new OrganisationCertificate(settings, clock), clock);
    }

    private static PostenSigning signing(PostenPortal portal) {
        return new PostenSigning(
                settings(municipality, TestCertificates.PASSWORD),
                portal,
                new OrganisationCertificate(settings(municipality, TestCertificates.PASSWORD), clock),
                new PostenJobs(
                        database.client(),
                        clock,
                        Objects.requireNonNull(database.transaction().getTransactionManager())),
                new Municipalities(Map.of(
                        "eksempelvik",
                        new Municipalities.Municipality("Eksempelvik kommune", "123456785", "Rådhusgata 1"))),
                clock);
    }

    private static final class MovableClock extends Clock {

        private Instant hour = PostenServer.BEGAN;
        private Instant now = hour;

        private void nextHour() {
            hour = hour.plus(Duration.ofHours(1));
            now = hour;
        }

        private void move(Duration duration) {
            now = now.plus(duration);
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
            throw new UnsupportedOperationException();
        }
    }
}
