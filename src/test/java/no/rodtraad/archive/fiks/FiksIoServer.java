package no.rodtraad.archive.fiks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import no.ks.fiks.io.asice.AsicHandler;
import no.ks.fiks.io.asice.model.KeystoreHolder;
import no.ks.fiks.io.asice.model.StreamContent;
import org.apache.qpid.server.SystemLauncher;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Fiks IO as far as it can be had here: Maskinporten and KS's interfaces over HTTPS, a real AMQP broker with TLS for the
 * queue, and an archive that opens and seals messages with KS's own code. What it does not know it answers as KS does: 401,
 * 403 and 404.
 */
public final class FiksIoServer implements AutoCloseable {

    public static final UUID OURS = UUID.fromString("6f2c1c3e-0000-4000-8000-000000000001");
    public static final UUID ARCHIVE = UUID.fromString("6f2c1c3e-0000-4000-8000-000000000002");
    private static final UUID INTEGRATION = UUID.fromString("6f2c1c3e-0000-4000-8000-000000000003");
    private static final String CLIENT = "rodtraad-maskinporten";
    private static final String INTEGRATION_PASSWORD = "integrasjonspassord";
    private static final String PASSWORD = "hemmelig";
    private static final String AUDIENCE = "https://maskinporten.example/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Identity us = new Identity("Eksempelvik kommune");
    private final Identity archive = new Identity("Arkivet");
    private final SSLContext before;
    private final SSLContext ssl;
    private final HttpsServer server;
    private final SystemLauncher broker = new SystemLauncher();
    private final int queuePort;
    private final String token;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AsicHandler archivesHands;
    private final Connection queue;
    private final Channel channel;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile int refuseWith;

    /** What has come to the archive. */
    public record Sent(UUID id, String type, @Nullable String correlation, Map<String, byte[]> files) {
        public String text(String name) {
            return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        }
    }

    private static final class Identity {
        private final KeyPair pair;
        private final X509Certificate certificate;

        Identity(String name) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                pair = generator.generateKeyPair();
                X500Name subject = new X500Name("CN=%s,SERIALNUMBER=123456785,C=NO".formatted(name));
                var builder = new JcaX509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(Instant.now().minus(1, ChronoUnit.DAYS)),
                        Date.from(Instant.now().plus(30, ChronoUnit.DAYS)),
                        subject,
                        pair.getPublic());
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
                certificate = new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        KeyStore store() throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("virksomhet", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            return store;
        }

        Path file(Path folder, String name) throws Exception {
            Path file = folder.resolve(name);
            try (var out = Files.newOutputStream(file)) {
                store().store(out, PASSWORD.toCharArray());
            }
            return file;
        }

        AsicHandler hands(ExecutorService threads) throws Exception {
            return AsicHandler.builder()
                    .withExecutorService(threads)
                    .withPrivatNokkel(pair.getPrivate())
                    .withKeyStoreHolder(KeystoreHolder.builder()
                            .withKeyStore(store())
                            .withKeyStorePassword(PASSWORD)
                            .withKeyAlias("virksomhet")
                            .withKeyPassword(PASSWORD)
                            .build())
                    .build();
        }
    }

    public FiksIoServer(Path folder) {
        this.folder = folder;
        try {
            Identity localhost = new Identity("localhost");
            ssl = context(localhost);
            before = SSLContext.getDefault();
            SSLContext.setDefault(ssl);
            token = token(localhost);
            queuePort = freePort();
            startBroker(localhost);
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(ssl));
            server.createContext("/token", exchange -> answer(exchange, this::handOutToken));
            server.createContext("/fiks-io/katalog/api/v1/kontoer/", exchange -> answer(exchange, this::publicKey));
            server.createContext("/fiks-io/api/v1/send", exchange -> answer(exchange, this::take));
            server.start();
            archivesHands = archive.hands(threads);
            queue = connect();
            channel = queue.createChannel();
            channel.queueDeclare("fiksio.konto." + OURS, true, false, false, null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the installation would be set up, with the municipality eksempelvik. */
    public FiksSettings settings() {
        try {
            return new FiksSettings(
                    us.file(folder, "virksomhet.p12"),
                    PASSWORD,
                    null,
                    CLIENT,
                    INTEGRATION,
                    INTEGRATION_PASSWORD,
                    FiksSettings.Environment.TEST,
                    java.time.Duration.ofHours(2),
                    Map.of("eksempelvik", new FiksSettings.Account(OURS, ARCHIVE)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public FiksIo client(FiksSettings settings, FiksListener listener) {
        URI root = URI.create("https://localhost:" + server.getAddress().getPort());
        return new FiksIo(
                settings,
                new FiksPlaces(root, "localhost", queuePort, root.resolve("/token"), AUDIENCE),
                listener,
                Clock.systemUTC());
    }

    public List<Sent> sent() {
        return sent;
    }

    /** From now on Fiks IO answers so to what is sent; 0 makes it work again. */
    public void refuses(int status) {
        refuseWith = status;
    }

    public void forget() {
        sent.clear();
        refuseWith = 0;
    }

    /** Puts an answer on our queue as the archive would send it. */
    public void answers(Sent about, String type, Map<String, String> files) {
        deliver(ARCHIVE, about.id(), about.correlation(), type, files.isEmpty() ? new byte[0] : sealed(files));
    }

    public void deliver(
            UUID from, @Nullable UUID answersTo, @Nullable String correlation, String type, byte[] content) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("melding-id", UUID.randomUUID().toString());
        headers.put("type", type);
        headers.put("avsender-id", from.toString());
        if (answersTo != null) {
            headers.put("svar-til", answersTo.toString());
        }
        if (correlation != null) {
            headers.put("egendefinert-header.klientKorrelasjonId", correlation);
        }
        try {
            channel.basicPublish(
                    "",
                    "fiksio.konto." + OURS,
                    new AMQP.BasicProperties.Builder().headers(headers).build(),
                    content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages wait for us. */
    public long waiting() {
        try {
            return channel.messageCount("fiksio.konto." + OURS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] sealed(Map<String, String> files) {
        try (InputStream sealed = archivesHands.encrypt(
                us.certificate,
                files.entrySet().stream()
                        .<no.ks.fiks.io.asice.model.Content>map(file -> new StreamContent(
                                new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8)),
                                file.getKey()))
                        .toList())) {
            return sealed.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Handler {
        String handle(HttpExchange exchange, byte[] body) throws Exception;
    }

    private static final class Refused extends RuntimeException {
        private final int status;

        Refused(int status, String why) {
            super(why);
            this.status = status;
        }
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        int status = 200;
        String text;
        try {
            text = handler.handle(exchange, exchange.getRequestBody().readAllBytes());
        } catch (Refused e) {
            status = e.status;
            text = "{\"message\":\"%s\"}".formatted(e.getMessage());
        } catch (Exception e) {
            status = 500;
            text = "{\"message\":\"%s\"}".formatted(e);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As Maskinporten: believes an assertion signed with the certificate that it carries. */
    private String handOutToken(HttpExchange exchange, byte[] body) throws Exception {
        String form = URLDecoder.decode(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        SignedJWT assertion = SignedJWT.parse(form.substring(form.indexOf("assertion=") + "assertion=".length()));
        X509Certificate by = X509CertUtils.parse(
                assertion.getHeader().getX509CertChain().get(0).decode());
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        boolean ours = by.equals(us.certificate)
                && assertion.verify(new RSASSAVerifier((RSAPublicKey) by.getPublicKey()))
                && claims.getIssuer().equals(CLIENT)
                && claims.getAudience().equals(List.of(AUDIENCE))
                && "ks:fiks".equals(claims.getStringClaim("scope"));
        if (!ours) {
            throw new Refused(401, "invalid_grant");
        }
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600,\"scope\":\"ks:fiks\"}"
                .formatted(token);
    }

    private String publicKey(HttpExchange exchange, byte[] body) throws Exception {
        if (!exchange.getRequestURI().getPath().endsWith(ARCHIVE + "/offentligNokkel")) {
            throw new Refused(404, "Ukjent konto");
        }
        return JSON.writeValueAsString(Map.of("nokkel", X509CertUtils.toPEMString(archive.certificate)));
    }

    private String take(HttpExchange exchange, byte[] body) throws Exception {
        var headers = exchange.getRequestHeaders();
        if (!("Bearer " + token).equals(headers.getFirst("Authorization"))
                || !INTEGRATION.toString().equals(headers.getFirst("IntegrasjonId"))
                || !INTEGRATION_PASSWORD.equals(headers.getFirst("IntegrasjonPassord"))) {
            throw new Refused(403, "Ingen tilgang");
        }
        if (refuseWith > 0) {
            throw new Refused(refuseWith, "Nektet");
        }
        MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, headers.getFirst("Content-Type")));
        JsonNode metadata = JSON.readTree(content(parts, "metadata"));
        byte[] parcel = content(parts, "data");
        if (!metadata.path("avsenderKontoId").asText().equals(OURS.toString())
                || !metadata.path("mottakerKontoId").asText().equals(ARCHIVE.toString())) {
            throw new Refused(404, "Ukjent konto");
        }
        UUID id = UUID.randomUUID();
        sent.add(new Sent(
                id,
                metadata.path("meldingType").asText(),
                metadata.path("headere").path("klientKorrelasjonId").asText(null),
                opened(parcel)));
        return JSON.writeValueAsString(Map.of(
                "meldingId", id,
                "meldingType", metadata.path("meldingType").asText(),
                "avsenderKontoId", OURS,
                "mottakerKontoId", ARCHIVE));
    }

    private static byte[] content(MimeMultipart parts, String name) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (String.join(";", part.getHeader("Content-Disposition")).contains("name=\"" + name + "\"")) {
                return part.getInputStream().readAllBytes();
            }
        }
        throw new Refused(400, "Mangler " + name);
    }

    private Map<String, byte[]> opened(byte[] parcel) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = archivesHands.decrypt(new ByteArrayInputStream(parcel))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String token(Identity issuer) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(AUDIENCE)
                        .claim("scope", "ks:fiks")
                        .expirationTime(Date.from(Instant.now().plus(1, ChronoUnit.HOURS)))
                        .build());
        jwt.sign(new RSASSASigner(issuer.pair.getPrivate()));
        return jwt.serialize();
    }

    private Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(queuePort);
        factory.setUsername(INTEGRATION.toString());
        factory.setPassword(INTEGRATION_PASSWORD + " " + token);
        factory.useSslProtocol(ssl);
        return factory.newConnection("Fiks IO");
    }

    private void startBroker(Identity localhost) throws Exception {
        Path store = localhost.file(folder, "localhost.p12");
        Path configuration = folder.resolve("broker.json");
        JSON.writeValue(
                configuration.toFile(),
                Map.of(
                        "name", "fiks",
                        "modelVersion", "8.0",
                        "authenticationproviders",
                                List.of(Map.of(
                                        "name", "plain",
                                        "type", "Plain",
                                        "users",
                                                List.of(Map.of(
                                                        "name",
                                                        INTEGRATION.toString(),
                                                        "type",
                                                        "managed",
                                                        "password",
                                                        INTEGRATION_PASSWORD + " " + token)))),
                        "keystores",
                                List.of(Map.of(
                                        "name", "localhost",
                                        "type", "FileKeyStore",
                                        "keyStoreType", "PKCS12",
                                        "storeUrl", store.toUri().toString(),
                                        "password", PASSWORD)),
                        "ports",
                                List.of(Map.of(
                                        "name", "amqps",
                                        "type", "AMQP",
                                        "port", queuePort,
                                        "bindingAddress", "localhost",
                                        "transports", List.of("SSL"),
                                        "protocols", List.of("AMQP_0_9_1"),
                                        "authenticationProvider", "plain",
                                        "keyStore", "localhost",
                                        "virtualhostaliases",
                                                List.of(Map.of("name", "defaultAlias", "type", "defaultAlias")))),
                        "virtualhostnodes",
                                List.of(Map.of(
                                        "name", "default",
                                        "type", "Memory",
                                        "defaultVirtualHostNode", "true",
                                        "virtualHostInitialConfiguration", "{\"type\":\"Memory\"}"))));
        broker.startup(Map.of(
                "type",
                "Memory",
                "initialConfigurationLocation",
                configuration.toUri().toString(),
                "startupLoggedToSystemOut",
                "false",
                "context",
                Map.of("qpid.work_dir", folder.toString())));
    }

    private static SSLContext context(Identity localhost) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(localhost.store(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", localhost.certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        SSLContext.setDefault(before);
        queue.abort();
        server.stop(0);
        broker.shutdown();
        threads.shutdownNow();
    }
}
