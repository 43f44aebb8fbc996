package no.rodtraad.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;

/**
 * Speaks Noark 5 tjenestegrensesnitt 1.1: knows the published relations and no address but the first. One conversation,
 * with one access token.
 */
final class Noark5Server {

    static final String STRUCTURE = "https://rel.arkivverket.no/noark5/v5/api/arkivstruktur/";
    static final String CASES = "https://rel.arkivverket.no/noark5/v5/api/sakarkiv/";

    private static final MediaType NOARK5 = MediaType.valueOf("application/vnd.noark5+json");
    private static final String FIELDS = "_links";

    private final RestClient http;
    private final URI baseUrl;

    Noark5Server(Noark5Settings settings, URI baseUrl) {
        RestClient plain = RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(ClientHttpRequestFactorySettings.defaults()
                                .withConnectTimeout(settings.timeout())
                                .withReadTimeout(settings.timeout())))
                .build();
        this.baseUrl = baseUrl;
        this.http = settings.tokenUrl() == null
                ? plain
                : plain.mutate()
                        .defaultHeader(
                                HttpHeaders.AUTHORIZATION, "Bearer " + token(plain, settings, settings.tokenUrl()))
                        .build();
    }

    private static String token(RestClient plain, Noark5Settings settings, URI tokenUrl) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("client_id", settings.clientId());
        if (settings.username() == null) {
            form.add("grant_type", "client_credentials");
        } else {
            form.add("grant_type", "password");
            form.add("username", settings.username());
            form.add("password", settings.password());
        }
        JsonNode answer = plain.post()
                .uri(tokenUrl)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .headers(headers -> {
                    if (settings.clientId() != null && settings.clientSecret() != null) {
                        headers.setBasicAuth(settings.clientId(), settings.clientSecret(), StandardCharsets.UTF_8);
                    }
                })
                .body(form)
                .retrieve()
                .body(JsonNode.class);
        String token = answer == null ? "" : answer.path("access_token").asText();
        if (token.isEmpty()) {
            throw new ArchiveUnexpected("Arkivets innlogging svarte uten noe tilgangstoken.");
        }
        return token;
    }

    /** Where everything begins. */
    JsonNode root() {
        return get(baseUrl);
    }

    /** What is behind a relation. */
    JsonNode follow(JsonNode from, String relation) {
        return get(plain(link(from, relation)));
    }

    /**
     * The one of a list that is ours.
     *
     * @param filter OData, sent where the list says that it takes one; the list is looked through in any case
     */
    Optional<JsonNode> find(JsonNode from, String relation, @Nullable String filter, Predicate<JsonNode> ours) {
        JsonNode link = link(from, relation);
        URI page = filter != null && link.path("templated").asBoolean()
                ? URI.create(plain(link) + "?%24filter=" + UriUtils.encode(filter, StandardCharsets.UTF_8))
                : plain(link);
        while (page != null) {
            JsonNode list = get(page);
            for (JsonNode one : list.path("results")) {
                if (ours.test(one)) {
                    return Optional.of(one);
                }
            }
            JsonNode next = list.path(FIELDS).path("next");
            page = next.hasNonNull("href") ? plain(next) : null;
        }
        return Optional.empty();
    }

    boolean offers(JsonNode from, String relation) {
        return from.path(FIELDS).path(relation).hasNonNull("href");
    }

    /** Makes a new object by a relation {@code …/ny-…/} and returns it as the archive has it. */
    JsonNode create(JsonNode from, String relation, Map<String, ?> object) {
        return body(http.post()
                .uri(plain(link(from, relation)))
                .contentType(NOARK5)
                .accept(NOARK5)
                .body(object)
                .retrieve()
                .body(JsonNode.class));
    }

    /** Sends a file to the relation {@code fil} of a document object. */
    JsonNode upload(JsonNode documentObject, String contentType, byte[] content) {
        return body(http.post()
                .uri(plain(link(documentObject, STRUCTURE + "fil/")))
                .contentType(MediaType.parseMediaType(contentType))
                .accept(NOARK5)
                .body(content)
                .retrieve()
                .body(JsonNode.class));
    }

    private JsonNode get(URI address) {
        return body(http.get().uri(address).accept(NOARK5).retrieve().body(JsonNode.class));
    }

    private static JsonNode body(@Nullable JsonNode body) {
        return body == null ? MissingNode.getInstance() : body;
    }

    private JsonNode link(JsonNode from, String relation) {
        if (!offers(from, relation)) {
            throw new ArchiveUnexpected(
                    "Arkivet tilbyr ikke «%s» der det trengs. Kontroller rettighetene til brukeren og at arkivet støtter Noark 5 tjenestegrensesnitt."
                            .formatted(relation));
        }
        return from.path(FIELDS).path(relation);
    }

    /** Without the parameters that the address may take. */
    private URI plain(JsonNode link) {
        return baseUrl.resolve(link.path("href").asText().replaceAll("\\{.*}", ""));
    }
}
