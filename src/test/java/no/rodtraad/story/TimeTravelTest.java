package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.TimeTravel;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Demoens klokke")
class TimeTravelTest extends Story {

    private static final String PAGE = "/saker/klokke";
    private static final String NEXT = "form[action$=/neste]";
    private static final String DAYS = "form[action$=/dager]";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    private TimeTravel travel;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PlatformTransactionManager transactions;

    private World world;
    private StaffBrowser admin;

    @BeforeEach
    void aMondayInAugust() {
        world = new World(management, outbox);
        world.itIs("2028-08-07", "09:00");
        admin = new StaffBrowser("http://127.0.0.1:" + port, "admin");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
        jdbc.sql("delete from demo_clock").update();
    }

    @Test
    void goesToTheDeadlineLetsItHappenAndGoesOnFromThere() throws Exception {
        String caseNumber = publishes();
        Document before = admin.visits(PAGE);
        assertThat(before.text()).contains("mandag 7. august 2028");
        assertThat(before.select("tr:contains(" + caseNumber + ")").text())
                .contains("Søknadsfristen er ute (Utlysning)")
                .as("the advert is out, so its deadline concerns nobody any more")
                .doesNotContain("Fristen nærmer seg");

        Document page = before;
        for (int stop = 0; stop < 20 && waitsForTheDeadline(caseNumber); stop++) {
            page = admin.sends(page, NEXT, Map.of());
        }

        assertThat(page.location()).endsWith(PAGE);
        assertThat(page.select("section[aria-labelledby=sist]").text()).contains("Søknadsfristen er ute", "Utført");
        assertThat(world.today()).isEqualTo(LocalDate.of(2028, 8, 29));
        assertThat(colleague("manager1").allOf(caseNumber)).contains("decideFewApplicants");
        Instant shown = ClockUtil.getCurrentTime().toInstant();
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(ClockUtil.getCurrentTime()).as("the clock goes on").isAfter(shown);
    }

    @Test
    void goesANumberOfDaysForwardAndSaysSoOnEveryPage() {
        admin.sends(admin.visits(PAGE), DAYS, Map.of("dager", "30"));

        assertThat(world.today()).isEqualTo(LocalDate.of(2028, 9, 6));
        String banner = "Demoens klokke viser onsdag 6. september 2028 kl. 09.00";
        assertThat(admin.visits(PAGE).select(".demo-clock").text()).isEqualTo(banner);
        assertThat(admin.visits("/saker").select(".demo-clock").text()).isEqualTo(banner);
        assertThat(admin.visits("/").select(".demo-clock").text()).isEqualTo(banner);
        Document ofHr = new StaffBrowser("http://127.0.0.1:" + port, "hr1").visits("/saker");
        assertThat(ofHr.select(".demo-clock").text()).isEqualTo(banner);
        assertThat(ofHr.select(".site-nav").text()).doesNotContain("Klokken");
    }

    @Test
    void showsTheSameTimeAfterARestart() {
        travel.to(ClockUtil.getCurrentTime().toInstant().plus(100, ChronoUnit.DAYS));
        Instant moved = ClockUtil.getCurrentTime().toInstant();
        ClockUtil.reset();

        TimeTravel restarted =
                (TimeTravel) application.getAutowireCapableBeanFactory().createBean(travel.getClass());

        assertThat(restarted.hasMoved()).isTrue();
        assertThat(ClockUtil.getCurrentTime().toInstant()).isBetween(moved, moved.plusSeconds(60));
    }

    @Test
    void takesAFormAgainFromAPageThatHasBeenOpenForAWhile() {
        Document page = admin.visits(PAGE);
        admin.visits("/saker");

        assertThat(admin.sends(page, DAYS, Map.of("dager", "to uker")).text()).contains("helt tall fra 1 til 400");
        assertThat(admin.sends(page, DAYS, Map.of("dager", "tre uker")).text()).contains("helt tall fra 1 til 400");
    }

    @Test
    void saysHowToSendAgainWhatComesFromAPageTheBrowserHasForgotten() {
        Document page = admin.visits(PAGE);
        page.select("input[name=_csrf]").val("forgotten");

        assertThat(admin.sends(page, DAYS, Map.of("dager", "3")).text())
                .contains("Ingenting er lagret", "Last siden på nytt");
    }

    @Test
    void takesOnlyWholeNumbersFromOneTo400AndSaysWhyItNeverGoesBack() {
        Instant before = ClockUtil.getCurrentTime().toInstant();

        assertThat(refusal("-3")).contains("Klokken kan bare gå fram", "brev er sendt");
        assertThat(refusal("0")).contains("Klokken kan bare gå fram");
        assertThat(refusal("401")).contains("høyst 400 dager");
        assertThat(refusal("99999999999999999999")).contains("høyst 400 dager");
        assertThat(refusal("to uker")).contains("helt tall fra 1 til 400");
        assertThat(refusal("")).contains("helt tall fra 1 til 400");
        assertThatIllegalArgumentException().isThrownBy(() -> travel.to(before.minusSeconds(1)));

        assertThat(ClockUtil.getCurrentTime()).isEqualTo(before);
    }

    @Test
    void isMovedByAdministratorsOnly() {
        StaffBrowser hr = new StaffBrowser("http://127.0.0.1:" + port, "hrLead1");

        assertThat(hr.visits(PAGE).text()).contains("Bare en administrator kan flytte demoens klokke");
    }

    @Test
    void goesOnPastAStepThatFailsAndTellsOfIt() throws Exception {
        String caseNumber = publishes();
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .activityId("applicationDeadline")
                .list()
                .forEach(execution -> runtime.setVariable(execution.getId(), "caseId", "nobody knows this case"));
        try {
            Document page = admin.sends(admin.visits(PAGE), DAYS, Map.of("dager", "60"));

            assertThat(world.today()).isEqualTo(LocalDate.of(2028, 10, 6));
            assertThat(page.select("section[aria-labelledby=sist] tr:contains(" + caseNumber + ")")
                            .text())
                    .contains("Feilet, se Cockpit");
            assertThat(page.text()).doesNotContain("nobody knows");
        } finally {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .rootProcessInstances()
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
        }
    }

    @Test
    void isMovedByOneAtATime() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Document page = admin.visits(PAGE);
        Thread slowDelivery = new Thread(() -> delivers(held, letGo));
        slowDelivery.start();
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        Thread first = new Thread(() -> travel.to(ClockUtil.getCurrentTime().toInstant()));
        first.start();
        await(() -> first.getState() == Thread.State.TIMED_WAITING);

        Document second = admin.sends(page, DAYS, Map.of("dager", "1"));
        letGo.countDown();
        slowDelivery.join();
        first.join();

        assertThat(second.select("#problem").text()).contains("Klokken er allerede på vei framover");
        admin.sends(admin.visits(PAGE), DAYS, Map.of("dager", "1"));
        assertThat(world.today()).isEqualTo(LocalDate.of(2028, 8, 8));
    }

    /** Somebody else has an effect in hand, and a journey waits for it. */
    private void delivers(CountDownLatch held, CountDownLatch letGo) {
        jdbc.sql("""
                        insert into outbox (id, kind, tenant_id, payload, created_at, next_try_at)
                        values ('slow', 'TELL_PROCESS', 'eksempelvik', '{}', :now, :now)""").param("now", ClockUtil.getCurrentTime()).update();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select id from outbox where id = 'slow' for update")
                    .query(String.class)
                    .single();
            held.countDown();
            try {
                assertThat(letGo.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            jdbc.sql("delete from outbox where id = 'slow'").update();
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int round = 0; round < 2_000 && !condition.getAsBoolean(); round++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private String refusal(String days) {
        return admin.sends(admin.visits(PAGE), DAYS, Map.of("dager", days))
                .select("#problem")
                .text();
    }

    /** From need to published advert, by everyone whose turn it is; the last day to apply is in three weeks. */
    private String publishes() throws IOException {
        String caseNumber = colleague("manager1")
                .reportsNeed(
                        "eksempelvik",
                        Map.of(
                                "title", "Ingeniør vann og avløp",
                                "workplace", "Teknisk drift",
                                "occupationalGroup", "engineer",
                                "reason", "replacement",
                                "extentPercent", 100,
                                "temporary", false,
                                "worksWithChildren", false,
                                "userParticipation", false,
                                "desiredStart", "2029-01-08"));
        colleague("manager1").does(caseNumber, "assessNeed");
        colleague("hr1").does(caseNumber, "clarifyPreferenceRights");
        if (colleague("hr1").allOf(caseNumber).contains("coordinateJointAdvert")) {
            colleague("hr1").does(caseNumber, "coordinateJointAdvert");
        }
        colleague("budgetOwner1").does(caseNumber, "approvePosition", Map.of("approvalOutcome", "approve"));
        colleague("hr1").does(caseNumber, "setUpPlan", Map.of("participantGroups", List.of("manager", "hr")));
        for (String participant : List.of("manager1", "hr1")) {
            colleague(participant).doesOwn(caseNumber, "confirmParticipation", Map.of());
        }
        colleague("manager1").does(caseNumber, "writeAdvert", advert());
        colleague("hr1").does(caseNumber, "reviewAdvert", Map.of("advertApproved", true));
        colleague("hr1").does(caseNumber, "chooseChannels", Map.of("channelChoice", List.of("own")));
        return caseNumber;
    }

    private Map<String, Object> advert() throws IOException {
        Map<String, Object> advert = new LinkedHashMap<>();
        try (InputStream file = new ClassPathResource("demo/adverts/engineer.json").getInputStream()) {
            new ObjectMapper()
                    .readTree(file)
                    .fields()
                    .forEachRemaining(field -> advert.put(
                            field.getKey(), new ObjectMapper().convertValue(field.getValue(), Object.class)));
        }
        advert.remove("occupationalGroup");
        advert.remove("applicationDeadlineInDays");
        advert.put("applicationDeadline", world.today().plusDays(21).toString());
        return advert;
    }

    private boolean waitsForTheDeadline(String caseNumber) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .activityId("applicationDeadline")
                        .count()
                > 0;
    }

    private Colleague colleague(String user) {
        return new Colleague("http://127.0.0.1:" + port, user, world);
    }
}
