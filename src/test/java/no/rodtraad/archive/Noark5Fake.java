package no.rodtraad.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.rodtraad.document.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A small archive with the relations, fields and answers that Noark 5 tjenestegrensesnitt 1.1 publishes: strict about
 * fields, with one object a page, and with addresses nobody could guess.
 */
final class Noark5Fake implements AutoCloseable {

    static final String MEDIA_TYPE = "application/vnd.noark5+json";

    private static final String STRUCTURE = Noark5Server.STRUCTURE;
    private static final String CASES = Noark5Server.CASES;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The attributes of each class that a client may send (chapter 7 of the standard). */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "saksmappe",
            Set.of("tittel", "offentligTittel", "beskrivelse", "saksstatus", "skjerming"),
            "journalpost",
            Set.of(
                    "tittel",
                    "offentligTittel",
                    "beskrivelse",
                    "journalposttype",
                    "journalstatus",
                    "dokumentetsDato",
                    "skjerming"),
            "korrespondansepartperson",
            Set.of("korrespondanseparttype", "navn"),
            "dokumentbeskrivelse",
            Set.of("tittel", "beskrivelse", "dokumenttype", "dokumentstatus", "tilknyttetRegistreringSom"),
            "dokumentobjekt",
            Set.of("variantformat", "format", "filnavn", "mimeType", "sjekksum", "sjekksumAlgoritme", "filstoerrelse"));

    private final HttpServer server;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private int failAfter = Integer.MAX_VALUE;
    private int failWith = 503;
    private boolean damagesFiles;

    /** An object with what it belongs to. */
    private record Kept(String id, String type, @Nullable String parent, ObjectNode fields) {}

    Noark5Fake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        keep("arkivdel", null, JSON.createObjectNode().put("tittel", "Personal"));
        keep("arkivdel", null, JSON.createObjectNode().put("tittel", "Ansettelser"));
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/n5".formatted(server.getAddress().getPort()));
    }

    URI tokenUrl() {
        return baseUrl().resolve("/token");
    }

    /** From the request after so many, every answer is this status. */
    void failsAfter(int more, int status) {
        failAfter = requests.size() + more;
        failWith = status;
    }

    void works() {
        failAfter = Integer.MAX_VALUE;
    }

    void damagesFiles() {
        damagesFiles = true;
    }

    List<ObjectNode> all(String type) {
        return kept.values().stream()
                .filter(one -> one.type().equals(type))
                .map(Kept::fields)
                .toList();
    }

    int requests() {
        return requests.size();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/token")) {
            token(exchange, new String(body, StandardCharsets.UTF_8));
            return;
        }
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        if (requests.size() > failAfter) {
            send(exchange, failWith, JSON.createObjectNode());
        } else if (!"Bearer let-me-in".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, JSON.createObjectNode());
        } else if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, path, body);
        } else {
            get(exchange, path);
        }
    }

    private void token(HttpExchange exchange, String form) throws IOException {
        boolean right = form.contains("grant_type=password") && form.contains("username=rodtraad");
        send(exchange, right ? 200 : 400, JSON.createObjectNode().put("access_token", right ? "let-me-in" : ""));
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/n5")) {
            send(exchange, 200, links(Map.of(STRUCTURE, "/n5/s", CASES, "/n5/c")));
        } else if (path.equals("/n5/s")) {
            send(exchange, 200, links(Map.of(STRUCTURE + "arkivdel/", "/n5/list/arkivdel/-{?$filter&$top}")));
        } else if (path.equals("/n5/c")) {
            send(exchange, 200, links(Map.of(CASES + "saksmappe/", "/n5/list/saksmappe/-{?$filter&$top}")));
        } else if (path.startsWith("/n5/list/")) {
            list(exchange, path.split("/", -1));
        } else {
            send(exchange, 404, JSON.createObjectNode());
        }
    }

    /** One object a page. */
    private void list(HttpExchange exchange, String[] path) throws IOException {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        int skip =
                query.startsWith("skip=") ? Integer.parseInt(query.substring(5).split("&", -1)[0]) : 0;
        String filter = query.contains("%24filter=")
                ? URLDecoder.decode(query.substring(query.indexOf("%24filter=") + 10), StandardCharsets.UTF_8)
                : "";
        List<Kept> found = kept.values().stream()
                .filter(one -> one.type().startsWith(path[3])
                        || path[3].equals("registrering") && one.type().equals("journalpost"))
                .filter(one -> path[4].equals("-") || path[4].equals(one.parent()))
                .filter(one -> filter.isEmpty()
                        || filter.equals("beskrivelse eq '%s'"
                                .formatted(one.fields().path("beskrivelse").asText())))
                .toList();
        ObjectNode page = JSON.createObjectNode().put("count", found.size());
        if (skip < found.size()) {
            ArrayNode results = page.putArray("results");
            results.add(found.get(skip).fields());
        }
        if (skip + 1 < found.size()) {
            page.putObject("_links")
                    .putObject("next")
                    .put("href", "%s?skip=%d".formatted(String.join("/", path), skip + 1));
        }
        send(exchange, 200, page);
    }

    private void post(HttpExchange exchange, String path, byte[] body) throws IOException {
        String[] parts = path.split("/", -1);
        if (parts[2].equals("file")) {
            upload(exchange, parts[3], body);
            return;
        }
        String type = parts[3];
        JsonNode sent = JSON.readTree(body);
        boolean strange = !MEDIA_TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        for (Iterator<String> names = sent.fieldNames(); names.hasNext(); ) {
            strange |= !FIELDS.getOrDefault(type, Set.of()).contains(names.next());
        }
        if (strange) {
            send(exchange, 400, JSON.createObjectNode().put("description", "unknown field or media type"));
            return;
        }
        send(exchange, 201, keep(type, parts[4], (ObjectNode) sent));
    }

    private void upload(HttpExchange exchange, String id, byte[] body) throws IOException {
        ObjectNode object = java.util.Objects.requireNonNull(kept.get(id)).fields();
        String sum = Sha256.of(body);
        if (!sum.equals(object.path("sjekksum").asText())
                || body.length != object.path("filstoerrelse").asInt()) {
            send(exchange, 400, JSON.createObjectNode());
            return;
        }
        object.put("referanseDokumentfil", "/n5/file/" + id);
        ObjectNode answer = object.deepCopy();
        if (damagesFiles) {
            answer.put("sjekksum", "0".repeat(64));
        }
        send(exchange, 201, answer);
    }

    private ObjectNode keep(String type, @Nullable String parent, ObjectNode fields) {
        String id = "x" + ids.incrementAndGet();
        long number = kept.values().stream()
                        .filter(one -> one.type().equals(type) && java.util.Objects.equals(parent, one.parent()))
                        .count()
                + 1;
        fields.put("systemID", id);
        Map<String, String> links = new LinkedHashMap<>();
        switch (type) {
            case "arkivdel" -> links.put(CASES + "ny-saksmappe/", "/n5/new/saksmappe/" + id);
            case "saksmappe" -> {
                fields.put("mappeID", "2026/" + number);
                links.put(CASES + "ny-journalpost/", "/n5/new/journalpost/" + id);
                links.put(STRUCTURE + "registrering/", "/n5/list/registrering/" + id + "{?$filter}");
            }
            case "journalpost" -> {
                fields.put("journalpostnummer", number);
                links.put(STRUCTURE + "ny-korrespondansepartperson/", "/n5/new/korrespondansepartperson/" + id);
                links.put(STRUCTURE + "korrespondansepart/", "/n5/list/korrespondansepart/" + id);
                links.put(STRUCTURE + "ny-dokumentbeskrivelse/", "/n5/new/dokumentbeskrivelse/" + id);
                links.put(STRUCTURE + "dokumentbeskrivelse/", "/n5/list/dokumentbeskrivelse/" + id);
            }
            case "dokumentbeskrivelse" -> {
                links.put(STRUCTURE + "ny-dokumentobjekt/", "/n5/new/dokumentobjekt/" + id);
                links.put(STRUCTURE + "dokumentobjekt/", "/n5/list/dokumentobjekt/" + id);
            }
            case "dokumentobjekt" -> links.put(STRUCTURE + "fil/", "/n5/file/" + id);
            default -> {}
        }
        fields.setAll(links(links));
        kept.put(id, new Kept(id, type, parent, fields));
        return fields;
    }

    private static ObjectNode links(Map<String, String> links) {
        ObjectNode object = JSON.createObjectNode();
        ObjectNode all = object.putObject("_links");
        links.forEach((relation, href) -> {
            ObjectNode link = all.putObject(relation).put("href", href);
            if (href.contains("{")) {
                link.put("templated", true);
            }
        });
        return object;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        boolean token = exchange.getRequestURI().getPath().equals("/token");
        exchange.getResponseHeaders().set("Content-Type", token ? "application/json" : MEDIA_TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
