package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.plan.Absences;
import no.rodtraad.plan.PlanBook;
import no.rodtraad.plan.Plans;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
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

@DisplayName("Planen for en ansettelse")
class PlanStoryTest extends Story {

    private static final String TENANT = "eksempelvik";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanBook book;

    @Autowired
    private Absences absences;

    @Autowired
    private JdbcClient jdbc;

    private World world;
    private StaffBrowser hrBrowser;
    private String caseNumber = "";

    @BeforeEach
    void anApprovedPosition() {
        world = new World(management, outbox);
        world.itIs("2027-03-08", "09:00");
        hrBrowser = new StaffBrowser("http://127.0.0.1:" + port, "hr1");
        Colleague manager = colleague("manager1");
        caseNumber = manager.reportsNeed(
                TENANT,
                Map.of(
                        "title",
                        "Sykepleier",
                        "workplace",
                        "Solvang sykehjem",
                        "occupationalGroup",
                        "nurse",
                        "requestedVariant",
                        "ordinary",
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
        manager.does(caseNumber, "assessNeed");
        colleague("hr1").does(caseNumber, "clarifyPreferenceRights");
        if (colleague("hr1").allOf(caseNumber).contains("coordinateJointAdvert")) {
            colleague("hr1").does(caseNumber, "coordinateJointAdvert");
        }
        colleague("budgetOwner1").does(caseNumber, "approvePosition", Map.of("approvalOutcome", "approve"));
    }

    @AfterEach
    void backToToday() {
        absences.current(TENANT).forEach(away -> absences.end(away.id(), "hr1"));
        ClockUtil.reset();
    }

    @Test
    void isProposedFromTodayTheDeadlinesAndTheCalendar() {
        var form = colleague("hr1").opens(colleague("hr1").theTask(caseNumber, "setUpPlan"));

        assertThat(form.path("managerHolder").path("value").asText()).isEqualTo("manager1");
        assertThat(form.path("hrHolder").path("value").asText()).isEqualTo("hr1");
        assertThat(form.path("hrDeputy").path("value").asText()).isEqualTo("hrDeputy1");
        assertThat(form.path("hrPeople").path("value").asText()).contains("Demo Hårvik", "Demo Varahaug");
        assertThat(form.path("advertPublishedPlanned").path("value").asText()).isEqualTo("2027-03-17");
        assertThat(form.path("applicationDeadlinePlanned").path("value").asText())
                .as("21 days later, and not in Easter")
                .isEqualTo("2027-04-07");
        assertThat(form.path("interviewsHeldPlanned").path("value").asText()).isEqualTo("2027-04-21");
    }

    @Test
    void settlesWhichVariantTheCaseFollows() {
        String page = "/saker/%s-%s".formatted(TENANT, caseNumber);
        assertThat(variant(page)).isEqualTo("Ordinær ansettelse Velg en annen variant");
        Document choices = hrBrowser.visits(page + "/variant");
        try (Eyes eyes = new Eyes("http://127.0.0.1:" + port)) {
            eyes.logsIn("hr1");
            eyes.lookAt(page + "/variant");
        }
        hrBrowser.sends(choices, "form[action$=/variant]", Map.of("variant", "leader"));
        world.settle();
        assertThat(variant(page)).isEqualTo("Lederstilling Velg en annen variant");

        colleague("hr1").does(caseNumber, "setUpPlan");
        world.settle();

        assertThat(variant(page)).isEqualTo("Lederstilling");
        assertThat(hrBrowser.visits(page + "/variant").select("h1").text())
                .isEqualTo("Varianten kan ikke byttes lenger");
        assertThat(hrBrowser
                        .sends(choices, "form[action$=/variant]", Map.of("variant", "ordinary"))
                        .select("h1")
                        .text())
                .as("a page that was left open")
                .isEqualTo("Varianten kan ikke byttes lenger");
    }

    private String variant(String page) {
        return hrBrowser
                .visits(page)
                .select("section[aria-labelledby=variant] p")
                .text();
    }

    @Test
    void givesTasksToThoseItNamesAndNotToTheirColleagues() {
        assertThat(colleague("managerDeputy1").allOf(caseNumber)).isEmpty();

        colleague("hr1")
                .does(caseNumber, "setUpPlan", Map.of("managerHolder", "managerDeputy1", "managerDeputy", "manager1"));

        assertThat(colleague("managerDeputy1").allOf(caseNumber)).contains("confirmParticipation", "writeAdvert");
        assertThat(colleague("manager1").allOf(caseNumber)).isEmpty();
        assertThat(colleague("union1").allOf(caseNumber)).containsExactly("confirmParticipation");
        assertThat(colleague("unionDeputy1").allOf(caseNumber)).isEmpty();
        colleague("managerDeputy1").doesOwn(caseNumber, "confirmParticipation", Map.of());
    }

    @Test
    void isRefusedWithASentenceWhenItCannotBeRight() {
        assertThat(sends(Map.of("offerSentPlanned", "2027-05-17")))
                .contains("«Tilbudet er sendt» er satt til mandag 17. mai 2027, som ikke er en arbeidsdag")
                .contains("tirsdag 18. mai 2027");
        assertThat(sends(Map.of("advertPublishedPlanned", "2027-04-15")))
                .contains("«Søknadsfrist» (7. april 2027) kommer før «Utlysningen er ute» (15. april 2027)");
        assertThat(sends(Map.of("hrDeputy", "hr1")))
                .contains("Demo Hårvik er både HR (saksansvarlig) og stedfortreder");
        assertThat(sends(Map.of("participantGroups", List.of("hr", "manager", "archive"))))
                .contains("Velg hvem som er arkiv, eller ta bort krysset");
        assertThat(sends(Map.of("advertPublishedPlanned", "2027-03-05"))).contains("har en dato som har vært");
        assertThat(sends(Map.of("managerHolder", "it1"))).contains("er ikke et av valgene i «Leder»");
        assertThat(plans.meetings(caseId())).isEmpty();
    }

    @Test
    void isTheForecastOfTheCase() {
        colleague("hr1").does(caseNumber, "setUpPlan");
        LocalDate planned = day(Milestone.FIRST_DAY);

        world.waitUntil(LocalDate.parse("2027-03-31"));
        colleague("hr1").doesOwn(caseNumber, "confirmParticipation", Map.of());

        assertThat(day(Milestone.FIRST_DAY)).isAfter(planned);
        assertThat(jdbc.sql("select count(*) from forecasts where case_id = ?")
                        .param(caseId().value())
                        .query(Integer.class)
                        .single())
                .isGreaterThan(1);
    }

    @Test
    void putsItsMeetingsIntoCalendarsAndKeepsThemRight() {
        colleague("hr1")
                .does(
                        caseNumber,
                        "setUpPlan",
                        Map.of("meetings", List.of(meeting("Oppstartsmøte", "2027-03-30", "09:00", "10:00"))));
        Meeting first = plans.meetings(caseId()).get(0);

        VEvent invitation = newestEvent("hr1@example.com", "Møte i sak");
        assertThat(invitation.getUid().getValue()).isEqualTo(first.id() + "@rodtraad");
        assertThat(invitation.getSequence().getValue()).isZero();
        assertThat(invitation.getDateStart().getValue().toInstant())
                .as("summer time has begun two days before")
                .isEqualTo(Instant.parse("2027-03-30T07:00:00Z"));

        book.changeMeeting(
                caseId(),
                "hr1",
                new Meeting(
                        first.id(),
                        first.title(),
                        first.startsAt(),
                        first.endsAt().plusSeconds(1800),
                        "Rådhuset"));
        world.settle();
        assertThat(newestEvent("union1@example.com", "Endret møte")
                        .getSequence()
                        .getValue())
                .isEqualTo(1);

        book.changePeople(caseId(), "hr1", List.of(new PlannedRole("union", "unionDeputy1", "union1")));
        world.settle();
        assertThat(newestEvent("union1@example.com", "Avlyst møte").getStatus().isCancelled())
                .isTrue();
        assertThat(newestEvent("uniondeputy1@example.com", "Møte i sak")
                        .getUid()
                        .getValue())
                .isEqualTo(first.id() + "@rodtraad");
        assertThat(colleague("unionDeputy1").allOf(caseNumber)).contains("confirmParticipation");
        assertThat(colleague("union1").allOf(caseNumber)).isEmpty();

        colleague("hr1").cancels(caseNumber, "Stillingen er trukket.");
        assertThat(newestEvent("panel1@example.com", "Avlyst møte")
                        .getSequence()
                        .getValue())
                .isEqualTo(2);
        assertThat(plans.meetings(caseId())).isEmpty();
    }

    @Test
    void sendsTheTasksOfOneWhoIsAwayToTheDeputy() {
        colleague("hr1").does(caseNumber, "setUpPlan");
        assertThat(colleague("manager1").allOf(caseNumber)).contains("writeAdvert");
        LocalDate first = world.today().plusDays(2);

        absences.register(TENANT, "hr1", "manager1", null, first, first.plusDays(3));
        absences.startDue();
        assertThat(colleague("manager1").allOf(caseNumber)).as("not away yet").contains("writeAdvert");

        world.waitUntil(first);
        absences.startDue();
        absences.startDue();
        world.settle();
        assertThat(colleague("manager1").allOf(caseNumber)).isEmpty();
        assertThat(colleague("managerDeputy1").allOf(caseNumber)).contains("writeAdvert", "confirmParticipation");
        assertThat(new Mailbox(IMAP_PORT, "managerdeputy1@example.com").subjects())
                .filteredOn(subject -> subject.startsWith("Du har fått oppgaver i sak " + caseNumber))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from audit_log where case_id = ? and action = 'TASK_HANDED_OVER'")
                        .param(caseId().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void sendsTheTasksToTheOneChosenForTheAbsenceRatherThanToTheDeputy() {
        colleague("hr1").does(caseNumber, "setUpPlan");

        Document registered = registersAbsence("manager1", "panelDeputy1");

        assertThat(registered.text()).contains("Fraværet er registrert.", "gått til stedfortrederen", "Demo Varalund");
        assertThat(colleague("manager1").allOf(caseNumber)).isEmpty();
        assertThat(colleague("managerDeputy1").allOf(caseNumber)).isEmpty();
        assertThat(colleague("panelDeputy1").allOf(caseNumber))
                .containsExactlyInAnyOrder("writeAdvert", "confirmParticipation");
    }

    @Test
    void sendsNewTasksToTheStandInWhileTheAbsenceLasts() {
        registersAbsence("manager1", "panelDeputy1");

        colleague("hr1").does(caseNumber, "setUpPlan");

        assertThat(colleague("manager1").allOf(caseNumber)).isEmpty();
        assertThat(colleague("panelDeputy1").allOf(caseNumber)).contains("writeAdvert");
    }

    @Test
    void sendsNewTasksToTheEmployeeAgainWhenTheAbsenceHasEnded() {
        Document registered = registersAbsence("manager1", "panelDeputy1");
        Document ended = hrBrowser.sends(registered, "form[action$=/slutt]", Map.of());

        colleague("hr1").does(caseNumber, "setUpPlan");

        assertThat(ended.text()).contains("Fraværet er avsluttet. Nye oppgaver går til Demo Lederud igjen.");
        assertThat(colleague("manager1").allOf(caseNumber)).contains("writeAdvert");
        assertThat(colleague("panelDeputy1").allOf(caseNumber)).isEmpty();
    }

    @Test
    void givesTheTasksToTheWholeGroupWhenTheStandInIsAwayToo() {
        registersAbsence("manager1", "managerDeputy1");
        registersAbsence("managerDeputy1", "");

        colleague("hr1").does(caseNumber, "setUpPlan");

        assertThat(colleague("manager1").allOf(caseNumber)).contains("writeAdvert");
        assertThat(colleague("managerDeputy1").allOf(caseNumber)).contains("writeAdvert");
    }

    @Test
    void handsOverEverythingNowWithoutAnAbsence() {
        colleague("hr1").does(caseNumber, "setUpPlan");
        StaffBrowser manager = new StaffBrowser("http://127.0.0.1:" + port, "manager1");

        Document page = manager.clicks(manager.visits("/saker/fravaer"), "Overlat alt nå", Map.of());

        assertThat(page.text())
                .contains("Oppgavene er overlatt.", "gått til stedfortrederen", "Ingen fravær er registrert.");
        assertThat(colleague("manager1").allOf(caseNumber)).isEmpty();
        assertThat(colleague("managerDeputy1").allOf(caseNumber)).contains("writeAdvert");
    }

    private Document registersAbsence(String who, String standIn) {
        Document page = hrBrowser.sends(
                hrBrowser.visits("/saker/fravaer"),
                "form[action$=/fravaer]",
                Map.of(
                        "hvem",
                        who,
                        "fra",
                        world.today().toString(),
                        "til",
                        world.today().plusDays(7).toString(),
                        "stedfortreder",
                        standIn));
        world.settle();
        return page;
    }

    @Test
    void canBeChangedAfterwardsAndIsLogged() {
        colleague("hr1").does(caseNumber, "setUpPlan");

        book.changeDates(caseId(), "hr1", Map.of(Milestone.ADVERT_PUBLISHED, LocalDate.parse("2027-03-19")));
        book.recompute(caseId(), "hr1");

        assertThat(plans.milestones(caseId()))
                .filteredOn(planned -> planned.milestone() == Milestone.ADVERT_PUBLISHED)
                .allSatisfy(planned -> assertThat(planned.planned()).isEqualTo("2027-03-19"));
        assertThatThrownBy(() -> book.changeDates(
                        caseId(), "hr1", Map.of(Milestone.ADVERT_PUBLISHED, LocalDate.parse("2027-03-20"))))
                .hasMessageContaining("ikke er en arbeidsdag");
        assertThat(jdbc.sql("select action from audit_log where case_id = ? order by id")
                        .param(caseId().value())
                        .query(String.class)
                        .list())
                .contains("PLAN_SET_UP", "PLAN_DATE_CHANGED", "DEADLINES_RECOMPUTED");
    }

    @Test
    void isReadByEveryoneAndChangedByHr() {
        colleague("hr1").does(caseNumber, "setUpPlan");
        String path = "/saker/" + caseId() + "/plan";
        StaffBrowser browser = new StaffBrowser("http://127.0.0.1:" + port, "hr1");
        Document hr = browser.visits(path);
        Document it = new StaffBrowser("http://127.0.0.1:" + port, "it1").visits(path);

        assertThat(hr.select("select[name=manager.holder] option[selected]").text())
                .isEqualTo("Demo Lederud");
        assertThat(hr.select("input[name=ADVERT_PUBLISHED]").attr("value")).isEqualTo("2027-03-17");
        assertThat(hr.text()).contains("Oppstartsmøte", "Beregn fristene på nytt");
        assertThat(it.text()).contains("Demo Lederud", "17. mars 2027").doesNotContain("Lagre rollene");

        String offerSent = hr.select("input[name=OFFER_SENT]").attr("value");
        Document refused = browser.sends(hr, "form[action$=/datoer]", Map.of("OFFER_SENT", "2027-05-17"));
        assertThat(refused.text()).contains("Ingenting er lagret.", "mandag 17. mai 2027, som ikke er en arbeidsdag");
        Document saved = browser.sends(
                refused, "form[action$=/datoer]", Map.of("ADVERT_PUBLISHED", "2027-03-18", "OFFER_SENT", offerSent));
        assertThat(saved.text()).contains("Datoene er lagret");

        Document backwards = browser.sends(
                browser.visits("/saker/fravaer"),
                "form[action$=/fravaer]",
                Map.of("hvem", "it1", "fra", "2027-03-20", "til", "2027-03-19"));
        assertThat(backwards.text()).contains("Fraværet slutter før det begynner");
        Document away = browser.sends(backwards, "form[action$=/fravaer]", Map.of("til", "2027-03-22"));
        assertThat(away.text()).contains("Fraværet er registrert", "Demo Ikteberg", "lørdag 20. mars 2027");
    }

    private static Map<String, String> meeting(String title, String day, String from, String to) {
        return Map.of("title", title, "day", day, "from", from, "to", to, "place", "Solvang sykehjem");
    }

    private static VEvent newestEvent(String address, String subject) {
        return new Mailbox(IMAP_PORT, address)
                .calendars(subject).stream()
                        .map(text -> Biweekly.parse(text).first())
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .getEvents()
                        .get(0);
    }

    private LocalDate day(Milestone milestone) {
        return plans.milestones(caseId()).stream()
                .filter(planned -> planned.milestone() == milestone)
                .findFirst()
                .orElseThrow()
                .forecast();
    }

    private String sends(Map<String, Object> answers) {
        Colleague hr = colleague("hr1");
        Colleague.Answer answer = hr.sends(hr.theTask(caseNumber, "setUpPlan"), answers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }

    private CaseId caseId() {
        return CaseId.of(TENANT, caseNumber);
    }

    private Colleague colleague(String user) {
        return new Colleague("http://127.0.0.1:" + port, user, world);
    }
}
