package no.rodtraad.posten;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import no.digipost.signature.api.xml.XMLEmail;
import no.digipost.signature.api.xml.XMLError;
import no.digipost.signature.api.xml.XMLNotifications;
import no.digipost.signature.api.xml.XMLPortalSignatureJobManifest;
import no.digipost.signature.api.xml.XMLPortalSignatureJobRequest;
import no.digipost.signature.api.xml.XMLPortalSignatureJobResponse;
import no.digipost.signature.api.xml.XMLPortalSignatureJobStatus;
import no.digipost.signature.api.xml.XMLPortalSignatureJobStatusChangeResponse;
import no.digipost.signature.api.xml.XMLPortalSignatureStatusValue;
import no.digipost.signature.api.xml.XMLSignature;
import no.digipost.signature.api.xml.XMLSignatureStatus;
import no.digipost.signature.api.xml.XMLSignatures;
import no.digipost.signature.jaxb.JaxbMarshaller;
import org.jspecify.annotations.Nullable;

/**
 * Stands where Posten signering stands: TLS with certificates on both sides, and an outer form that comes from Posten's own
 * specification. What it gets is read, and what it answers is written, by Posten's classes against Posten's XSDs, so that
 * neither can be our own idea of the protocol.
 */
final class PostenServer implements AutoCloseable {

    static final String ORGANISATION = "984661185";
    static final byte[] SIGNED = "%PDF-1.7 signert av to".getBytes(StandardCharsets.US_ASCII);
    static final Instant BEGAN = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final JaxbMarshaller XML = JaxbMarshaller.ForAllApis.singleton();

    final List<String> calls = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    private final Deque<String> changes = new ArrayDeque<>();
    private final HttpsServer server;
    private Instant nextPermitted = Instant.EPOCH;
    private int refuseWith;
    private @Nullable XMLError refusal;

    /** @param bundle the parcel as it came */
    record Sent(
            String path,
            String by,
            XMLPortalSignatureJobRequest request,
            XMLPortalSignatureJobManifest manifest,
            byte[] bundle) {}

    PostenServer(Path keyStore, TestCertificates certificates) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new BothSides(context(keyStore, certificates)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api", this::handle);
        server.start();
    }

    private static final class BothSides extends HttpsConfigurator {
        private BothSides(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
            ssl.setNeedClientAuth(true);
            parameters.setSSLParameters(ssl);
        }
    }

    URI root() {
        return URI.create(
                "https://localhost:%d/api".formatted(server.getAddress().getPort()));
    }

    void forget() {
        calls.clear();
        sent.clear();
        changes.clear();
        nextPermitted = Instant.EPOCH;
        refuseWith = 0;
    }

    void mayBeAskedAgainAt(Instant time) {
        nextPermitted = time;
    }

    void refuses(int status, String code, String message) {
        refuseWith = status;
        refusal = new XMLError().withErrorCode(code).withErrorMessage(message).withErrorType("CLIENT");
    }

    void refusesNothing() {
        refuseWith = 0;
    }

    /** @param statuses the signers' in their order, a minute apart */
    void changed(String reference, long job, XMLPortalSignatureJobStatus status, String... statuses) {
        changes.add(XML.marshalToString(change(reference, job, status, statuses)));
    }

    /** A job status that Posten's XSD does not have. */
    void changedToSomethingNew(String reference, long job) {
        changes.add(XML.marshalToString(
                        change(reference, job, XMLPortalSignatureJobStatus.IN_PROGRESS, "WAITING", "WAITING"))
                .replace("IN_PROGRESS", "PAUSED_BY_MOON"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private XMLPortalSignatureJobStatusChangeResponse change(
            String reference, long job, XMLPortalSignatureJobStatus status, String... statuses) {
        var signatures = new XMLSignatures();
        ZonedDateTime since = BEGAN.atZone(ZoneOffset.UTC);
        for (String one : statuses) {
            since = since.plusMinutes(1);
            signatures
                    .getSignatures()
                    .add(new XMLSignature()
                            .withStatus(new XMLSignatureStatus(XMLPortalSignatureStatusValue.of(one), since))
                            .withIdentifier(new XMLNotifications()
                                    .withEmail(new XMLEmail("en%d@example.org".formatted(since.getMinute())))));
        }
        boolean completed = status == XMLPortalSignatureJobStatus.COMPLETED_SUCCESSFULLY;
        return new XMLPortalSignatureJobStatusChangeResponse()
                .withReference(reference)
                .withSignatureJobId(job)
                .withStatus(status)
                .withConfirmationUrl(job(job, "complete"))
                .withCancellationUrl(completed ? null : job(job, "cancel"))
                .withSignatures(completed ? signatures.withPadesUrl(job(job, "pades")) : signatures);
    }

    private URI job(long job, String what) {
        return URI.create("%s/123456785/portal/signature-jobs/%d/%s".formatted(root(), job, what));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestMethod() + " " + path.substring(path.lastIndexOf("signature-jobs")));
            if (refuseWith != 0) {
                answer(exchange, refuseWith, "application/xml", XML.marshalToBytes(refusal));
            } else if (path.endsWith("/pades")) {
                answer(exchange, 200, "application/octet-stream", SIGNED);
            } else if (exchange.getRequestMethod().equals("GET")) {
                nextChange(exchange);
            } else if (path.endsWith("/signature-jobs")) {
                take(exchange, body);
            } else {
                answer(exchange, 200, "application/xml", new byte[0]);
            }
        }
    }

    private void nextChange(HttpExchange exchange) throws IOException {
        calls.set(
                calls.size() - 1,
                calls.get(calls.size() - 1) + "?" + exchange.getRequestURI().getQuery());
        exchange.getResponseHeaders().add("X-Next-permitted-poll-time", nextPermitted.toString());
        if (changes.isEmpty()) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            answer(exchange, 200, "application/xml", changes.remove().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void take(HttpExchange exchange, byte[] body) throws IOException {
        try {
            MimeMultipart parts = new MimeMultipart(
                    new ByteArrayDataSource(body, exchange.getRequestHeaders().getFirst("Content-Type")));
            byte[] bundle = bytes(parts.getBodyPart(1));
            sent.add(new Sent(
                    exchange.getRequestURI().getPath(),
                    ((HttpsExchange) exchange)
                            .getSSLSession()
                            .getPeerPrincipal()
                            .getName(),
                    XML.unmarshal(bytes(parts.getBodyPart(0)), XMLPortalSignatureJobRequest.class),
                    XML.unmarshal(entry(bundle, "manifest.xml"), XMLPortalSignatureJobManifest.class),
                    bundle));
            long id = sent.size();
            answer(
                    exchange,
                    200,
                    "application/xml",
                    XML.marshalToBytes(new XMLPortalSignatureJobResponse()
                            .withSignatureJobId(id)
                            .withCancellationUrl(job(id, "cancel"))));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(BodyPart part) throws IOException, MessagingException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    static byte[] entry(byte[] zip, String name) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return entries.readAllBytes();
                }
            }
        }
        throw new IOException("No " + name);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static SSLContext context(Path keyStore, TestCertificates certificates)
            throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keyStore)) {
            own.load(content, TestCertificates.PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, TestCertificates.PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", certificates.authority());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
