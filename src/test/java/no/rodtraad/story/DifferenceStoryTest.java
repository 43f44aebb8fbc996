package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.DrawnProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@DisplayName("Forskjellen mellom to versjoner")
class DifferenceStoryTest extends Story {

    private static final String TENANT = "eksempelvik";
    private static final String ADVERT = "processes/advert.bpmn";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    private DrawnProcesses drawn;

    @Test
    void isToldInWordsAndMarkedOnBothDrawings() {
        String shipped = text(ADVERT);
        try {
            Colleague.Answer answer = deploys(withAnotherTask(shipped));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            String now = newest();
            String before = drawn.versions(TENANT).get(1).id();

            Document page = hr().visits(path(now));
            assertThat(page.select(".finding__what").eachText())
                    .containsExactly(
                            "+ 1 Ny oppgave «Spør en kollega» for HR",
                            "+ 2 Ny pil fra «Spør en kollega» til «Er brukere med?»",
                            "≠ 3 Oppgaven «Les korrektur»",
                            "≠ 4 Pilen fra «Skriv utlysningstekst» til «Spør en kollega»");
            assertThat(page.select(".finding").text())
                    .contains("Navnet er endret fra «Kvalitetssikre utlysningsteksten» til «Les korrektur».")
                    .contains("Hvor pilen går til er endret fra «Er brukere med?» til «Spør en kollega».");
            assertThat(page.select("figure").get(0).select("g text").eachText()).containsExactlyInAnyOrder("≠3", "≠4");
            assertThat(page.select("figure").get(1).select("g text").eachText())
                    .containsExactlyInAnyOrder("+1", "+2", "≠3", "≠4");

            Document back = hr().visits(path(before) + "?fra=" + now);
            assertThat(back.text()).contains("Oppgaven «Spør en kollega» er borte");
            String first = drawn.versions(TENANT)
                    .get(drawn.versions(TENANT).size() - 1)
                    .id();
            assertThat(hr().visits(path(first)).text())
                    .contains("Dette er den første versjonen. Velg en annen å sammenligne med.");
            try (Eyes eyes = new Eyes("http://127.0.0.1:" + port)) {
                eyes.logsIn("hr1");
                eyes.lookAt(path(now));
            }
        } finally {
            assertThat(deploys(shipped).status()).isEqualTo(200);
        }
    }

    @Test
    void isForThoseWhoReadAboutTheProcessesOfTheirOwnMunicipality() {
        assertThat(hr().visits(path(drawn.versions("provedal").get(0).id())).text())
                .contains("Versjonen finnes ikke, eller den hører til en annen kommune.");
        assertThat(new StaffBrowser("http://127.0.0.1:" + port, "manager1")
                        .visits(path(newest()))
                        .text())
                .contains("Prosesser kan leses av HR");
    }

    private String newest() {
        return drawn.versions(TENANT).get(0).id();
    }

    private static String path(String version) {
        return "/prosesser/versjoner/" + version + "/forskjell";
    }

    private static String withAnotherTask(String advert) {
        return advert.replace("name=\"Kvalitetssikre utlysningsteksten\"", "name=\"Les korrektur\"")
                .replace("<bpmn:exclusiveGateway id=\"withUsers\"", """
                        <bpmn:userTask id="askColleague" name="Spør en kollega" camunda:formRef="review-advert" camunda:formRefBinding="deployment" camunda:candidateGroups="hr" camunda:dueDate="${deadline.workingDaysFromNow(2)}">
                          <bpmn:extensionElements>
                            <camunda:properties>
                              <camunda:property name="role" value="HR" />
                              <camunda:property name="checklist" value="advert-text" />
                            </camunda:properties>
                          </bpmn:extensionElements>
                          <bpmn:incoming>writeAdvertToWithUsers</bpmn:incoming>
                          <bpmn:outgoing>askColleagueToWithUsers</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="askColleagueToWithUsers" sourceRef="askColleague" targetRef="withUsers" />
                        <bpmn:exclusiveGateway id="withUsers\"""")
                .replace(
                        "<bpmn:incoming>writeAdvertToWithUsers</bpmn:incoming>\n      <bpmn:outgoing>withUsersTo",
                        "<bpmn:incoming>askColleagueToWithUsers</bpmn:incoming>\n      <bpmn:outgoing>withUsersTo")
                .replace(
                        "sourceRef=\"writeAdvert\" targetRef=\"withUsers\"",
                        "sourceRef=\"writeAdvert\" targetRef=\"askColleague\"")
                .replace("<di:waypoint x=\"516\" y=\"252\" />", "<di:waypoint x=\"505\" y=\"130\" />")
                .replaceFirst("(?=<bpmndi:BPMNShape id=\"writeAdvert_di)", """
                        <bpmndi:BPMNShape id="askColleagueShape" bpmnElement="askColleague">
                          <dc:Bounds x="491" y="50" width="100" height="80" />
                        </bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="askColleagueToWithUsersEdge" bpmnElement="askColleagueToWithUsers">
                          <di:waypoint x="541" y="130" />
                          <di:waypoint x="541" y="227" />
                        </bpmndi:BPMNEdge>
                        """);
    }

    private Colleague.Answer deploys(String advert) {
        return new Colleague("http://127.0.0.1:" + port, "admin", new World(management, outbox))
                .deploys(TENANT, ADVERT, advert);
    }

    private StaffBrowser hr() {
        return new StaffBrowser("http://127.0.0.1:" + port, "hr1");
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
