package no.rodtraad.archive.fiks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.net.ssl.SSLContext;
import no.ks.fiks.io.client.FiksIOKlient;
import no.ks.fiks.io.client.FiksIOKlientFactory;
import no.ks.fiks.io.client.SvarSender;
import no.ks.fiks.io.client.konfigurasjon.AmqpKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.FiksApiKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.FiksIOKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.FiksIntegrasjonKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.IdPortenKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.KontoKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.VirksomhetssertifikatKonfigurasjon;
import no.ks.fiks.io.client.model.KlientKorrelasjonId;
import no.ks.fiks.io.client.model.KontoId;
import no.ks.fiks.io.client.model.MeldingRequest;
import no.ks.fiks.io.client.model.MottattMelding;
import no.ks.fiks.io.client.model.Payload;
import no.ks.fiks.io.client.model.StreamPayload;
import no.ks.fiks.io.klient.FiksIOHttpException;
import no.ks.fiks.maskinporten.AccessTokenRequestBuilder;
import no.ks.fiks.maskinporten.Maskinportenklient;
import no.ks.fiks.maskinporten.MaskinportenklientProperties;
import no.ks.fiks.maskinporten.error.MaskinportenTokenRequestException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One municipality's account, over KS's own client: it signs, encrypts, opens and speaks AMQP. */
final class FiksConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FiksConnection.class);
    private static final Timeout CONNECTS_WITHIN = Timeout.ofSeconds(15);
    private static final Timeout ANSWERS_WITHIN = Timeout.ofSeconds(60);
    private static final int ENCRYPTING_THREADS = 4;
    /** A receipt takes a few kilobytes; no more than this is read of one. */
    private static final int LARGEST_PART = 1_000_000;

    private final String tenantId;
    private final FiksSettings.Account account;
    private final FiksIOKlient client;
    private final FiksListener listener;
    private final ExecutorService encrypting;
    private final AtomicBoolean broken = new AtomicBoolean();

    /** What every account of ours is opened with. */
    record Prepared(
            FiksPlaces places, FiksKeys keys, String clientId, UUID integrationId, String integrationPassword) {}

    private FiksConnection(
            String tenantId,
            FiksSettings.Account account,
            FiksIOKlient client,
            FiksListener listener,
            ExecutorService encrypting) {
        this.tenantId = tenantId;
        this.account = account;
        this.client = client;
        this.listener = listener;
        this.encrypting = encrypting;
    }

    static FiksConnection open(
            String tenantId, Prepared prepared, FiksSettings.Account account, FiksListener listener) {
        ExecutorService encrypting = Executors.newFixedThreadPool(ENCRYPTING_THREADS);
        CloseableHttpClient http = http();
        try {
            FiksIOKlient client = new FiksIOKlientFactory(configuration(prepared, account, encrypting), null, http)
                    .setMaskinportenAccessTokenSupplier(tokens(prepared, http))
                    .build();
            FiksConnection connection = new FiksConnection(tenantId, account, client, listener, encrypting);
            client.newSubscription(connection::take, cause -> connection.broken.set(true));
            return connection;
        } catch (RuntimeException e) {
            encrypting.shutdownNow();
            http.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
            throw unreachable(e);
        }
    }

    private static FiksIOKonfigurasjon configuration(
            Prepared prepared, FiksSettings.Account account, ExecutorService encrypting) {
        FiksPlaces places = prepared.places();
        FiksKeys keys = prepared.keys();
        return FiksIOKonfigurasjon.builder()
                .executor(encrypting)
                .fiksApiKonfigurasjon(FiksApiKonfigurasjon.builder()
                        .scheme(places.api().getScheme())
                        .host(places.api().getHost())
                        .port(places.api().getPort())
                        .build())
                .amqpKonfigurasjon(AmqpKonfigurasjon.builder()
                        .host(places.queueHost())
                        .port(places.queuePort())
                        .applikasjonNavn("Rød tråd")
                        .build())
                .fiksIntegrasjonKonfigurasjon(FiksIntegrasjonKonfigurasjon.builder()
                        .integrasjonId(prepared.integrationId())
                        .integrasjonPassord(prepared.integrationPassword())
                        .idPortenKonfigurasjon(IdPortenKonfigurasjon.builder()
                                .klientId(prepared.clientId())
                                .accessTokenUri(places.token().toString())
                                .idPortenAudience(places.audience())
                                .build())
                        .build())
                .kontoKonfigurasjon(KontoKonfigurasjon.builder()
                        .kontoId(new KontoId(account.account()))
                        .privateNokler(keys.all())
                        .build())
                .virksomhetssertifikatKonfigurasjon(VirksomhetssertifikatKonfigurasjon.builder()
                        .keyStore(keys.store())
                        .keyStorePassword(keys.password())
                        .keyAlias(keys.alias())
                        .keyPassword(keys.password())
                        .build())
                .build();
    }

    private static Supplier<String> tokens(Prepared prepared, CloseableHttpClient http) {
        FiksKeys keys = prepared.keys();
        try {
            Maskinportenklient maskinporten = Maskinportenklient.builder()
                    .withPrivateKey((PrivateKey)
                            keys.store().getKey(keys.alias(), keys.password().toCharArray()))
                    .usingVirksomhetssertifikat((X509Certificate) keys.store().getCertificate(keys.alias()))
                    .withProperties(MaskinportenklientProperties.builder()
                            .audience(prepared.places().audience())
                            .tokenEndpoint(prepared.places().token().toString())
                            .issuer(prepared.clientId())
                            .numberOfSecondsLeftBeforeExpire(10)
                            .providedHttpClient(http)
                            .build())
                    .build();
            return () -> maskinporten.getAccessToken(new AccessTokenRequestBuilder()
                    .scope(FiksIOKlientFactory.MASKINPORTEN_KS_SCOPE)
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read before cannot be read again", e);
        }
    }

    /** The client's own would wait for ever. */
    private static CloseableHttpClient http() {
        try {
            return HttpClients.custom()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setTlsSocketStrategy(new DefaultClientTlsStrategy(SSLContext.getDefault()))
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(CONNECTS_WITHIN)
                                    .setSocketTimeout(ANSWERS_WITHIN)
                                    .build())
                            .build())
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setResponseTimeout(ANSWERS_WITHIN)
                            .build())
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    boolean works() {
        return !broken.get();
    }

    UUID send(FiksMessage message) {
        List<Payload> parts = message.parts().stream()
                .<Payload>map(part -> new StreamPayload(new ByteArrayInputStream(part.content()), part.name()))
                .toList();
        try {
            return client.send(
                            MeldingRequest.builder()
                                    .mottakerKontoId(new KontoId(account.receiver()))
                                    .meldingType(message.type())
                                    .korrelasjonsId(new KlientKorrelasjonId(message.correlation()))
                                    .build(),
                            parts)
                    .getMeldingId()
                    .getUuid();
        } catch (RuntimeException e) {
            throw unreachable(e);
        }
    }

    /** What cannot be taken goes back to the queue when the connection is closed, and comes again on the next. */
    private void take(MottattMelding message, SvarSender reply) {
        if (broken.get()) {
            return;
        }
        try {
            listener.take(answer(message));
            reply.ack();
        } catch (RuntimeException e) {
            broken.set(true);
            LOG.error(
                    "Message {} from Fiks IO for {} could not be taken and will come again",
                    message.getMeldingId().getUuid(),
                    tenantId,
                    e);
        }
    }

    private FiksAnswer answer(MottattMelding message) {
        return new FiksAnswer(
                tenantId,
                message.getMeldingId().getUuid(),
                message.getAvsenderKontoId().getUuid().equals(account.receiver()),
                message.getSvarPaMelding() == null
                        ? null
                        : message.getSvarPaMelding().getUuid(),
                message.getKlientKorrelasjonId() == null
                        ? null
                        : message.getKlientKorrelasjonId().getKlientKorrelasjonId(),
                message.getMeldingType(),
                parts(message));
    }

    /** Empty where it cannot be opened the second time either; the first time the network may be to blame. */
    private static SortedMap<String, byte[]> parts(MottattMelding message) {
        if (!message.isHarPayload()) {
            return new TreeMap<>();
        }
        try {
            Path opened = Files.createTempFile("fiks-", ".zip");
            try {
                message.writeDekryptertZip(opened);
                return parts(opened);
            } finally {
                Files.delete(opened);
            }
        } catch (RuntimeException e) {
            if (!message.isResendt()) {
                throw e;
            }
            LOG.error(
                    "Message {} from Fiks IO cannot be opened",
                    message.getMeldingId().getUuid(),
                    e);
            return new TreeMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException("A message from Fiks IO could not be unpacked", e);
        }
    }

    private static SortedMap<String, byte[]> parts(Path zip) throws IOException {
        SortedMap<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream files = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                if (entry.getName().endsWith(".xml") && !entry.getName().contains("/")) {
                    parts.put(entry.getName(), files.readNBytes(LARGEST_PART));
                }
            }
        }
        return parts;
    }

    private static FiksUnusable unreachable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FiksIOHttpException http) {
                return refused(http, failure);
            }
            if (cause instanceof MaskinportenTokenRequestException) {
                return new FiksUnusable(
                        "Maskinporten gav oss ikke tilgang. Kontroller klienten, virksomhetssertifikatet og scopet ks:fiks (rodtraad.archive.fiks.client-id).",
                        false,
                        failure);
            }
            if (cause instanceof com.rabbitmq.client.PossibleAuthenticationFailureException) {
                return new FiksUnusable(
                        "Fiks IO slapp oss ikke inn. Kontroller integrasjonen og passordet, og at den har tilgang til kontoen (rodtraad.archive.fiks.integration-id).",
                        false,
                        failure);
            }
        }
        return new FiksUnusable(
                "Fiks IO svarte ikke. Kontroller at KS' tjenester er oppe, og at de kan nås herfra.", false, failure);
    }

    /** Not the body: it may quote what we sent. */
    private static FiksUnusable refused(FiksIOHttpException answer, RuntimeException failure) {
        int status = answer.getStatus();
        return new FiksUnusable(
                "Fiks IO svarte %d på det vi sendte. Kontroller at kommunens konto og arkivets finnes, og at kontoen kan sende Fiks Arkiv V1."
                        .formatted(status),
                status == 400 || status == 413 || status == 422,
                failure);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A connection to Fiks IO was closed already", e);
        }
        encrypting.shutdownNow();
    }
}
