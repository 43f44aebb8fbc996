package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.camunda.bpm.engine.HistoryService;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("En ansettelse")
class HiringStoryTest extends Story {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "eksempelvik";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    private JdbcClient jdbc;

    private World world;
    private Eyes eyes;
    private String caseNumber = "";

    @BeforeEach
    void aMondayInJanuary() {
        world = new World(management, outbox);
        eyes = new Eyes("http://127.0.0.1:" + port);
        world.itIs("2027-01-11", "09:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
        eyes.close();
    }

    @Test
    void isCarriedFromNeedToTheEndOfProbation() {
        LocalDate deadline = approveAndPublish();

        List<Candidate> candidates = fiveApply();
        Candidate kari = candidates.get(0);
        Candidate ola = candidates.get(1);
        assertThat(kari.mailbox().newest().subject()).startsWith("Takk for søknaden");
        assertThat(kari.followsLink().text()).contains("Barnehagelærer");
        colleague("hr1").does(caseNumber, "assessListExemption", Map.of("exemptionGranted", "no"));
        assertThat(candidates.get(4).mailbox().subjects()).hasSize(2);

        world.waitUntil(deadline.plusDays(1));
        assertThat(kari.mailbox().subjects()).hasSize(2);
        screen(candidates, List.of(kari, ola));
        interview(List.of(kari, ola));
        recommend(kari, ola);

        offerTo(kari);
        assertThat(ola.mailbox().newest().text()).contains("aktuell");
        answersOffer(kari, "nei");
        colleague("manager1")
                .does(
                        caseNumber,
                        "chooseNext",
                        Map.of(
                                "nextStep",
                                "next",
                                "lossReason",
                                "otherOffer",
                                "nextReason",
                                "Kandidaten fikk et annet tilbud og takket nei."));
        offerTo(ola);
        answersOffer(ola, "ja");

        signBy(ola);
        answerEveryone(candidates, kari);
        worksThroughProbation(ola);

        assertThat(openInstances()).isZero();
        assertThat(unanswered()).isZero();
        world.nothingHasFailed();
        assertThat(stateOfCase()).isEqualTo("CLOSED");
        assertThat(archivedCodes())
                .contains(
                        "D01", "D02", "D04", "D05", "D06", "D08", "D09", "D10", "D11", "D12", "D13", "D14", "D15",
                        "D16", "D17", "D19", "D20", "D21", "D22", "D23", "D24", "D25", "D26", "D27", "D28", "D29",
                        "D30", "D31", "D32", "D33");
        assertThat(ola.mailbox().newest().subject()).isEqualTo("Prøvetiden din er fullført");
        assertThat(traceOf("Prøvesen")).as("people in the engine's tables").isZero();
    }

    @Test
    void thatIsCancelledAfterTheDeadlineAnswersEveryoneFirst() {
        LocalDate deadline = approveAndPublish();
        List<Candidate> candidates = fiveApply();
        world.waitUntil(deadline.plusDays(1));

        colleague("hr1").cancels(caseNumber, "Kommunen har vedtatt ansettelsesstopp.");

        for (Candidate candidate : candidates) {
            assertThat(candidate.mailbox().newest().text()).contains("ansettelsesstopp");
        }
        assertThat(unanswered()).isZero();
        colleague("hr1").does(caseNumber, "closeAdvertPart");
        assertThat(openInstances()).isZero();
        assertThat(stateOfCase()).isEqualTo("CANCELLED");
        world.nothingHasFailed();
    }

    /** Need, approval, plan and advert. Returns the last day to apply. */
    private LocalDate approveAndPublish() {
        Colleague manager = colleague("manager1");
        Colleague hr = colleague("hr1");
        caseNumber = manager.reportsNeed(
                TENANT,
                Map.of(
                        "title", "Pedagogisk leder",
                        "workplace", "Solvang barnehage",
                        "occupationalGroup", "kindergartenTeacher",
                        "reason", "replacement",
                        "extentPercent", 100,
                        "temporary", false,
                        "worksWithChildren", true,
                        "userParticipation", false,
                        "desiredStart", "2027-06-01"));
        assertThat(caseNumber).startsWith("2027-0");

        manager.does(caseNumber, "assessNeed");
        hr.does(caseNumber, "clarifyPreferenceRights");
        if (hr.allOf(caseNumber).contains("coordinateJointAdvert")) {
            hr.does(caseNumber, "coordinateJointAdvert");
        }
        colleague("budgetOwner1").does(caseNumber, "approvePosition", Map.of("approvalOutcome", "approve"));
        hr.does(
                caseNumber,
                "setUpPlan",
                Map.of(
                        "participantGroups",
                        List.of("manager", "hr", "union", "panel"),
                        "plannedFirstDay",
                        "2027-06-01"));

        for (String participant : List.of("manager1", "hr1", "union1", "panel1")) {
            colleague(participant).doesOwn(caseNumber, "confirmParticipation", Map.of());
        }
        LocalDate deadline = world.today().plusDays(21);
        Map<String, Object> advert = new LinkedHashMap<>(advert("kindergarten-teacher"));
        advert.put("applicationDeadline", deadline.toString());
        manager.does(caseNumber, "writeAdvert", advert);
        hr.does(caseNumber, "reviewAdvert", Map.of("advertApproved", true));
        hr.does(caseNumber, "chooseChannels", Map.of("channelChoice", List.of("own", "internal")));
        return deadline;
    }

    private List<Candidate> fiveApply() {
        List<Candidate> candidates = new ArrayList<>();
        for (String name : List.of("Kari Eksempel", "Ola Prøvesen", "Per Liksom", "Anne Oppdiktet", "Liv Tenktsen")) {
            candidates.add(
                    new Candidate("http://127.0.0.1:" + port, world, IMAP_PORT, name + " " + caseNumber.substring(8)));
        }
        Document vacancies = candidates.get(0).visits("/");
        List<String> paths = vacancies.select("a[href*=/stillinger/]").eachAttr("href");
        assertThat(paths).as(vacancies.text()).isNotEmpty();
        String path = paths.get(paths.size() - 1);
        assertThat(candidates.get(0).visits(path).text()).contains("Politiattest Kreves før du begynner");
        eyes.lookAt("/");
        eyes.lookAt(path);
        eyes.lookAt(path + "/sok");
        eyes.lookAt("/innboks");
        eyes.lookAt("/logg-inn");
        for (Candidate candidate : candidates) {
            candidate.applies(
                    path,
                    curriculumVitae(candidate.name()),
                    candidate == candidates.get(4)
                            ? Map.of(
                                    "exemptionWanted", "true",
                                    "exemptionReason", "Arbeidsgiveren min vet ikke at jeg søker.")
                            : Map.of());
        }
        return candidates;
    }

    private void screen(List<Candidate> candidates, List<Candidate> wanted) {
        for (String participant : List.of("manager1", "hr1", "union1", "panel1")) {
            colleague(participant).doesOwn(caseNumber, "declareImpartiality", Map.of("impartial", "yes"));
        }
        Colleague manager = colleague("manager1");
        Colleague.Answer tooEarly =
                manager.sends(manager.theTask(caseNumber, "screenApplications"), Map.of("allAssessed", true));
        assertThat(tooEarly.status()).isEqualTo(400);
        assertThat(tooEarly.body()).contains("5 søknader er ikke vurdert");
        StaffBrowser browser = new StaffBrowser("http://127.0.0.1:" + port, "manager1");
        for (Candidate candidate : candidates) {
            browser.assesses(
                    TENANT + "-" + caseNumber,
                    applicationOf(candidate),
                    wanted.contains(candidate) ? "QUALIFIED" : "NOT_QUALIFIED");
        }
        manager.does(caseNumber, "screenApplications", Map.of("allAssessed", true));
        manager.does(
                caseNumber,
                "confirmInterviewList",
                Map.of("interviewList", wanted.stream().map(this::applicationOf).toList()));
    }

    private void interview(List<Candidate> invited) {
        LocalDate day = world.today().plusDays(9);
        colleague("manager1")
                .does(
                        caseNumber,
                        "prepareInterview",
                        Map.of(
                                "place",
                                "Solvang barnehage, møterommet",
                                "slots",
                                List.of(
                                        Map.of("startsAt", day + "T10:00+01:00"),
                                        Map.of("startsAt", day + "T12:00+01:00"))));
        for (Candidate candidate : invited) {
            assertThat(candidate.mailbox().newest().subject()).contains("intervju");
            Document status = candidate.followsLink();
            candidate.sends(
                    status,
                    "form[action$=/intervjutid]",
                    Map.of("tid", status.select("[name=tid]").eachAttr("value").get(0)));
        }
        world.waitUntil(day);
        Colleague panel = colleague("panel1");
        for (Candidate candidate : invited) {
            assertThat(candidate.mailbox().newest().text()).as("reminder").contains("møterommet");
        }
        for (int each = 0; each < invited.size(); each++) {
            panel.doesOwn(
                    caseNumber,
                    "holdInterview",
                    Map.of("referencesWanted", true, "secondRound", false, "professionalScore", 4, "personalScore", 5));
            colleague("manager1")
                    .doesOwn(caseNumber, "checkReferences", Map.of("negativeFacts", false, "consentConfirmed", true));
        }
    }

    private void recommend(Candidate first, Candidate second) {
        colleague("manager1")
                .does(
                        caseNumber,
                        "writeRecommendation",
                        Map.of("firstChoice", applicationOf(first), "secondChoice", applicationOf(second)));
        colleague("union1").does(caseNumber, "unionStatement", Map.of("agrees", "yes"));
        Colleague authority = colleague("appointingAuthority1");
        assertThat(authority
                        .opens(authority.theTask(caseNumber, "decideAppointment"))
                        .path("recommendationText")
                        .path("value")
                        .asText())
                .startsWith("1. " + first.name());
        authority.does(caseNumber, "decideAppointment", Map.of("appointmentOutcome", "appoint"));
        colleague("hr1").does(caseNumber, "setSalary", Map.of("salaryNok", 612000, "seniorityYears", 8));
    }

    private void offerTo(Candidate candidate) {
        colleague("manager1")
                .does(
                        caseNumber,
                        "makeOffer",
                        Map.of(
                                "offeredApplication",
                                applicationOf(candidate),
                                "called",
                                true,
                                "firstDay",
                                "2027-06-01",
                                "answerBy",
                                world.today().plusDays(7).toString()));
        assertThat(candidate.mailbox().newest().subject()).startsWith("Vi tilbyr deg");
    }

    private void answersOffer(Candidate candidate, String answer) {
        Document status = candidate.followsLink();
        Document offer = candidate.visits(status.select("a[href$=/tilbud]").attr("href"));
        eyes.lookAt(status.location());
        eyes.lookAt(offer.location());
        assertThat(offer.text()).contains("612");
        Document confirm = candidate.visits(offer.location() + "/svar?svar=" + answer);
        candidate.sends(confirm, "form[method=post]", Map.of());
    }

    private void signBy(Candidate candidate) {
        colleague("hr1").does(caseNumber, "reviewContract", Map.of("contractApproved", true));
        assertThat(candidate.mailbox().newest().subject()).containsIgnoringCase("avtale");
        Document status = candidate.followsLink();
        Document contract = candidate.visits(status.select("a[href$=/avtale]").attr("href"));
        eyes.lookAt(contract.location());
        candidate.sends(contract, "form[method=post]", Map.of("lest", "true", "navn", candidate.name()));
        colleague("manager1").does(caseNumber, "signContract", Map.of("hasRead", true, "actsForMunicipality", true));
        colleague("manager1")
                .does(
                        caseNumber,
                        "policeCertificateShown",
                        Map.of("inOrder", true, "issuedDate", "2027-02-01", "shownDate", "2027-02-20"));
    }

    private void answerEveryone(List<Candidate> candidates, Candidate declined) {
        assertThat(unanswered()).as("candidates without an answer").isZero();
        for (Candidate candidate : candidates) {
            assertThat(candidate.mailbox().subjects()).as(candidate.name()).hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(declined).isNotNull();
        colleague("hr1").does(caseNumber, "closeAdvertPart");
    }

    private void worksThroughProbation(Candidate hired) {
        Colleague manager = colleague("manager1");
        manager.does(caseNumber, "assignBuddy", Map.of("buddyName", "Fadder Faddersen"));
        colleague("it1").does(caseNumber, "orderEquipmentAccess");
        colleague("payroll1").does(caseNumber, "registerEmployee", Map.of("employeeNumber", "100234"));
        world.waitUntil(LocalDate.parse("2027-06-01"));
        assertThat(hired.mailbox().newest().text()).contains("1. juni 2027");
        manager.does(caseNumber, "welcomeDay");
        manager.does(caseNumber, "probationTalk0");
        world.waitUntil(LocalDate.parse("2027-08-02"));
        manager.does(caseNumber, "probationTalk1");
        world.waitUntil(LocalDate.parse("2027-10-01"));
        manager.does(caseNumber, "probationTalk2");
        world.waitUntil(LocalDate.parse("2027-11-01"));
        manager.does(caseNumber, "probationTalk3");
        manager.does(caseNumber, "decideProbation", Map.of("probationOutcome", "passed"));
        manager.does(caseNumber, "evaluateCase");
    }

    private Colleague colleague(String user) {
        return new Colleague("http://127.0.0.1:" + port, user, world);
    }

    private String applicationOf(Candidate candidate) {
        return jdbc.sql("""
                        select a.id::text from applications a join applicants p on p.id = a.applicant_id
                        where p.name = :name and a.case_id = :case""")
                .param("name", candidate.name())
                .param("case", TENANT + "-" + caseNumber)
                .query(String.class)
                .single();
    }

    private long unanswered() {
        return jdbc.sql("select count(*) from applications where case_id = :case and answered_at is null")
                .param("case", TENANT + "-" + caseNumber)
                .query(Long.class)
                .single();
    }

    private String stateOfCase() {
        return jdbc.sql("select state from hiring_cases where id = :case")
                .param("case", TENANT + "-" + caseNumber)
                .query(String.class)
                .single();
    }

    private List<String> archivedCodes() {
        return jdbc.sql("select distinct document_code from archive_records where case_id = :case order by 1")
                .param("case", TENANT + "-" + caseNumber)
                .query(String.class)
                .list();
    }

    /** How often a name stands in the engine's variables, history, comments or stored values. */
    private long traceOf(String name) {
        return jdbc.sql("""
                        select (select count(*) from act_ru_variable where text_ like :name)
                          + (select count(*) from act_hi_varinst where text_ like :name)
                          + (select count(*) from act_hi_detail where text_ like :name)
                          + (select count(*) from act_hi_op_log where new_value_ like :name)
                          + (select count(*) from act_ge_bytearray
                             where name_ not like '%.bpmn' and name_ not like '%.form' and name_ not like '%.dmn'
                               and encode(bytes_, 'escape') like :name)""").param("name", "%" + name + "%").query(Long.class).single();
    }

    private long openInstances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .tenantIdIn(TENANT)
                .count();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> advert(String name) {
        try (InputStream in = new ClassPathResource("demo/adverts/" + name + ".json").getInputStream()) {
            Map<String, Object> advert = JSON.readValue(in, Map.class);
            advert.remove("occupationalGroup");
            advert.remove("applicationDeadlineInDays");
            return advert;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] curriculumVitae(String name) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setTitle("CV " + name);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
