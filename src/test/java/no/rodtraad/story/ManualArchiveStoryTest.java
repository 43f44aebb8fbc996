package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A municipality without an archive system that can be reached: the archivist registers by hand. */
@DisplayName("Archiving by hand")
class ManualArchiveStoryTest extends Story {

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    private World world;

    @BeforeEach
    void nineInTheMorning() {
        world = new World(management, outbox);
        world.itIs("2026-02-02", "09:00");
    }

    @AfterEach
    void asBefore() {
        chooses("folder");
        ClockUtil.reset();
    }

    @Test
    void theArchivistGetsATaskAPackageAndIsDoneWhenEveryRecordHasItsNumber() {
        assertThat(chooses("manual").text())
                .contains("Lagret. Valget gjelder fra nå av.", "Arkivaren registrerer for hånd – valgt av");
        String caseNumber = needIsAssessed();
        String archive = "/saker/eksempelvik-" + caseNumber + "/arkiv";
        Colleague archivist = colleague("archive1");

        String task = archivist.theTask(caseNumber, "registerRecords");
        assertThat(archivist.opens(task).path("waitingRecords").path("value").asText())
                .isEqualTo("1. Behovsvurdering");
        Colleague.Answer tooEarly = archivist.sends(task, Map.of());
        assertThat(tooEarly.status()).isEqualTo(400);
        assertThat(tooEarly.body()).contains("1 dokument mangler fortsatt nummer fra arkivet");

        StaffBrowser browser = new StaffBrowser(baseUrl(), "archive1");
        Document page = browser.visits(archive);
        assertThat(page.text())
                .contains("Venter på arkivaren", "D01 Behovsvurdering (nr. 1) venter på nummer fra arkivaren.");
        String check = page.expectFirst("a:contains(Kontroller filene)").attr("href");
        assertThat(browser.visits(check).text())
                .contains("Alle filene i arkivmappen er slik de var da de ble arkivert.");
        assertThat(browser.downloads(page.expectFirst("a:contains(Last ned pakken)")))
                .startsWith((byte) 'P', (byte) 'K');
        assertThat(browser.sends(page, "form[action$=/arkiv]", Map.of()).text())
                .contains("Skriv nummeret fra arkivet ved minst ett dokument.");
        assertThat(browser.sends(page, "form[action$=/arkiv]", Map.of("nr-1", "9".repeat(61)))
                        .expectFirst("[name=nr-1]")
                        .val())
                .as("what was typed")
                .hasSize(61);
        try (Eyes eyes = new Eyes(baseUrl())) {
            eyes.logsIn("archive1");
            eyes.lookAt(check);
        }
        assertThat(browser.sends(page, "form[action$=/arkiv]", Map.of("nr-1", "2026/44-1"))
                        .text())
                .contains("1 dokument har fått nummer.", "I arkivet", "2026/44-1");

        world.itIs("2026-02-04", "09:00");
        archivist.does(caseNumber, "registerRecords");
        assertThat(archivist.allOf(caseNumber)).doesNotContain("registerRecords");
        assertThat(new StaffBrowser(baseUrl(), "hrLead1")
                        .visits("/saker/oppsett")
                        .text())
                .contains("1 er gjort for hånd.");
        assertThat(new StaffBrowser(baseUrl(), "manager1").visits(archive).text())
                .contains("Arkivet for saken kan leses av arkivar, HR og HR-leder.");
        assertThat(new StaffBrowser(baseUrl(), "archive2").visits(archive).text())
                .doesNotContain("2026/44-1");
        world.nothingHasFailed();
    }

    private String needIsAssessed() {
        String caseNumber = colleague("manager1")
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
        colleague("manager1").does(caseNumber, "assessNeed");
        return caseNumber;
    }

    private Document chooses(String adapter) {
        StaffBrowser lead = new StaffBrowser(baseUrl(), "hrLead1");
        return lead.sends(lead.visits("/saker/oppsett"), "form:has(input[value=ARCHIVE])", Map.of("valg", adapter));
    }

    private Colleague colleague(String user) {
        return new Colleague(baseUrl(), user, world);
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + port;
    }
}
