package no.rodtraad.story;

import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The story of one hiring, from the morning it begins. */
abstract class CaseStory extends Story {

    private final String begins;
    private final LocalDate firstDay;

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    JdbcClient jdbc;

    World world;
    Eyes eyes;
    HiringCase hiring;

    /** @param begins ISO date */
    CaseStory(String begins, LocalDate firstDay) {
        this.begins = begins;
        this.firstDay = firstDay;
    }

    @BeforeEach
    void nineInTheMorning() {
        String baseUrl = baseUrl();
        world = new World(management, outbox);
        eyes = new Eyes(baseUrl);
        world.itIs(begins, "09:00");
        hiring = anotherCase();
    }

    /** From need to published advert. Returns the last day to apply, three weeks ahead. */
    LocalDate publishes() {
        return publishes(hiring);
    }

    LocalDate publishes(HiringCase one) {
        one.reportNeed();
        one.assessNeed();
        one.approve();
        one.setUpPlan(Map.of());
        LocalDate deadline = world.today().plusDays(21);
        one.writeAdvert(deadline);
        one.publish();
        return deadline;
    }

    HiringCase anotherCase() {
        return new HiringCase(baseUrl(), world, eyes, jdbc, IMAP_PORT, firstDay);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    Candidate candidate(String name) {
        return new Candidate(baseUrl(), world, IMAP_PORT, name);
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
        eyes.close();
    }
}
