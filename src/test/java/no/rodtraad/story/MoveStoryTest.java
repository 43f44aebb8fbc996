package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@DisplayName("En sak som er i gang")
class MoveStoryTest extends CaseStory {

    private static final String PAGE = "/prosesser/saker";
    private static final String DIAGRAM = "processes/advert.bpmn";
    private static final String FORM = "forms/write-advert.form";
    private static final String SEND = "form[method=post]";

    /** A new task for HR between the choice of channels and the publication, with a form that is there already. */
    private static final String NEW_TASK = """
            <bpmn:userTask id="readAloud" name="Les annonsen høyt" camunda:formRef="user-input-advert" camunda:formRefBinding="deployment" camunda:candidateGroups="hr" camunda:dueDate="2 arbeidsdager">
              <bpmn:extensionElements><camunda:properties><camunda:property name="role" value="HR" /><camunda:property name="checklist" value="advert-text" /></camunda:properties></bpmn:extensionElements>
              <bpmn:incoming>chooseChannelsToPublishAdvert</bpmn:incoming><bpmn:outgoing>readAloudToPublishAdvert</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="readAloudToPublishAdvert" sourceRef="readAloud" targetRef="publishAdvert" />
            """;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    MoveStoryTest() {
        super("2029-11-05", LocalDate.parse("2030-03-04"));
    }

    @AfterEach
    void ourOwnFilesAreInForce() {
        deploys(text(DIAGRAM), text(FORM));
    }

    @Test
    void goesOnInTheNewVersionWithItsOldDatesAndTheNewSteps() {
        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        world.waitUntil(world.today().plusDays(9));
        Instant due = hiring.colleague("manager1").dueOf(hiring.number(), "writeAdvert");
        List<String> watches = watches();
        assertThat(watches).as("the watch has begun").hasSize(1);
        deploys(
                withNewTask().replace("name=\"Skriv utlysningstekst\"", "name=\"Skriv annonsen\""),
                text(FORM).replaceFirst("\"label\": \"[^\"]+\"", "\"label\": \"En ny ledetekst\""));

        StaffBrowser designer = hiring.pagesOf("designer1");
        eyes.logsIn("designer1");
        Document list = designer.sends(designer.visits(PAGE), "form.filter", Map.of());
        assertThat(row(list)).contains("Utlysning", "Ja, trygt");
        eyes.lookAt(list.location().substring(baseUrl().length()));
        Document plan = designer.visits(list.select("tr:contains(%s) a[href*=/flytt]".formatted(hiring.number()))
                .attr("href"));
        assertThat(plan.select("tr:contains(Utlysning)").text())
                .contains("«Skriv utlysningstekst»", "«Skriv annonsen»");
        assertThat(plan.text())
                .contains("Kommer til i Utlysning: «Les annonsen høyt»")
                .doesNotContain("Faller bort");
        eyes.lookAt(plan.location().substring(baseUrl().length()));
        assertThat(designer.sends(plan, SEND, Map.of()).text()).contains("Skriv hvorfor sakene flyttes.");

        Document moved = designer.sends(plan, SEND, Map.of("grunn", "Alle annonser skal leses høyt."));
        assertThat(moved.select(".notice--good").text()).contains(hiring.number(), "Følger nå versjon");
        world.settle();
        assertThat(versionsOfTheCase()).containsExactly(inForce());
        assertThat(watches()).as("the watch goes on, and does not begin again").isEqualTo(watches);
        assertThat(designer.visits("/saker/" + hiring.id())
                        .select("section[aria-labelledby=flyttet]")
                        .text())
                .contains("Alle annonser skal leses høyt.", "Fra versjon");

        Colleague manager = hiring.colleague("manager1");
        assertThat(manager.dueOf(hiring.number(), "writeAdvert")).isEqualTo(due);
        assertThat(manager.get("/task/" + manager.theTask(hiring.number(), "writeAdvert"))
                        .body())
                .contains("\"name\":\"Skriv annonsen\"");
        assertThat(manager.get("/task/" + manager.theTask(hiring.number(), "writeAdvert") + "/deployed-form")
                        .body())
                .contains("En ny ledetekst");
        hiring.writeAdvert(world.today().plusDays(21));
        hiring.publish();
        hiring.colleague("hr1").does(hiring.number(), "readAloud");
        Candidate kari = hiring.candidate("Kari Eksempel");
        kari.applies("/stillinger/" + hiring.slug(), HiringCase.curriculumVitae(kari.name()), Map.of());
        assertThat(kari.newestMessage()).startsWith("Takk for søknaden din");
        assertThat(versionsOfTheCase()).containsExactly(inForce());
        world.nothingHasFailed();
    }

    @Test
    void isNotMovedWhileItStandsInAStepThatIsGoneOrWhenItHasGoneOn() {
        hiring.reportNeed();
        String version = versionsOfTheCase().get(0);
        deploys(withNewTask(), text(FORM));
        StaffBrowser designer = hiring.pagesOf("designer1");
        Document plan = designer.visits(planPage());
        hiring.assessNeed();

        Document again = designer.sends(plan, SEND, Map.of("grunn", "Ny annonse."));
        assertThat(again.select(".notice--problem").text()).contains("Saken har gått videre siden du så planen.");
        assertThat(again.select("#grunn").text()).isEqualTo("Ny annonse.");
        assertThat(versionsOfTheCase()).containsExactly(version);

        hiring.approve();
        hiring.colleague("hr1").completes(hiring.number(), "setUpPlan", Map.of());
        Document waiting = designer.visits(planPage());
        assertThat(waiting.select("tr:contains(Plan)").text()).contains("«Arkiver planen»");
        designer.sends(waiting, SEND, Map.of("grunn", "Mens planen blir arkivert."));
        world.settle();
        version = inForce();
        assertThat(versionsOfTheCase()).containsExactly(version);

        deploys(
                text(DIAGRAM)
                        .replace("writeAdvert", "composeAdvert")
                        .replaceFirst(
                                "(id=\"composeAdvert\"[^>]*)\\$\\{deadline.due\\(execution\\)}", "$13 arbeidsdager"),
                text(FORM));
        assertThat(row(designer.visits(PAGE + "?til=" + inForce())))
                .contains("Nei, ikke nå", "Saken står i «Skriv utlysningstekst», og det steget finnes ikke i versjon");
        Document refused = designer.visits(planPage());
        assertThat(refused.select(SEND)).as("nothing to press").isEmpty();
        assertThat(refused.text()).contains("Kan ikke flyttes nå");
        assertThat(designer.sends(waiting, SEND, Map.of("grunn", "Likevel.")).text())
                .contains("følger allerede");
        assertThat(versionsOfTheCase()).containsExactly(version);
    }

    @Test
    void thatIsCancelledIsMovedWithOthersAndCannotBeCancelledAgain() {
        hiring.reportNeed();
        HiringCase other = anotherCase();
        other.reportNeed();
        hiring.pagesOf("hr1").cancels(hiring.id(), "Vi klarer oss.");
        world.settle();
        assertThat(awaits("case.cancelled")).isEmpty();
        deploys(withNewTask(), text(FORM));

        StaffBrowser lead = hiring.pagesOf("hrLead1");
        Document plan = lead.visits(planPage() + "&sak=" + other.id());
        Document moved = lead.sends(plan, SEND, Map.of("grunn", "Samme versjon for alle."));

        assertThat(moved.select(".notice--good").eachText()).hasSize(2);
        assertThat(versionsOfTheCase()).containsExactly(inForce());
        assertThat(awaits("case.cancelled")).isEmpty();
        assertThat(jdbc.sql("select moved_by from case_moves where case_id = :case and plan @> '{\"safe\": true}'")
                        .param("case", other.id())
                        .query(String.class)
                        .list())
                .containsExactly("hrLead1");
    }

    @Test
    void isMovedByDesignersAndTheHrLeadOfItsMunicipalityOnly() {
        hiring.reportNeed();
        deploys(withNewTask(), text(FORM));
        Document plan = hiring.pagesOf("designer1").visits(planPage());

        StaffBrowser hr = hiring.pagesOf("hr1");
        assertThat(hr.visits(planPage()).select(SEND)).as("HR reads").isEmpty();
        Document borrowed = hr.visits("/saker/" + hiring.id() + "/avlys");
        borrowed.expectFirst(SEND)
                .attr("action", PAGE + "/flytt")
                .appendChildren(plan.select(SEND + " input:not([name=_csrf])"));
        assertThat(hr.sends(borrowed, SEND, Map.of("grunn", "Jeg vil.")).text())
                .contains("Saker kan flyttes til en annen versjon av HR-leder");
        assertThat(hiring.pagesOf("manager1").visits(PAGE).text()).contains("Prosesser kan leses av HR");
        assertThat(hr.visits(PAGE + "?kommune=provedal").text()).contains("hører til en annen kommune");
        assertThat(hr.visits(PAGE + "?til=finnes-ikke").text()).contains("Versjonen finnes ikke");
        assertThat(hr.visits(planPage().replace(hiring.number(), "2029-9999")).text())
                .contains("Saken finnes ikke");
    }

    private String withNewTask() {
        return text(DIAGRAM)
                .replaceFirst(
                        "(id=\"publishAdvert\"[\\s\\S]*?<bpmn:incoming>)chooseChannelsToPublishAdvert",
                        "$1readAloudToPublishAdvert")
                .replaceFirst(
                        "(id=\"chooseChannelsToPublishAdvert\"[^>]*)targetRef=\"publishAdvert\"",
                        "$1targetRef=\"readAloud\"")
                .replace("</bpmn:process>", NEW_TASK + "</bpmn:process>");
    }

    private void deploys(String diagram, String form) {
        Colleague.Answer answer =
                hiring.colleague("designer1").deploys("", Map.of("advert.bpmn", diagram, "write-advert.form", form));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String planPage() {
        return PAGE + "/flytt?til=" + URLEncoder.encode(inForce(), StandardCharsets.UTF_8) + "&sak=" + hiring.id();
    }

    private String row(Document list) {
        return list.select("tr:contains(%s)".formatted(hiring.number())).text();
    }

    private String inForce() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("hiring-case")
                .tenantIdIn(HiringCase.TENANT)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }

    private List<String> versionsOfTheCase() {
        return instances().stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .map(definition -> repository.getProcessDefinition(definition).getDeploymentId())
                .distinct()
                .toList();
    }

    private List<String> watches() {
        return instances().stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals("deadline-watch"))
                .map(ProcessInstance::getId)
                .toList();
    }

    private List<String> awaits(String message) {
        List<String> own = instances().stream().map(ProcessInstance::getId).toList();
        return runtime.createEventSubscriptionQuery().eventName(message).list().stream()
                .map(EventSubscription::getProcessInstanceId)
                .filter(own::contains)
                .toList();
    }

    private List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(hiring.number())
                .tenantIdIn(HiringCase.TENANT)
                .list();
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
