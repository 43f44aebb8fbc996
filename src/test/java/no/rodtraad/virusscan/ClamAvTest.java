package no.rodtraad.virusscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import no.rodtraad.virusscan.VirusScan.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ClamAV")
class ClamAvTest {

    private static final byte[] FILE = "x".repeat(150_000).getBytes(StandardCharsets.US_ASCII);

    @Test
    void getsTheWholeFileAndSaysThatItIsClean() throws Exception {
        try (Daemon clamd = new Daemon("stream: OK\0")) {
            assertThat(clamd.scan(FILE)).isEqualTo(Verdict.CLEAN);
            assertThat(clamd.received.get()).isEqualTo(FILE);
        }
    }

    @Test
    void saysWhenItFindsSomething() throws Exception {
        try (Daemon clamd = new Daemon("stream: Win.Test.EICAR_HDB-1 FOUND\0")) {
            assertThat(clamd.scan(FILE)).isEqualTo(Verdict.INFECTED);
        }
    }

    @Test
    void isNotTrustedWhenItSaysAnythingElse() throws Exception {
        for (String answer : new String[] {"INSTREAM size limit exceeded. ERROR\0", "", "stream: OK FOR NOW\0"}) {
            try (Daemon clamd = new Daemon(answer)) {
                assertThat(clamd.scan(FILE)).as(answer).isEqualTo(Verdict.UNKNOWN);
            }
        }
    }

    @Test
    void isNotTrustedWhenItIsAway() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(new ClamAv("127.0.0.1", port, Duration.ofSeconds(5)).check(FILE))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void isNotWaitedForAllDay() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new ClamAv("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(300)).check(FILE))
                    .isEqualTo(Verdict.UNKNOWN);
        }
    }

    /** Reads one stream as clamd does by its manual, and answers. */
    private static final class Daemon implements AutoCloseable {

        private final ServerSocket server;
        private final CompletableFuture<byte[]> received;

        Daemon(String answer) throws IOException {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            received = CompletableFuture.supplyAsync(() -> serve(answer));
        }

        Verdict scan(byte[] content) {
            return new ClamAv("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(20)).check(content);
        }

        private byte[] serve(String answer) {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length != 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
