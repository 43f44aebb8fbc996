package no.rodtraad.virusscan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks clamd over TCP with its command INSTREAM: lengths and chunks, a zero at the end, and one line back. */
final class ClamAv implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final InetSocketAddress address;
    private final int timeoutMillis;

    ClamAv(String host, int port, Duration timeout) {
        address = InetSocketAddress.createUnresolved(host, port);
        timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public Verdict check(byte[] content) {
        try {
            return verdict(answer(content));
        } catch (IOException e) {
            LOG.error("ClamAV på {} svarer ikke, og filer blir avvist: {}", address, e.toString());
            return Verdict.UNKNOWN;
        }
    }

    private String answer(byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(timeoutMillis);
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeoutMillis);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("ClamAV fant noe i en fil, som ble avvist: {}", answer);
            return Verdict.INFECTED;
        }
        LOG.error("ClamAV svarte noe uventet, og filen ble avvist: {}", answer);
        return Verdict.UNKNOWN;
    }
}
