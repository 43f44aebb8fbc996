package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import no.rodtraad.merging.Merges;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationFiles;
import no.rodtraad.process.DrawnProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What HR meets when the files that come with the system change under those that the municipality has made its own. */
@DisplayName("Grunnvariant og egne filer")
class MergeStoryTest extends Story {

    private static final String TENANT = "eksempelvik";
    private static final String OTHER = "provedal";
    private static final String PLAN = "processes/plan.bpmn";
    private static final String FORM = "forms/write-advert.form";
    private static final String PAGE = "/prosesser/fletting";
    private static final String TASK = "name=\"Sett opp plan og tidslinje\"";
    private static final String STORED = "name=\"Arkiver planen\"";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DrawnProcesses drawn;

    @Autowired
    private Merges merges;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    @Qualifier("processDeployer")
    private SmartInitializingSingleton start;

    private final Map<String, String> application = ApplicationFiles.read();

    @AfterEach
    void everybodyFollowsTheApplication() {
        StaffBrowser administrator = browser("admin");
        Document page = administrator.visits(PAGE + "/felles");
        while (!page.select("form[action$=/bort]").isEmpty()) {
            page = administrator.sends(page, "form[action$=/bort]", Map.of());
        }
        start.afterSingletonsInstantiated();
        for (String name : new String[] {PLAN, FORM}) {
            assertThat(colleague("admin").deploys(TENANT, name, ours(name)).status())
                    .isEqualTo(200);
        }
        assertThat(browser("designer1").visits(PAGE).text()).contains("Kommunen har ingen egne filer ennå.");
    }

    @Test
    void areMergedWhenTheyHaveChangedDifferentThings() {
        makesOwn(PLAN, ours(PLAN).replace(TASK, "name=\"Lag planen sammen\""));
        assertThat(browser("designer1").visits(PAGE).text()).contains("egen, grunnvarianten er uendret");
        assertThat(browser("hr1").visits("/prosesser/kontroll").text()).doesNotContain("utvidelsespunkt");
        assertThat(merges.waiting(TENANT)).isZero();

        applicationComesWith(PLAN, ours(PLAN).replace(STORED, "name=\"Ta vare på planen\""));
        assertThat(browser("hr1").visits("/prosesser").text())
                .contains("Grunnvarianten er endret: én egen fil venter på at dere fletter eller velger.");
        assertThat(inForce(TENANT, PLAN)).contains("Lag planen sammen").doesNotContain("Ta vare på planen");

        StaffBrowser designer = browser("designer1");
        Document page = file(designer, PLAN);
        assertThat(page.text())
                .contains("kan flettes uten konflikt")
                .contains("«Sett opp plan og tidslinje»")
                .contains("«Ta vare på planen»");
        everybodyCanUse(PAGE, PAGE + "/fil?navn=" + PLAN, PAGE + "/felles");

        Document after = designer.clicks(page, "Flett og ta i bruk", Map.of());

        assertThat(after.text()).contains("Filen er flettet.").contains("egen, grunnvarianten er uendret");
        assertThat(inForce(TENANT, PLAN)).contains("Lag planen sammen").contains("Ta vare på planen");
        assertThat(newestRelease()).isEqualTo("Flettet med grunnvarianten: Prosessen «Plan»");
        assertThat(merges.waiting(TENANT)).isZero();
    }

    @Test
    void areToldApartWhenBothHaveChangedTheSame() {
        makesOwn(PLAN, ours(PLAN).replace(TASK, "name=\"Lag planen sammen\""));
        applicationComesWith(PLAN, ours(PLAN).replace(TASK, "name=\"Sett opp planen\""));
        StaffBrowser designer = browser("designer1");

        assertThat(designer.visits(PAGE).text()).contains("må flettes for hånd: Oppgaven «Sett opp planen»");
        Document page = file(designer, PLAN);
        assertThat(page.text())
                .contains("Begge har endret det samme")
                .contains("«Lag planen sammen»")
                .contains("Slik fletter dere for hånd");
        assertThat(page.select("button").eachText()).doesNotContain("Flett og ta i bruk");
        assertThat(new String(designer.downloads(page.expectFirst("a[href*=utgave=for]")), StandardCharsets.UTF_8))
                .isEqualTo(ours(PLAN));

        Document missing = designer.clicks(page, "Ta grunnvariantens fil", Map.of("grunn", " "));
        assertThat(missing.text()).contains("Skriv kort hvorfor");
        Document kept = designer.clicks(missing, "Behold filen som den er", Map.of());
        assertThat(kept.text()).contains("Filen står som den er.").contains("egen, grunnvarianten er uendret");

        assertThat(designer.clicks(page, "Ta grunnvariantens fil", Map.of("grunn", "Vi er enige"))
                        .text())
                .as("the page is older than what has been decided")
                .contains("er endret siden du åpnet siden");
        Document taken = designer.clicks(
                file(designer, PLAN), "Ta grunnvariantens fil", Map.of("grunn", "Grunnvarianten er bedre"));
        assertThat(taken.text()).contains("Filen følger grunnvarianten igjen.").contains("ingen egne filer");
        assertThat(inForce(TENANT, PLAN)).contains("Sett opp planen");
        assertThat(newestRelease()).isEqualTo("Grunnvarianten er bedre");
    }

    @Test
    void areReadByHrAndChangedByTheMunicipalitysOwnDesignersOnly() {
        makesOwn(PLAN, ours(PLAN).replace(STORED, "name=\"Ta vare på planen\""));

        StaffBrowser hr = browser("hr1");
        assertThat(hr.visits("/prosesser/kontroll").text())
                .contains("«Ta vare på planen»: Endringen står ikke ved et utvidelsespunkt.")
                .contains("Ellers passer den best ved «Sett opp plan og tidslinje».");
        Document page = file(hr, PLAN);
        assertThat(page.select("form[method=post]")).isEmpty();
        FormElement form = file(browser("designer1"), PLAN).expectForm("form[action$=/folg]");
        Element token = hr.visits("/prosesser/kontroll").expectFirst("[name=_csrf]");
        form.expectFirst("[name=_csrf]").val(token.val());
        page.body().appendChild(form);
        assertThat(hr.sends(page, "form[action$=/folg]", Map.of()).text())
                .contains("Prosesser kan endres av prosessdesigner og administrator.");
        assertThat(browser("designer1").visits(PAGE + "?kommune=provedal").text())
                .contains("hører til en annen kommune");
        assertThat(browser("designer1").visits(PAGE + "/felles").text())
                .contains("Felles filer kan leses og endres av administrator.");
        assertThat(inForce(TENANT, PLAN)).contains("Ta vare på planen");
    }

    @Test
    void reachAllMunicipalitiesFromTheRegionOrNone() {
        String form = ours(FORM).replaceFirst("\"label\": \"[^\"]+\"", "\"label\": \"Vår egen ledetekst\"");
        makesOwn(FORM, form);
        StaffBrowser administrator = browser("admin");

        Document refused = sent(administrator, "plan.bpmn", ours(PLAN).replace("id=\"setUpPlan\"", "id=\"other\""));
        assertThat(refused.text())
                .contains("Ingenting er endret for noen kommune.")
                .contains("reglene:");
        assertThat(refused.expectFirst("#grunn").val()).isEqualTo("Likt hos alle");
        assertThat(administrator.visits(PAGE + "/felles").text()).contains("Ingen filer er felles nå.");

        Document page = sent(administrator, "plan.bpmn", ours(PLAN).replace(TASK, "name=\"Planlegg\""));
        assertThat(page.text()).contains("Filene gjelder nå i alle kommunene.").contains("Likt hos alle");
        assertThat(inForce(TENANT, PLAN)).contains("name=\"Planlegg\"");
        assertThat(inForce(OTHER, PLAN)).contains("name=\"Planlegg\"");
        assertThat(inForce(TENANT, FORM)).isEqualTo(form);

        start.afterSingletonsInstantiated();
        assertThat(inForce(OTHER, PLAN)).as("also after a start").contains("name=\"Planlegg\"");

        Document promoted = administrator.clicks(
                administrator.visits(PAGE + "/felles"),
                "Kontroller og legg ut for alle",
                Map.of("kilde", TENANT + ":" + FORM, "grunn", "Likt hos alle"));
        assertThat(promoted.text()).contains("Filene gjelder nå i alle kommunene.");
        assertThat(administrator
                        .visits("/prosesser?kommune=" + OTHER)
                        .expectFirst("article")
                        .text())
                .as("also when it has been the reason before")
                .contains("Likt hos alle")
                .contains("Demo Administrator");
        assertThat(inForce(OTHER, FORM)).isEqualTo(form);
        assertThat(browser("designer1").visits(PAGE).text()).contains("Kommunen har ingen egne filer ennå.");
    }

    private void makesOwn(String name, String text) {
        Colleague.Answer answer = colleague("designer1").deploys("", name, text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void applicationComesWith(String name, String text) {
        Map<String, String> files = new TreeMap<>(application);
        files.put(name, text);
        DeploymentBuilder update =
                repository.createDeployment().source("Rød tråd").tenantId(TENANT);
        files.forEach(update::addString);
        update.deploy();
    }

    private Document sent(StaffBrowser browser, String name, String text) {
        Connection request =
                browser.visits(PAGE + "/felles").expectForm("form[enctype]").submit();
        request.request()
                .data()
                .removeIf(field -> field.key().equals("filer") || field.key().equals("grunn"));
        try {
            return request.data("filer", name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .data("grunn", "Likt hos alle")
                    .execute()
                    .parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everybodyCanUse(String... pages) {
        try (Eyes eyes = new Eyes(address())) {
            eyes.logsIn("admin");
            for (String page : pages) {
                eyes.lookAt(page);
            }
        }
    }

    private Document file(StaffBrowser browser, String name) {
        Document page = browser.visits(PAGE + "/fil?navn=" + name);
        assertThat(page.expectFirst("dd").text()).isEqualTo(name);
        return page;
    }

    private String ours(String name) {
        return String.valueOf(application.get(name));
    }

    private String inForce(String tenant, String name) {
        return drawn.files(tenant, drawn.versions(tenant).get(0).id())
                .orElseThrow()
                .getOrDefault(name, "");
    }

    private String newestRelease() {
        return repository
                .createDeploymentQuery()
                .deploymentId(drawn.versions(TENANT).get(0).id())
                .singleResult()
                .getName();
    }

    private Colleague colleague(String user) {
        return new Colleague(address(), user, new World(management, outbox));
    }

    private StaffBrowser browser(String user) {
        return new StaffBrowser(address(), user);
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
