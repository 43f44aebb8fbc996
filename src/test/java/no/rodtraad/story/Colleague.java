package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An employee at work in Tasklist: the same REST calls, with the employee's own login. */
final class Colleague {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BOUNDARY = "rodtraad-part";
    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final String baseUrl;
    private final String user;
    private final World world;

    Colleague(String baseUrl, String user, World world) {
        this.baseUrl = baseUrl;
        this.user = user;
        this.world = world;
    }

    /** Fills in «Meld behov» and returns the case number. */
    String reportsNeed(String tenant, Map<String, Object> answers) {
        String process = "/process-definition/key/hiring-case/tenant-id/" + tenant;
        JsonNode form = ok(get(process + "/deployed-start-form"));
        ObjectNode body = JSON.createObjectNode();
        body.set("variables", new FilledForm(form, JSON.createObjectNode(), answers, world.today()).asVariables());
        JsonNode started = ok(post(process + "/submit-form", body));
        world.settle();
        return started.path("businessKey").asText();
    }

    /** An ordinary position, in which nothing special is to be clarified. Returns the case number. */
    String reportsNeedOfAnOfficer(String tenant) {
        return reportsNeed(
                tenant,
                Map.of(
                        "title",
                        "Saksbehandler",
                        "workplace",
                        "Rådhuset",
                        "occupationalGroup",
                        "office",
                        "reason",
                        "replacement",
                        "extentPercent",
                        100,
                        "temporary",
                        false,
                        "worksWithChildren",
                        false,
                        "userParticipation",
                        false));
    }

    /** Takes the one task of this kind in the case, fills in its form and sends it. */
    void does(String caseNumber, String step, Map<String, Object> answers) {
        completes(caseNumber, step, answers);
        world.settle();
    }

    /** The same, but what follows by itself waits. */
    void completes(String caseNumber, String step, Map<String, Object> answers) {
        String task = theTask(caseNumber, step);
        Answer answer = sends(task, answers);
        assertThat(answer.status())
                .as("%s by %s: %s", step, user, answer.body())
                .isEqualTo(204);
    }

    void does(String caseNumber, String step) {
        does(caseNumber, step, Map.of());
    }

    /** The same for a task that several groups have, each their own. */
    void doesOwn(String caseNumber, String step, Map<String, Object> answers) {
        List<String> tasks = tasks(caseNumber, step);
        assertThat(tasks).as("%s sees %s in %s", user, step, caseNumber).isNotEmpty();
        Answer answer = sends(tasks.get(0), answers);
        assertThat(answer.status())
                .as("%s by %s: %s", step, user, answer.body())
                .isEqualTo(204);
        world.settle();
    }

    /** Opens the case page in the browser and cancels the case there. */
    void cancels(String caseNumber, String reason) {
        new StaffBrowser(baseUrl, user).cancels("eksempelvik-" + caseNumber, reason);
        world.settle();
    }

    /** What the form of a task shows when it is opened. */
    JsonNode opens(String task) {
        return ok(get("/task/" + task + "/form-variables?deserializeValues=false"));
    }

    /** Sends a form and returns what the server says. */
    Answer sends(String task, Map<String, Object> answers) {
        ok(post("/task/" + task + "/claim", JSON.createObjectNode().put("userId", user)));
        JsonNode form = ok(get("/task/" + task + "/deployed-form"));
        ObjectNode body = JSON.createObjectNode();
        body.set("variables", new FilledForm(form, opens(task), answers, world.today()).asVariables());
        return post("/task/" + task + "/submit-form", body);
    }

    String theTask(String caseNumber, String step) {
        List<String> tasks = tasks(caseNumber, step);
        assertThat(tasks)
                .as("%s sees one %s in %s; %s", user, step, caseNumber, allOf(caseNumber))
                .hasSize(1);
        return tasks.get(0);
    }

    List<String> tasks(String caseNumber, String step) {
        return ids("/task?maxResults=500&processInstanceBusinessKey=" + caseNumber + "&taskDefinitionKey=" + step);
    }

    /** Names of all tasks in the case that this employee may see. */
    List<String> allOf(String caseNumber) {
        List<String> names = new ArrayList<>();
        ok(get("/task?maxResults=500&processInstanceBusinessKey=" + caseNumber))
                .forEach(task -> names.add(task.path("taskDefinitionKey").asText()));
        return names;
    }

    /** When the one task of this kind in the case is due. */
    Instant dueOf(String caseNumber, String step) {
        return OffsetDateTime.parse(
                        ok(get("/task/" + theTask(caseNumber, step)))
                                .path("due")
                                .asText(),
                        ENGINE_TIME)
                .toInstant();
    }

    /** One file, as the Modeler sends it. */
    Answer deploys(String tenant, String name, String content) {
        return deploys(tenant, Map.of(name, content));
    }

    /**
     * Files in the parts and the order the Modeler sends them in.
     *
     * @param tenant what is written in «Tenant ID»; empty when nothing is
     */
    Answer deploys(String tenant, Map<String, String> files) {
        return deploys(tenant, files, "modeler");
    }

    /** @param deploymentName what is written in «Deployment name» */
    Answer deploys(String tenant, Map<String, String> files, String deploymentName) {
        StringBuilder body = new StringBuilder();
        body.append(part("deployment-name", "", deploymentName));
        body.append(part("deployment-source", "", "Camunda Modeler"));
        body.append(part("enable-duplicate-filtering", "", "true"));
        if (!tenant.isEmpty()) {
            body.append(part("tenant-id", "", tenant));
        }
        files.forEach((name, content) -> body.append(part(name, "; filename=\"" + name + "\"", content)));
        body.append("--" + BOUNDARY + "--\r\n");
        return send(request("/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static String part(String name, String more, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, more, content);
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        ok(get(path)).forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }

    record Answer(int status, String body) {}

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** What the Modeler sends first, to learn whether a login is wanted. */
    Answer withoutLogin(String path) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Accept", "application/json")
                .build());
    }

    /** A page of somebody else's, in a browser that remembers the login, sends a form. */
    Answer deploysFrom(String origin) {
        return send(request("/deployment/create")
                .header("Origin", origin)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"))
                .build());
    }

    Answer puts(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(String.valueOf(body)))
                .build());
    }

    Answer deletes(String path) {
        return send(request(path).DELETE().build());
    }

    Answer post(String path, @Nullable JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(baseUrl + "/engine-rest" + path))
                .header("Authorization", "Basic " + login)
                .header("Accept", "application/json");
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as("%s: %s", user, answer.body()).isBetween(200, 299);
        try {
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
