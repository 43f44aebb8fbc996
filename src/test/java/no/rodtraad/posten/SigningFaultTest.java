package no.rodtraad.posten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.digipost.signature.api.xml.XMLPortalSignatureJobStatus;
import no.rodtraad.archive.ArchiveFixtures;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.signing.SigningNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed for real, one after the other, while they carry the same contract through the signing. */
class SigningFaultTest {

    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private PostenServer posten;
    private boolean told;

    @BeforeEach
    void start() {
        database = new TestDatabase();
        TestCertificates certificates = new TestCertificates(folder);
        certificates.authorityFolder();
        Instant later = Instant.now().plus(Duration.ofDays(30));
        certificates.organisation("Eksempelvik", "123456785", later);
        posten = new PostenServer(certificates.organisation("Posten", PostenServer.ORGANISATION, later), certificates);
        database.client().sql("""
                        insert into applicants values (:id, 'eksempelvik', 'Siri Øye-Aas', 'siri@example.org', '99999999',
                                                       1990, 'FEMALE', 'Barnehagelærer', 'Eksempelvik', now())""").param("id", SigningNode.SIRI.value()).update();
        database.client()
                .sql("""
                        insert into applications (id, tenant_id, case_id, applicant_id, received_at, letter, education, experience)
                        values (:id, 'eksempelvik', :case, :id, now(), '', '', '')""")
                .param("id", SigningNode.SIRI.value())
                .param("case", SigningNode.CASE.value())
                .update();
    }

    @AfterEach
    void stop() throws IOException {
        posten.close();
        database.close();
    }

    @Test
    void nothingIsLostOrDoubledHoweverOftenTheProcessIsKilledBetweenSignedAndConfirmed() throws Exception {
        diesAt("in archiveContract");
        assertThat(count("contracts where state = 'SIGNED'")).isEqualTo(1);
        assertThat(archived()).as("on disk, not in the journal").isZero();
        assertThat(contractsOnDisk()).hasSize(1);

        diesAt("after archiveContract");
        assertThat(archived()).as("archived, not confirmed").isEqualTo(1);
        assertThat(confirmations()).isZero();

        comesToTheEnd();
        assertThat(archived()).isEqualTo(1);
        assertThat(contractsOnDisk()).hasSize(1);
        assertThat(Files.readAllBytes(contractsOnDisk().get(0).resolve("01-arbeidsavtale-2026-0001-signert.pdf")))
                .isEqualTo(PostenServer.SIGNED);
        assertThat(ArchiveFixtures.damages(folder.resolve("archive"), database.client()))
                .isEmpty();
        assertThat(count("documents where kind in ('SIGNED_CONTRACT', 'SIGNATURE_EVIDENCE')"))
                .isEqualTo(2);
        assertThat(count("signatures")).isEqualTo(2);
        assertThat(count("act_hi_actinst where act_id_ = 'signingDone'")).isEqualTo(1);
        assertThat(acknowledged()).isEqualTo(1);
        assertThat(posten.sent).as("contracts sent").hasSize(1);
        assertThat(posten.calls).filteredOn(call -> call.endsWith("/pades")).hasSize(1);
        assertThat(confirmations()).isEqualTo(1);
    }

    private void diesAt(String place) throws Exception {
        assertThat(run(place)).as("halted %s", place).isEqualTo(SigningNode.KILLED);
    }

    private void comesToTheEnd() throws Exception {
        assertThat(run("nowhere")).as("came to the end").isZero();
    }

    /** @return the exit code */
    private int run(String haltAt) throws Exception {
        Path log = folder.resolve("node.log");
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-cp",
                        ManagementFactory.getRuntimeMXBean().getClassPath(),
                        SigningNode.class.getName(),
                        database.url(),
                        folder.toString(),
                        posten.root().toString(),
                        haltAt)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!node.waitFor(20, TimeUnit.MILLISECONDS) && Instant.now().isBefore(end)) {
            everybodySigns();
        }
        if (node.isAlive()) {
            node.destroyForcibly().waitFor();
        }
        int code = node.exitValue();
        assertThat(List.of(0, SigningNode.KILLED)).as(() -> tail(log.toFile())).contains(code);
        return code;
    }

    private void everybodySigns() {
        if (!told && !posten.sent.isEmpty()) {
            told = true;
            posten.changed(
                    posten.sent.get(0).request().getReference(),
                    1,
                    XMLPortalSignatureJobStatus.COMPLETED_SUCCESSFULLY,
                    "SIGNED",
                    "SIGNED");
        }
    }

    private static String tail(File log) {
        try {
            String text = Files.readString(log.toPath());
            return text.substring(Math.max(0, text.length() - 4_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long confirmations() {
        return posten.calls.stream().filter(call -> call.endsWith("/complete")).count();
    }

    private long archived() {
        return count("archive_records where document_code = 'D25'");
    }

    private long acknowledged() {
        return count("signing_events where kind = 'AllSigned' and acknowledged_at is not null");
    }

    private long count(String what) {
        return database.client()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    private List<Path> contractsOnDisk() throws IOException {
        Path personnel = folder.resolve("archive/eksempelvik/personal").resolve(SigningNode.SIRI.toString());
        try (var records = Files.list(personnel)) {
            return records.filter(record -> record.toString().endsWith("-D25")).toList();
        }
    }
}
