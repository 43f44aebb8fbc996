package no.rodtraad.publishing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * NAV's stillingsimport. NAV answers 200 even when it refuses an advert, so the receipt in the answer is what counts. A person
 * at NAV reads each advert before it is shown.
 */
@Component
class NavChannel implements PublishingChannel, CapabilityAdapter {

    static final String ID = "nav";

    private static final MediaType STREAM = MediaType.parseMediaType("application/x-json-stream");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NavSettings settings;
    private final Clock clock;
    private final RestClient http;

    NavChannel(NavSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
        requests.setReadTimeout(Duration.ofSeconds(30));
        http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.url() + "/api/v1/transfers/" + settings.providerId())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token())
                .build();
    }

    /** NAV's answer to one advert. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Receipt(
            @Nullable String status,
            @Nullable String versionId,
            @Nullable String message) {

        boolean taken() {
            return "RECEIVED".equals(status) || "SKIPPED".equals(status);
        }
    }

    @Override
    public Capability capability() {
        return Capability.NAV;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Overføring til arbeidsplassen.no";
    }

    @Override
    public String explanation() {
        return "Annonsen sendes til NAV når den publiseres, endres og tas ned. NAV leser den før den vises.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return settings.providerId().isBlank() || settings.token().isBlank()
                ? Optional.of(
                        "Overføring til NAV er ikke satt opp. Den som drifter Rød tråd, legger inn det NAV har gitt"
                                + " kommunen, med innstillingene rodtraad.nav.provider-id og rodtraad.nav.token.")
                : Optional.empty();
    }

    @Override
    public String publish(Advert advert) {
        return send(advert);
    }

    @Override
    public String update(Advert advert) {
        return send(advert);
    }

    @Override
    public String withdraw(Advert advert) {
        requireSettings();
        http.delete()
                .uri("/{reference}", advert.reference())
                .retrieve()
                .onStatus(status -> status.value() == 404, (request, response) -> {})
                .onStatus(HttpStatusCode::isError, (request, response) -> {
                    throw refused(response.getStatusCode());
                })
                .toBodilessEntity();
        return "Tatt ned hos NAV.";
    }

    private void requireSettings() {
        unusableBecause().ifPresent(reason -> {
            throw new NavRefused(reason);
        });
    }

    private String send(Advert advert) {
        requireSettings();
        @Nullable
        String answer = http.post()
                .contentType(STREAM)
                .accept(STREAM)
                .body(json(advert))
                .retrieve()
                .onStatus(HttpStatusCode::isError, (request, response) -> {
                    throw refused(response.getStatusCode());
                })
                .body(String.class);
        return taken(answer == null ? "" : answer);
    }

    private byte[] json(Advert advert) {
        try {
            return JSON.writeValueAsBytes(
                    NavAd.of(advert, settings.employer(advert.vacancy().caseId().tenantId()), clock.instant()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write the advert of " + advert.reference(), e);
        }
    }

    private static String taken(String answer) {
        List<Receipt> receipts = receipts(answer);
        if (receipts.isEmpty()) {
            throw new NavRefused("NAV ga ingen kvittering for annonsen.");
        }
        receipts.stream().filter(receipt -> !receipt.taken()).findFirst().ifPresent(receipt -> {
            throw NavRefused.because(
                    "NAV tok ikke imot annonsen (%s).".formatted(receipt.status()),
                    receipt.message() == null ? "" : receipt.message());
        });
        return "Mottatt av NAV, versjon %s.".formatted(receipts.get(0).versionId());
    }

    private static List<Receipt> receipts(String answer) {
        try (MappingIterator<Receipt> receipts = JSON.readerFor(Receipt.class).readValues(answer)) {
            return receipts.readAll();
        } catch (IOException e) {
            throw new NavRefused("NAV svarte noe som ikke er en kvittering.");
        }
    }

    private static NavRefused refused(HttpStatusCode status) {
        return new NavRefused(
                status.value() == 401 || status.value() == 403
                        ? "NAV godtar ikke nøkkelen (HTTP %d). Kontroller rodtraad.nav.provider-id og rodtraad.nav.token."
                                .formatted(status.value())
                        : "NAV svarte med feil (HTTP %d).".formatted(status.value()));
    }
}
