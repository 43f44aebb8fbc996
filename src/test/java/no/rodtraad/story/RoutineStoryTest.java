package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.rodtraad.document.VeraPdf;
import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@DisplayName("Rutinen")
class RoutineStoryTest extends Story {

    private static final String TENANT = "eksempelvik";
    private static final String TABLE = "processes/deadlines.dmn";
    private static final String PAGE = "/saker/rutine";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    private StaffBrowser manager;

    @BeforeEach
    void managerReads() {
        manager = new StaffBrowser("http://127.0.0.1:" + port, "manager1");
    }

    @Test
    void isWrittenByTheDiagramsTheTableAndTheForms() {
        Document page = manager.visits(PAGE);

        assertThat(page.select("nav[aria-labelledby=kapitler] li").eachText())
                .startsWith("Ansettelsessak", "Behov")
                .contains("Kandidatreise", "Prøvetid")
                .doesNotHaveDuplicates();
        String step = page.select("#writeAdvert").text();
        assertThat(step)
                .contains("Skriv utlysningstekst")
                .contains("Gjøres av Leder i oppgavelisten")
                .contains("Frist: 3 arbeidsdager, påminnelse etter 2 arbeidsdager, brutt etter 5 arbeidsdager")
                .contains("Lov og regler: offentleglova § 25 (kontroller mot Lovdata før bruk)")
                .contains("Teksten er skrevet til målgruppen");
        assertThat(page.select("#archiveAdvert").text()).contains("Arkiveres: D06 Utlysning");
        assertThat(page.select("#twoMonths").text()).contains("Når: 2 måneder etter første arbeidsdag");
        assertThat(page.select("section[aria-labelledby=frister]").text())
                .contains("årshjulet vil ha annonsen ute senest 1. mars 7 arbeidsdager");
        assertThat(page.select(".timeline__text").eachText())
                .hasSize(8)
                .startsWith("Stillingen er godkjent 10 arbeidsdager, til sammen 2 uker")
                .last()
                .asString()
                .startsWith("Første arbeidsdag");
        assertThat(page.select("#isApproved").text()).contains("Ja: Plan");
        assertThat(page.text()).doesNotContain("${");
    }

    @Test
    void followsADeadlineThatHrChangesAndKeepsTheOlderVersions() {
        String before = manager.visits(PAGE).select("a[href*=/pdf]").attr("href");
        String table = text();
        try {
            assertThat(deploys(table.replaceFirst(
                            "(?s)(<rule id=\"writeAdvertDeadline\">.*?)\"3 arbeidsdager\"", "$1\"4 arbeidsdager\"")))
                    .isEqualTo(200);

            assertThat(manager.visits(PAGE).select("#writeAdvert").text()).contains("Frist: 4 arbeidsdager");
            Document older = manager.visits(before.replace("/pdf", ""));
            assertThat(older.select("#writeAdvert").text()).contains("Frist: 3 arbeidsdager");
            assertThat(older.text()).contains("Du leser en eldre versjon");
        } finally {
            assertThat(deploys(table)).isEqualTo(200);
        }
    }

    @Test
    void hasACardForEachRoleWithItsOwnTasksOnly() {
        Document union = manager.visits(PAGE + "/roller/union");

        assertThat(union.select("h1").text()).isEqualTo("Rollekort: Tillitsvalgt");
        assertThat(union.select(".step h3").eachText())
                .contains("Gi uttalelse", "Bekreft rollen din")
                .doesNotContain("Skriv utlysningstekst", "Arkiver utlysningen");
    }

    @Test
    void isAnArchivableAndAccessibleDocumentToo() {
        for (String path : new String[] {PAGE + "/pdf", PAGE + "/roller/union/pdf"}) {
            byte[] pdf =
                    manager.downloads(manager.visits(path.replace("/pdf", "")).expectFirst("a[href*=/pdf]"));
            assertThat(VeraPdf.complaints(pdf)).as(path).isEmpty();
        }
    }

    @Test
    void isOfOnesOwnMunicipalityOnly() {
        assertThat(manager.visits(PAGE + "?kommune=provedal").text())
                .contains("Siden finnes ikke, eller den hører til en annen kommune.");
        assertThat(manager.visits(PAGE + "/roller/sjefen").text()).contains("Velg en rolle i rutinen.");
        assertThat(manager.visits(PAGE + "?versjon=finnes-ikke").text()).contains("Velg en versjon i listen.");
    }

    /** The whole routine is made of the same parts, and is so long that axe takes a minute to read it. */
    @Test
    void canBeReadByEverybody() {
        try (Eyes eyes = new Eyes("http://127.0.0.1:" + port)) {
            eyes.logsIn("manager1");
            eyes.lookAt(PAGE + "/roller/union");
        }
    }

    private int deploys(String table) {
        return new Colleague("http://127.0.0.1:" + port, "admin", new World(management, outbox))
                .deploys(TENANT, TABLE, table)
                .status();
    }

    private static String text() {
        try {
            return new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
