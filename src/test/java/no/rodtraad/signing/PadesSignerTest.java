package no.rodtraad.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.document.VeraPdf;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signatures we make, as judged by EU DSS, veraPDF and poppler. */
class PadesSignerTest {

    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(400));

    @TempDir
    static Path folder;

    private static LocalAuthority authority;
    private static byte[] contract;
    private static byte[] signed;

    @BeforeAll
    static void bothSign() {
        authority = authority(folder.resolve("keys/authority.pem"));
        contract = DocumentFixtures.renderer()
                .render(
                        "evidence",
                        Map.of(
                                "municipality", "Eksempelvik kommune",
                                "caseNumber", "2026-0001",
                                "position", "barnehagelærer",
                                "sha256", "x",
                                "signatures",
                                        List.of(new ContractService.SignatureLine(
                                                "Arbeidstaker", "Siri Øye-Aas", "i dag", "kode")),
                                "documentDate", NOW));
        var signer = new PadesSigner(authority);
        byte[] once = signer.sign(
                contract,
                new PadesSigner.By("Siri Øye-Aas", "Eksempelvik kommune", "Skrev en engangskode fra e-posten sin"),
                NOW);
        signed = signer.sign(
                once,
                new PadesSigner.By("Kari Leder", "Eksempelvik kommune", "Skrev passordet sitt på nytt"),
                NOW.plusSeconds(60));
    }

    @Test
    void theEuropeanCommissionsValidatorAcceptsBothSignaturesAlsoAYearLater() {
        assertThat(DssReport.of(signed, authority.certificate(), LATER).signatures())
                .containsExactlyInAnyOrder(
                        "PAdES_BASELINE_T Siri Øye-Aas TOTAL_PASSED null",
                        "PAdES_BASELINE_T Kari Leder TOTAL_PASSED null");
    }

    @Test
    void oneChangedByteIsSeen() {
        byte[] changed = signed.clone();
        changed[contract.length / 2] ^= 1;

        assertThat(DssReport.of(changed, authority.certificate(), LATER).signatures())
                .hasSize(2)
                .allMatch(signature -> signature.endsWith("TOTAL_FAILED HASH_FAILURE"));
    }

    @Test
    void somebodyElsesAuthorityIsNotTrusted() {
        LocalAuthority other = authority(folder.resolve("other/authority.pem"));

        assertThat(DssReport.of(signed, other.certificate(), LATER).signatures())
                .hasSize(2)
                .noneMatch(signature -> signature.contains("TOTAL_PASSED"));
    }

    @Test
    void theDocumentIsArchivableAndAccessibleBeforeAndAfter() {
        assertThat(VeraPdf.complaints(contract)).isEmpty();
        assertThat(VeraPdf.complaints(signed)).isEmpty();
    }

    @Test
    void whatWasSignedStandsByteForByteInFrontOfTheSignatures() {
        assertThat(Arrays.copyOf(signed, contract.length)).isEqualTo(contract);
    }

    @Test
    void popplerAgrees() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig is not installed");
        Path pdf = Files.write(folder.resolve("signed.pdf"), signed);
        Process pdfsig = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", pdf.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(pdfsig.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(3);
    }

    @Test
    void theKeyIsKeptForTheNextStartAndNobodyElseMayReadIt() throws IOException {
        Path file = folder.resolve("keys/authority.pem");

        assertThat(authority(file).certificate()).isEqualTo(authority.certificate());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenKeyFileIsNotReplacedAndTheReasonIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.pem"), "ingen nøkkel");

        assertThat(authority(file).unusableBecause())
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("broken.pem").contains("sikkerhetskopien"));
        assertThat(file).hasContent("ingen nøkkel");
    }

    private static LocalAuthority authority(Path file) {
        return new LocalAuthority(
                new SigningSettings(file, Duration.ofMinutes(15), 5, Duration.ofDays(30)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
