package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The time of a case")
class CaseTimeTest extends Story {

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    private JdbcClient jdbc;

    private World world;
    private String caseNumber = "";

    @BeforeEach
    void aNeedIsReported() {
        world = new World(management, outbox);
        world.itIs("2026-02-02", "09:00");
        caseNumber = colleague("manager1")
                .reportsNeed(
                        "eksempelvik",
                        Map.of(
                                "title", "Fysioterapeut",
                                "workplace", "Helsehuset",
                                "occupationalGroup", "nurse",
                                "reason", "replacement",
                                "extentPercent", 100,
                                "temporary", false,
                                "worksWithChildren", false,
                                "userParticipation", false,
                                "desiredStart", "2026-09-01"));
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @Test
    void isWaitingUntilATaskIsTakenAndWorkUntilItIsDone() {
        String task = colleague("manager1").theTask(caseNumber, "assessNeed");
        world.itIs("2026-02-03", "10:00");
        claims(task, "manager1");
        world.itIs("2026-02-03", "14:00");
        assertThat(colleague("manager1")
                        .post("/task/" + task + "/unclaim", null)
                        .status())
                .isEqualTo(204);
        world.itIs("2026-02-04", "09:00");
        colleague("manager1").does(caseNumber, "assessNeed");

        assertThat(spans("assessNeed"))
                .containsExactly(
                        "WAITING_TO_BE_CLAIMED 25 h", "WORKED 4 h", "WAITING_TO_BE_CLAIMED 19 h", "WORKED 0 h");
        assertThat(spans("clarifyPreferenceRights")).containsExactly("WAITING_TO_BE_CLAIMED goes on");
    }

    @Test
    void isNotInAnyonesHandsUnlessTheyTookTheTaskThemselves() {
        String task = colleague("manager1").theTask(caseNumber, "assessNeed");
        claims(task, "manager1");

        assertThat(colleague("hr1").post("/task/" + task + "/unclaim", null).status())
                .as("another one's task")
                .isEqualTo(403);
        assertThat(colleague("hr2").post("/task/" + task + "/unclaim", null).status())
                .as("another municipality's")
                .isGreaterThanOrEqualTo(400);
        ObjectNode other = new ObjectMapper().createObjectNode().put("userId", "it1");
        assertThat(colleague("manager1")
                        .post("/task/" + task + "/assignee", other)
                        .status())
                .as("handing it on")
                .isEqualTo(403);
        assertThat(spans("assessNeed")).containsExactly("WAITING_TO_BE_CLAIMED 0 h", "WORKED goes on");

        assertThat(colleague("manager1")
                        .post("/task/" + task + "/unclaim", null)
                        .status())
                .isEqualTo(204);
        claims(task, "hr1");
    }

    @Test
    void isASystemsWhenAStepIsSlowOrTriedAgain() {
        colleague("manager1").completes(caseNumber, "assessNeed", Map.of());
        world.itIs("2026-02-02", "15:00");

        assertThat(spans("archiveNeedAssessment")).containsExactly("WAITING_FOR_SYSTEM 6 h");
        assertThat(spans("checkCollisions")).as("a step that is done at once").isEmpty();
    }

    @Test
    void isKeptInOneRowThatFollowsTheJourney() {
        assertThat(clocks()).containsEntry("need", "2026-02-02").containsEntry("approved", null);

        colleague("manager1").does(caseNumber, "assessNeed");
        colleague("hr1").does(caseNumber, "clarifyPreferenceRights");
        if (colleague("hr1").allOf(caseNumber).contains("coordinateJointAdvert")) {
            colleague("hr1").does(caseNumber, "coordinateJointAdvert");
        }
        world.itIs("2026-02-06", "12:00");
        colleague("budgetOwner1").does(caseNumber, "approvePosition", Map.of("approvalOutcome", "approve"));

        assertThat(clocks())
                .containsEntry("need", "2026-02-02")
                .containsEntry("approved", "2026-02-06")
                .containsEntry("advert", null);
    }

    private Map<String, Object> clocks() {
        return jdbc.sql("""
                        select need_reported_at::date::text as need, approved_at::date::text as approved,
                               advert_published_at::date::text as advert
                        from case_clocks where case_id = :case""").param("case", "eksempelvik-" + caseNumber).query().singleRow();
    }

    @Test
    void isShownToHrWithoutPercentilesOfFewCasesOnPagesAnybodyCanUse() {
        Document page = new StaffBrowser("http://127.0.0.1:" + port, "hr2").visits("/saker/tider");

        assertThat(page.text())
                .contains("Fra behov til signert avtale", "For få saker", "205 dager fra behov til første arbeidsdag");
        assertThat(new StaffBrowser("http://127.0.0.1:" + port, "it1")
                        .visits("/saker/tider")
                        .text())
                .contains("Tidene kan leses av HR, HR-leder og administrator.");
        try (Eyes eyes = new Eyes("http://127.0.0.1:" + port)) {
            eyes.logsIn("hr1");
            eyes.lookAt("/saker/tider");
            eyes.lookAt("/saker");
            eyes.lookAt("/saker/eksempelvik-" + caseNumber);
            eyes.logsIn("admin");
            eyes.lookAt("/saker/klokke");
        }
    }

    private List<String> spans(String element) {
        return jdbc.sql("""
                        select kind || ' ' || coalesce(
                          round(extract(epoch from ended_at - started_at) / 3600) || ' h', 'goes on')
                        from case_spans where case_id = :case and element = :element order by started_at, ended_at""")
                .param("case", "eksempelvik-" + caseNumber)
                .param("element", element)
                .query(String.class)
                .list();
    }

    private void claims(String task, String user) {
        ObjectNode body = new ObjectMapper().createObjectNode().put("userId", user);
        assertThat(colleague(user).post("/task/" + task + "/claim", body).status())
                .isEqualTo(204);
    }

    private Colleague colleague(String user) {
        return new Colleague("http://127.0.0.1:" + port, user, world);
    }
}
