package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jsoup.nodes.Document;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One hiring in Eksempelvik, and what its people do in it. Every step goes through the door its person uses. */
final class HiringCase {

    static final String TENANT = "eksempelvik";

    private static final AtomicBoolean LOOKED_AT = new AtomicBoolean();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final List<String> PARTICIPANTS = List.of("manager1", "hr1", "union1", "panel1");

    /** Public holidays on weekdays from 2027 to January 2029, by the Gregorian Easter rule and the two acts on holidays. */
    private static final Set<LocalDate> CLOSED = Stream.of(
                    "2027-01-01",
                    "2027-03-25",
                    "2027-03-26",
                    "2027-03-29",
                    "2027-05-06",
                    "2027-05-17",
                    "2028-04-13",
                    "2028-04-14",
                    "2028-04-17",
                    "2028-05-01",
                    "2028-05-17",
                    "2028-05-25",
                    "2028-06-05",
                    "2028-12-25",
                    "2028-12-26",
                    "2029-01-01")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    private final String baseUrl;
    private final World world;
    private final Eyes eyes;
    private final JdbcClient jdbc;
    private final int imapPort;
    private final LocalDate firstDay;
    private String caseNumber = "";

    HiringCase(String baseUrl, World world, Eyes eyes, JdbcClient jdbc, int imapPort, LocalDate firstDay) {
        this.baseUrl = baseUrl;
        this.world = world;
        this.eyes = eyes;
        this.jdbc = jdbc;
        this.imapPort = imapPort;
        this.firstDay = firstDay;
    }

    String number() {
        return caseNumber;
    }

    String id() {
        return TENANT + "-" + caseNumber;
    }

    Colleague colleague(String user) {
        return new Colleague(baseUrl, user, world);
    }

    Mailbox mailOf(String user) {
        return new Mailbox(imapPort, user.toLowerCase(java.util.Locale.ROOT) + "@example.com");
    }

    void reportNeed() {
        reportNeed(Map.of());
    }

    /** @param instead what is answered in another way than for a kindergarten */
    void reportNeed(Map<String, Object> instead) {
        Map<String, Object> answers = new HashMap<>(need());
        answers.putAll(instead);
        caseNumber = colleague("manager1").reportsNeed(TENANT, answers);
        assertThat(caseNumber).startsWith(world.today().getYear() + "-0");
    }

    private Map<String, Object> need() {
        return Map.ofEntries(
                Map.entry("title", "Pedagogisk leder"),
                Map.entry("workplace", "Solvang barnehage"),
                Map.entry("occupationalGroup", "kindergartenTeacher"),
                Map.entry("requestedVariant", "ordinary"),
                Map.entry("reason", "replacement"),
                Map.entry("extentPercent", 100),
                Map.entry("temporary", false),
                Map.entry("worksWithChildren", true),
                Map.entry("userParticipation", false),
                Map.entry("desiredStart", firstDay.toString()));
    }

    void assessNeed() {
        Colleague hr = colleague("hr1");
        colleague("manager1").does(caseNumber, "assessNeed");
        hr.does(caseNumber, "clarifyPreferenceRights");
        if (hr.allOf(caseNumber).contains("coordinateJointAdvert")) {
            hr.does(caseNumber, "coordinateJointAdvert");
        }
    }

    void approve() {
        colleague("budgetOwner1").does(caseNumber, "approvePosition", Map.of("approvalOutcome", "approve"));
    }

    void setUpPlan(Map<String, Object> answers) {
        colleague("hr1").does(caseNumber, "setUpPlan", answers);
        for (String participant : PARTICIPANTS) {
            colleague(participant).doesOwn(caseNumber, "confirmParticipation", Map.of());
        }
    }

    void writeAdvert(LocalDate applicationDeadline) {
        Map<String, Object> advert = new LinkedHashMap<>(advert("kindergarten-teacher"));
        advert.put("applicationDeadline", applicationDeadline.toString());
        colleague("manager1").does(caseNumber, "writeAdvert", advert);
    }

    void publish() {
        publish(List.of("own"));
    }

    void publish(List<String> channels) {
        Colleague hr = colleague("hr1");
        hr.does(caseNumber, "reviewAdvert", Map.of("advertApproved", true));
        hr.does(caseNumber, "chooseChannels", Map.of("channelChoice", channels));
    }

    Candidate candidate(String name) {
        return new Candidate(baseUrl, world, imapPort, name + " " + caseNumber.substring(8));
    }

    StaffBrowser pagesOf(String user) {
        return new StaffBrowser(baseUrl, user);
    }

    /** The fifth asks not to stand on the public list. */
    List<Candidate> fiveApply() {
        List<Candidate> candidates = new ArrayList<>();
        for (String name : List.of("Kari Eksempel", "Ola Prøvesen", "Per Liksom", "Anne Oppdiktet", "Liv Tenktsen")) {
            candidates.add(candidate(name));
        }
        Document vacancies = candidates.get(0).visits("/");
        String path = "/stillinger/" + slug();
        assertThat(vacancies.select("a[href*=/stillinger/]").eachAttr("href"))
                .as(vacancies.text())
                .contains(path);
        assertThat(candidates.get(0).visits(path).text()).contains("Politiattest Kreves før du begynner");
        looksAtWhatIsTheSameInEveryStory(path);
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

    private void looksAtWhatIsTheSameInEveryStory(String vacancyPath) {
        if (LOOKED_AT.compareAndSet(false, true)) {
            List.of("/", vacancyPath, vacancyPath + "/sok", "/innboks", "/logg-inn")
                    .forEach(eyes::lookAt);
        }
    }

    void declareImpartiality() {
        for (String participant : PARTICIPANTS) {
            colleague(participant).doesOwn(caseNumber, "declareImpartiality", Map.of("impartial", "yes"));
        }
    }

    void screen(List<Candidate> candidates, List<Candidate> wanted) {
        Colleague manager = colleague("manager1");
        Colleague.Answer tooEarly =
                manager.sends(manager.theTask(caseNumber, "screenApplications"), Map.of("allAssessed", true));
        assertThat(tooEarly.status()).isEqualTo(400);
        assertThat(tooEarly.body()).contains("%d søknader er ikke vurdert".formatted(candidates.size()));
        StaffBrowser browser = new StaffBrowser(baseUrl, "manager1");
        for (Candidate candidate : candidates) {
            browser.assesses(
                    id(), applicationOf(candidate), wanted.contains(candidate) ? "QUALIFIED" : "NOT_QUALIFIED");
        }
        manager.does(caseNumber, "screenApplications", Map.of("allAssessed", true));
        manager.does(
                caseNumber,
                "confirmInterviewList",
                Map.of("interviewList", wanted.stream().map(this::applicationOf).toList(), "answerOthers", "now"));
    }

    /** At ten, at twelve and at two on a day; the candidates choose, and the first one changes. */
    void invite(List<Candidate> invited, LocalDate day) {
        offersInterviewTimes(day);
        invited.forEach(this::choosesInterviewTime);
        changesTheInterviewTime(invited.get(0));
    }

    /** At ten, at twelve and at two on a day. */
    void offersInterviewTimes(LocalDate day) {
        colleague("manager1")
                .does(
                        caseNumber,
                        "prepareInterview",
                        Map.of(
                                "place",
                                "Solvang barnehage, møterommet",
                                "slots",
                                List.of(
                                        Map.of("startsAt", at(day, LocalTime.of(10, 0))),
                                        Map.of("startsAt", at(day, LocalTime.NOON)),
                                        Map.of("startsAt", at(day, LocalTime.of(14, 0))))));
    }

    void choosesInterviewTime(Candidate candidate) {
        assertThat(candidate.newestMessage()).contains("inviterer deg til intervju");
        Document status = candidate.followsLink();
        candidate.sends(
                status,
                "form[action$=/intervjutid]",
                Map.of("tid", status.select("[name=tid]").eachAttr("value").get(0)));
    }

    /** The calendar, read by another library, follows under the same id. */
    private void changesTheInterviewTime(Candidate candidate) {
        Document status = candidate.followsLink();
        eyes.lookAt(status.location());
        assertThat(status.text()).contains("Bytt til en annen tid");
        candidate.sends(
                status,
                "form[action$=/intervjutid]",
                Map.of("tid", status.select("[name=tid]").eachAttr("value").get(0)));
        List<VEvent> agreed = candidate.mailbox().calendars("Da er tiden avtalt").stream()
                .map(content -> Biweekly.parse(content).first().getEvents().get(0))
                .toList();
        assertThat(agreed).extracting(event -> event.getSequence().getValue()).containsExactly(0, 1);
        assertThat(agreed.get(1).getUid()).isEqualTo(agreed.get(0).getUid());
        assertThat(agreed.get(1).getDateStart()).isNotEqualTo(agreed.get(0).getDateStart());
        assertThat(candidate.followsLink().text()).contains("kl. 14.00");
    }

    void holdInterviews(int howMany) {
        for (int each = 0; each < howMany; each++) {
            colleague("panel1")
                    .doesOwn(
                            caseNumber,
                            "holdInterview",
                            Map.of(
                                    "referencesWanted",
                                    true,
                                    "secondRound",
                                    false,
                                    "professionalScore",
                                    4,
                                    "personalScore",
                                    5));
            colleague("manager1")
                    .doesOwn(caseNumber, "checkReferences", Map.of("negativeFacts", false, "consentConfirmed", true));
        }
    }

    void recommend(Candidate first, Candidate second) {
        colleague("manager1")
                .does(
                        caseNumber,
                        "writeRecommendation",
                        Map.of("firstChoice", applicationOf(first), "secondChoice", applicationOf(second)));
        colleague("union1").does(caseNumber, "unionStatement", Map.of("agrees", "yes"));
    }

    void decide(Candidate first) {
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

    void offerTo(Candidate candidate) {
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
                                firstDay.toString(),
                                "answerBy",
                                world.today().plusDays(7).toString()));
        assertThat(candidate.newestMessage()).startsWith("Vi tilbyr deg");
    }

    void answersOffer(Candidate candidate, String answer) {
        Document status = candidate.followsLink();
        Document offer = candidate.visits(status.select("a[href$=/tilbud]").attr("href"));
        eyes.lookAt(status.location());
        eyes.lookAt(offer.location());
        assertThat(offer.text()).contains("612");
        Document confirm = candidate.visits(offer.location() + "/svar?svar=" + answer);
        candidate.sends(confirm, "form[method=post]", Map.of());
    }

    void chooseNext() {
        colleague("manager1")
                .does(
                        caseNumber,
                        "chooseNext",
                        Map.of(
                                "nextStep", "next",
                                "lossReason", "otherOffer",
                                "nextReason", "Kandidaten fikk et annet tilbud og takket nei."));
    }

    void approveContract() {
        colleague("hr1").does(caseNumber, "reviewContract", Map.of("contractApproved", true));
    }

    /** Something in the contract is wrong; HR makes a new one. */
    void saysNoToContract(Candidate candidate, String reason) {
        Document status = candidate.followsLink();
        Document contract = candidate.visits(status.select("a[href$=/avtale]").attr("href"));
        assertThat(candidate.sends(contract, "#si-nei", Map.of("grunn", reason)).text())
                .contains("Takk for at du sa fra");
        colleague("hr1")
                .does(
                        caseNumber,
                        "resolveSigning",
                        Map.of("signingNext", "again", "signingComment", "Vi retter lønnen."));
        approveContract();
    }

    void signs(Candidate candidate) {
        Document status = candidate.followsLink();
        Document contract = candidate.visits(status.select("a[href$=/avtale]").attr("href"));
        eyes.lookAt(contract.location());
        Document withCode = candidate.sends(contract, "#faa-kode", Map.of());
        world.settle();
        candidate.sends(
                withCode,
                "#signer-avtalen",
                Map.of("lest", "true", "navn", candidate.name(), "kode", candidate.newestCode()));
    }

    void managerSigns() {
        StaffBrowser manager = pagesOf("manager1");
        Document page = manager.visits("/saker/%s/signer".formatted(id()));
        page.expectFirst("#lest").attr("checked", true);
        manager.sends(page, "form.card", Map.of("passord", "demo"));
        world.settle();
    }

    void seePoliceCertificate() {
        colleague("manager1")
                .does(
                        caseNumber,
                        "policeCertificateShown",
                        Map.of(
                                "inOrder", true,
                                "issuedDate", world.today().minusDays(20).toString(),
                                "shownDate", world.today().toString()));
    }

    /** To everyone interviewed who was not hired. */
    void giveFeedback() {
        Colleague manager = colleague("manager1");
        for (int left = manager.tasks(caseNumber, "giveFeedback").size(); left > 0; left--) {
            manager.doesOwn(caseNumber, "giveFeedback", Map.of());
        }
    }

    void prepareFirstDay() {
        colleague("manager1").does(caseNumber, "assignBuddy", Map.of("buddyName", "Fadder Faddersen"));
        colleague("it1").does(caseNumber, "orderEquipmentAccess");
        colleague("payroll1").does(caseNumber, "registerEmployee", Map.of("employeeNumber", "100234"));
    }

    /** On the first day, and talks when they fall due. */
    void workThroughProbation() {
        Colleague manager = colleague("manager1");
        world.waitUntil(firstDay);
        manager.does(caseNumber, "welcomeDay");
        manager.does(caseNumber, "probationTalk0");
        world.waitUntil(firstDay.plusMonths(2).plusDays(1));
        manager.does(caseNumber, "probationTalk1");
        world.waitUntil(firstDay.plusMonths(4));
        manager.does(caseNumber, "probationTalk2");
        world.waitUntil(firstDay.plusMonths(5));
        manager.does(caseNumber, "probationTalk3");
        manager.does(caseNumber, "decideProbation", Map.of("probationOutcome", "passed"));
        manager.does(caseNumber, "evaluateCase");
    }

    /** The row of a milestone on the case's page, as text. */
    String planned(String milestone) {
        return pagesOf("hr1")
                .visits("/saker/" + id())
                .select("tr:contains(%s)".formatted(milestone))
                .text();
    }

    String applicationOf(Candidate candidate) {
        return jdbc.sql("""
                        select a.id::text from applications a join applicants p on p.id = a.applicant_id
                        where p.name = :name and a.case_id = :case""")
                .param("name", candidate.name())
                .param("case", id())
                .query(String.class)
                .single();
    }

    /** Where the public reads the advert. */
    String vacancyPath() {
        return "/stillinger/" + slug();
    }

    String slug() {
        return jdbc.sql("select slug from vacancies where case_id = :case")
                .param("case", id())
                .query(String.class)
                .single();
    }

    long unanswered() {
        return jdbc.sql("select count(*) from applications where case_id = :case and answered_at is null")
                .param("case", id())
                .query(Long.class)
                .single();
    }

    String state() {
        return jdbc.sql("select state from hiring_cases where id = :case")
                .param("case", id())
                .query(String.class)
                .single();
    }

    List<String> archivedCodes() {
        return jdbc.sql("select distinct document_code from archive_records where case_id = :case order by 1")
                .param("case", id())
                .query(String.class)
                .list();
    }

    /** Last days of tasks, done and open, that fell on a closed day. */
    List<LocalDate> closedDaysAmongDueDates() {
        return jdbc.sql("""
                        select distinct ((due_date_ at time zone 'UTC' - interval '1 second') at time zone 'Europe/Oslo')::date
                        from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.root_proc_inst_id_
                        where p.business_key_ = :number and p.tenant_id_ = :tenant and due_date_ is not null""").param("number", caseNumber).param("tenant", TENANT).query(LocalDate.class).list().stream()
                .filter(HiringCase::isClosed)
                .toList();
    }

    private static boolean isClosed(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 || CLOSED.contains(day);
    }

    private static String at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(OSLO).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx"));
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

    static byte[] curriculumVitae(String name) {
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
