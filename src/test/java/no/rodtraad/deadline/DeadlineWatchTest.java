package no.rodtraad.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.rodtraad.deadline.PointClocks.DeadlineEvent;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.deadline.PointClocks.PointClock;
import no.rodtraad.messaging.CandidateMessages;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.Recipients;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.messaging.StaffMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.ProcessVariable;
import no.rodtraad.process.RoleHolders;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;

/** The diagrams themselves, in a real engine on a real database; only the steps of other features do nothing. */
@SpringJUnitConfig
@DisplayName("The watch over a deadline")
class DeadlineWatchTest {

    private static final String TENANT = "eksempelvik";
    /** A Monday, without holidays for the next four weeks. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private PointClocks clocks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private World world;

    private CaseId caseId = new CaseId("eksempelvik-2026-0001");

    @BeforeEach
    void openCase() {
        world.reset();
        setTime(MONDAY, 9);
        caseId = CaseId.of(TENANT, "2026-%04d".formatted(1 + countCases()));
        jdbc.sql("""
                        insert into hiring_cases (id, tenant_id, case_number, title, occupational_group, workplace,
                                                  reported_by, reported_at, state)
                        values (:id, 'eksempelvik', :number, 'Ingeniør', 'engineer', 'Rådhuset', 'manager1', now(),
                                'OPEN')""")
                .param("id", caseId.value())
                .param("number", caseId.caseNumber())
                .update();
    }

    @AfterEach
    void forgetTime() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "done"));
        ClockUtil.reset();
    }

    @Test
    void climbsFromTheHolderToTheLeaderOverTheLeader() {
        startCase();
        approve();
        List<String> before = List.copyOf(world.mails);

        passWorkingDays(5);
        assertThat(newMails(before)).containsExactly("S01 hr1 «Sett opp plan og tidslinje»");
        passWorkingDays(2);
        assertThat(newMails(before)).hasSize(1);

        passWorkingDays(1);
        assertThat(newMails(before))
                .containsExactly("S01 hr1 «Sett opp plan og tidslinje»", "S02 hr2 «Sett opp plan og tidslinje»");
        assertThat(offeredTo(task("setUpPlan"))).contains("hr1", "hr2");
        assertThat(world.toldCandidates).containsExactly("candidate.informed M20");

        passWorkingDays(1);
        assertThat(newMails(before)).hasSize(3).endsWith("S03 hrLead1 2 arbeidsdager");
        passWorkingDays(1);
        assertThat(newMails(before)).hasSize(3);

        passWorkingDays(1);
        assertThat(newMails(before)).hasSize(4).endsWith("S04 budgetOwner1 4 arbeidsdager");
        assertThat(clocks.events(caseId).stream().filter(event -> event.point() == DecisionPoint.ADVERT))
                .extracting(DeadlineEvent::level, DeadlineEvent::workingDaysLate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Level.REMINDED, 0),
                        org.assertj.core.groups.Tuple.tuple(Level.DEPUTY, 1),
                        org.assertj.core.groups.Tuple.tuple(Level.ESCALATED, 2),
                        org.assertj.core.groups.Tuple.tuple(Level.BREACHED, 4));
        assertThat(task("setUpPlan")).as("nobody loses the task").isNotNull();
    }

    @Test
    void endsWithThePhaseAndLetsTheCaseGoOnWithWhatThePhaseFoundOut() {
        startCase();
        passWorkingDays(8);
        assertThat(watches()).isEqualTo(1);

        approve();

        assertThat(watches()).isZero();
        assertThat(task("setUpPlan")).isNotNull();
        assertThat(caseVariable("approvalOutcome")).isEqualTo("approve");
        assertThat(caseVariable("appointingGroup")).isNotNull();
        assertThat(clocks.of(caseId))
                .extracting(PointClock::point, clock -> clock.reached() != null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DecisionPoint.NEED, true),
                        org.assertj.core.groups.Tuple.tuple(DecisionPoint.ADVERT, false));
    }

    @Test
    void goesOnInTheNextPhaseWhereItWas() {
        startCase();
        approve();
        passWorkingDays(6);
        List<String> before = List.copyOf(world.mails);

        complete("setUpPlan");
        runDueJobs();
        assertThat(newMails(before)).as("reminded once for the same deadline").isEmpty();

        passWorkingDays(2);
        assertThat(newMails(before))
                .containsExactlyInAnyOrder("S02 manager2 «Skriv utlysningstekst»", "S02 hr2 «Bekreft rollen din»");
        passWorkingDays(1);
        assertThat(newMails(before)).hasSize(3).endsWith("S03 hrLead1 2 arbeidsdager");
    }

    @Test
    void doesNothingOnceThePointIsReached() {
        startCase();
        approve();
        complete("setUpPlan");
        passWorkingDays(5);
        for (String step : List.of("writeAdvert", "reviewAdvert", "chooseChannels")) {
            complete(step, Map.of("advertApproved", true, "applicationDeadline", evening(MONDAY.plusDays(60))));
        }
        engine.getTaskService()
                .createTaskQuery()
                .list()
                .forEach(task -> engine.getTaskService().complete(task.getId()));
        runDueJobs();
        List<String> before = List.copyOf(world.mails);

        passWorkingDays(12);

        assertThat(newMails(before)).isEmpty();
        assertThat(clocks.of(caseId))
                .filteredOn(clock -> clock.point() == DecisionPoint.ADVERT)
                .extracting(PointClock::reached)
                .doesNotContainNull();
        assertThat(clocks.reached(caseId)).containsKey(Milestone.ADVERT_PUBLISHED);
    }

    @Test
    void followsTheDayThatHrHasPlanned() {
        startCase();
        world.planned.put(Milestone.ADVERT_PUBLISHED, MONDAY.plusDays(21));
        approve();

        PointClock advert = clocks.of(caseId).get(1);

        assertThat(advert.target()).isEqualTo(MONDAY.plusDays(21));
        assertThat(advert.warn()).isEqualTo(MONDAY.plusDays(17));
        assertThat(advert.escalate()).isEqualTo(MONDAY.plusDays(23));
        assertThat(advert.breach()).isEqualTo(MONDAY.plusDays(24));
    }

    @Test
    void remindsHrWhereNobodyHasATask() {
        startCase();
        approve();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("plan")
                .list()
                .forEach(plan -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(plan.getId())
                        .list()
                        .forEach(task -> jdbc.sql("delete from act_ru_identitylink where task_id_ = :id")
                                .param("id", task.getId())
                                .update()));
        List<String> before = List.copyOf(world.mails);

        passWorkingDays(5);

        assertThat(newMails(before)).hasSize(1).first().asString().startsWith("S01 hr1");
    }

    @Test
    void candidatesHearSomethingOnTheTenthWorkingDayUntilTheyAreAnswered() {
        ApplicationId applicationId = ApplicationId.create();
        world.sent.put("M01", ClockUtil.getCurrentTime().toInstant());
        startJourney(applicationId);
        List<String> mails = List.copyOf(world.mails);

        passWorkingDays(9);
        assertThat(world.sent).containsOnlyKeys("M01");
        passWorkingDays(1);
        assertThat(world.sent).containsKeys("M01", "M20");
        assertThat(newMails(mails)).containsExactly("S05 hr1 ");
        Instant first = world.sent.get("M20");

        passWorkingDays(10);
        assertThat(world.sent.get("M20")).isAfter(first);
        Instant second = world.sent.get("M20");

        world.sent.put("M21", ClockUtil.getCurrentTime().toInstant());
        passWorkingDays(20);
        assertThat(world.sent.get("M20")).isEqualTo(second);
        assertThat(engine.getManagementService().createJobQuery().timers().count())
                .isZero();
    }

    @Test
    void aCandidateIsCalledOnTheFourthDayAndTheTaskGoesWhenTheAnswerComes() {
        ApplicationId applicationId = ApplicationId.create();
        ProcessInstance offer = startOffer(applicationId);
        runDueJobs();

        passWorkingDays(4);
        assertThat(tasks("callCandidate")).isZero();
        passWorkingDays(1);
        assertThat(tasks("callCandidate")).isEqualTo(1);

        tell(applicationId, "candidate.answeredOffer");
        assertThat(tasks("callCandidate")).isZero();
        assertThat(isRunning(offer)).isTrue();

        tell(applicationId, "candidate.contractSent");
        runDueJobs();
        passWorkingDays(4);
        assertThat(tasks("callCandidate")).isEqualTo(1);
        tell(applicationId, "candidate.signed");
        assertThat(isRunning(offer)).isFalse();
    }

    @Test
    void aCandidateWhoSaidYesIsNotLeftWaitingWhenTheOfferLapses() {
        ApplicationId applicationId = ApplicationId.create();
        ProcessInstance offer = startOffer(applicationId);
        runDueJobs();
        tell(applicationId, "candidate.answeredOffer");

        tell(applicationId, "candidate.offerLapsed");

        assertThat(isRunning(offer)).isFalse();
    }

    @Test
    void theNextCandidateGetsAnOfferWithAClockOfItsOwn() {
        startCase();
        approve();
        jumpToOffer();
        complete("makeOffer", Map.of("offerDeadline", evening(MONDAY.plusDays(5))));
        runDueJobs();
        passWorkingDays(5);

        complete("chooseNext", Map.of("nextStep", "next"));

        assertThat(task("makeOffer")).isNotNull();
        assertThat(clocks.of(caseId))
                .filteredOn(clock -> clock.point() == DecisionPoint.OFFER)
                .extracting(PointClock::round, clock -> clock.reached() != null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, true), org.assertj.core.groups.Tuple.tuple(2, false));
        List<String> before = List.copyOf(world.mails);
        passWorkingDays(5);
        assertThat(newMails(before)).containsExactly("S01 manager1 «Ring og gi tilbud»");
    }

    private void jumpToOffer() {
        ProcessInstance hiring = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("hiring-case")
                .singleResult();
        world.store.started(caseId, DecisionPoint.OFFER);
        engine.getRuntimeService()
                .createProcessInstanceModification(hiring.getId())
                .cancelAllForActivity("plan")
                .startBeforeActivity("beforeOffer")
                .execute();
    }

    private void startCase() {
        Map<String, Object> variables = caseVariables();
        Stream.of("temporary", "partTime", "worksWithChildren", "userParticipation", "hired", "signed")
                .forEach(flag -> variables.put(flag, false));
        variables.put("occupationalGroup", "engineer");
        start("hiring-case", variables);
        runDueJobs();
    }

    /** Does what is left of the first phase. */
    private void approve() {
        complete("assessNeed");
        complete("clarifyPreferenceRights");
        if (tasks("discussWithUnion") > 0) {
            complete("discussWithUnion");
        }
        complete("approvePosition", Map.of("approvalOutcome", "approve"));
        assertThat(task("setUpPlan")).isNotNull();
    }

    private void startJourney(ApplicationId applicationId) {
        Map<String, Object> variables = caseVariables();
        variables.put("applicationId", applicationId.toString());
        variables.put("exemptionRequested", false);
        variables.put("reopened", false);
        variables.put("answerCode", FinalAnswers.GENERAL);
        engine.getRuntimeService()
                .createMessageCorrelation("application.received")
                .tenantId(TENANT)
                .processInstanceBusinessKey(caseId.caseNumber())
                .setVariables(variables)
                .correlateStartMessage();
        runDueJobs();
    }

    private ProcessInstance startOffer(ApplicationId applicationId) {
        Map<String, Object> variables = caseVariables();
        variables.put("applicationId", applicationId.toString());
        variables.put("outcome", "REJECTED");
        return start("candidate-offer", variables);
    }

    private Map<String, Object> caseVariables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseId", caseId.value());
        variables.put("municipality", TENANT);
        variables.put("collision", false);
        return variables;
    }

    private ProcessInstance start(String process, Map<String, Object> variables) {
        return engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .processDefinitionTenantId(TENANT)
                .businessKey(caseId.caseNumber())
                .setVariables(variables)
                .execute();
    }

    private void tell(ApplicationId applicationId, String message) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceVariableEquals("applicationId", applicationId.toString())
                .correlate();
    }

    private boolean isRunning(ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
    }

    private void complete(String step) {
        complete(step, Map.of());
    }

    private void complete(String step, Map<String, Object> variables) {
        engine.getTaskService().complete(task(step).getId(), variables);
        runDueJobs();
    }

    private Task task(String step) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(step).list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task " + step));
    }

    private long tasks(String step) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(step).count();
    }

    private List<String> offeredTo(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private long watches() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("deadline-watch")
                .count();
    }

    private @Nullable Object caseVariable(String name) {
        ProcessInstance hiring = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("hiring-case")
                .singleResult();
        return engine.getRuntimeService().getVariable(hiring.getId(), name);
    }

    private List<String> newMails(List<String> before) {
        return world.mails.subList(before.size(), world.mails.size());
    }

    /** To nine in the morning, day by day, as a person would see it. */
    private void passWorkingDays(int days) {
        LocalDate day = OsloTime.dayOf(ClockUtil.getCurrentTime());
        for (int left = days; left > 0; left--) {
            do {
                day = day.plusDays(1);
                setTime(day, 9);
                runDueJobs();
            } while (day.getDayOfWeek().getValue() > 5);
        }
    }

    private static void setTime(LocalDate day, int hour) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(hour, 0).atZone(OsloTime.ZONE).toInstant()));
    }

    private static Date evening(LocalDate day) {
        return OsloTime.endOf(day);
    }

    private void runDueJobs() {
        List<Job> due;
        do {
            due = engine.getManagementService()
                    .createJobQuery()
                    .executable()
                    .orderByJobDuedate()
                    .asc()
                    .list();
            due.stream().limit(1).forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    private int countCases() {
        return jdbc.sql("select count(*) from hiring_cases")
                .query(Integer.class)
                .single();
    }

    /** What other features would do, remembered. */
    static class World
            implements StaffMessages,
                    SentMessages,
                    FinalAnswers,
                    CandidateMessages,
                    Recipients,
                    Journeys,
                    PlannedDates,
                    RoleHolders {

        final List<String> mails = new ArrayList<>();
        final List<String> toldCandidates = new ArrayList<>();
        final Map<String, Instant> sent = new HashMap<>();
        final Map<Milestone, LocalDate> planned = new EnumMap<>(Milestone.class);
        private final ClockStore store;

        World(ClockStore store) {
            this.store = store;
        }

        void reset() {
            mails.clear();
            toldCandidates.clear();
            sent.clear();
            planned.clear();
        }

        @Override
        public void send(String key, CaseId caseId, String userId, String template, Map<String, Object> fields) {
            Object what = fields.containsKey("delay") ? fields.get("delay") : fields.getOrDefault("steps", "");
            mails.add("%s %s %s".formatted(template, userId, what));
        }

        @Override
        public void send(
                String key,
                CaseId caseId,
                String userId,
                String template,
                Map<String, Object> fields,
                StaffMessages.@Nullable CalendarEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SentMessage> toApplication(ApplicationId applicationId) {
            return sent.entrySet().stream()
                    .map(message -> new SentMessage(
                            applicationId,
                            message.getKey(),
                            "",
                            "",
                            message.getValue(),
                            message.getValue(),
                            null,
                            null))
                    .sorted(java.util.Comparator.comparing(SentMessage::createdAt)
                            .reversed())
                    .toList();
        }

        @Override
        public boolean isWritten(ApplicationId applicationId) {
            return sent.containsKey(GENERAL);
        }

        @Override
        public boolean hasReached(ApplicationId applicationId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void takeBack(ApplicationId applicationId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SentMessage> ofCase(CaseId caseId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void send(String key, CaseId caseId, ApplicationId applicationId, String code) {
            sent.put(code, ClockUtil.getCurrentTime().toInstant());
        }

        @Override
        public List<ApplicationId> openOfCase(CaseId caseId) {
            return List.of(new ApplicationId(new UUID(0, 1)));
        }

        @Override
        public Optional<ApplicationId> hiredOfCase(CaseId caseId) {
            return Optional.empty();
        }

        @Override
        public Language languageOf(ApplicationId applicationId) {
            return Language.NB;
        }

        @Override
        public boolean isWaitedFor(ApplicationId applicationId) {
            return false;
        }

        @Override
        public void start(CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tellCandidate(
                String key,
                CaseId caseId,
                ApplicationId applicationId,
                String message,
                Map<ProcessVariable<?>, Object> flags) {
            toldCandidates.add(message + " "
                    + String.join(
                            ",", flags.values().stream().map(String::valueOf).toList()));
        }

        @Override
        public void tellCase(String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Milestone, LocalDate> of(CaseId caseId) {
            return planned;
        }

        /** The demo's pattern: the first of each group holds its role. */
        @Override
        public Optional<String> holderOf(CaseId caseId, String groupId) {
            return groupId.equals("panel") ? Optional.empty() : Optional.of(groupId + "1");
        }

        @Override
        public Optional<String> deputyOf(CaseId caseId, String groupId) {
            return Optional.of(groupId + "2");
        }
    }

    /** Who takes part in the whole case. */
    public static class Participants {

        public List<String> of(DelegateExecution execution) {
            return List.of("hr");
        }
    }

    @Configuration
    @ComponentScan(
            basePackages = "no.rodtraad",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "no\\.rodtraad\\.deadline\\.(ClosedDays|WorkingCalendars|DeadlineTable|Deadlines)",
                                "no\\.rodtraad\\.deadline\\.(ClockStore|PointDays|CasePointClocks|DecisionPointTimes)",
                                "no\\.rodtraad\\.deadline\\.(People|DeadlineWatch|LeaderMessages|Silence|BreakSilence)",
                                "no\\.rodtraad\\.deadline\\.(RemindHolder|InvolveDeputy|TellAboutDelay)",
                                "no\\.rodtraad\\.deadline\\.(EscalateDeadline|RecordBreach)",
                                "no\\.rodtraad\\.process\\.(EngineClock|EngineDecisions|EngineCaseTasks|EngineTaskHands)",
                                "no\\.rodtraad\\.process\\.(ClockProperties|TaskRouting|TimePlugin)",
                                "no\\.rodtraad\\.hiring\\.JdbcHiringCases",
                                "no\\.rodtraad\\.identity\\.(StaffDirectory|GroupsOfTheJourney)"
                            }))
    static class Context {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            DataSource dataSource = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).load().migrate();
            return dataSource;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        World world(ClockStore store) {
            return new World(store);
        }

        @Bean
        Participants participants() {
            return new Participants();
        }

        @Bean
        JavaDelegate checkCollisions() {
            return execution -> execution.setVariable("collision", false);
        }

        @Bean
        JavaDelegate countApplicants() {
            return execution -> execution.setVariable("fewApplicants", false);
        }

        /** The steps of other features. */
        @Bean({
            "archiveDocument",
            "publishAdvert",
            "notifyPool",
            "keepReserveWarm",
            "askNextCandidate",
            "prolongDeadline",
            "sendCandidateMessage",
            "sendOffer",
            "releaseCandidates",
            "reportMilestone"
        })
        JavaDelegate otherFeatures() {
            return execution -> {};
        }

        @Bean(destroyMethod = "close")
        ProcessEngine processEngine(
                DataSource dataSource,
                PlatformTransactionManager transactions,
                ApplicationContext context,
                List<BpmnParseListener> listeners,
                List<ProcessEnginePlugin> plugins)
                throws Exception {
            var configuration = new SpringProcessEngineConfiguration();
            configuration.setProcessEngineName("deadlineWatch");
            configuration.setDataSource(dataSource);
            configuration.setTransactionManager(transactions);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setApplicationContext(context);
            configuration.setExpressionManager(new SpringExpressionManager(context, null));
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>(listeners));
            configuration.setProcessEnginePlugins(new ArrayList<>(plugins));
            ProcessEngine engine = configuration.buildProcessEngine();
            people(engine);
            deploy(engine);
            return engine;
        }

        @Bean
        org.camunda.bpm.engine.IdentityService identityService(ProcessEngine engine) {
            return engine.getIdentityService();
        }

        @Bean
        org.camunda.bpm.engine.TaskService taskService(ProcessEngine engine) {
            return engine.getTaskService();
        }

        @Bean
        org.camunda.bpm.engine.HistoryService historyService(ProcessEngine engine) {
            return engine.getHistoryService();
        }

        @Bean
        org.camunda.bpm.engine.AuthorizationService authorizationService(ProcessEngine engine) {
            return engine.getAuthorizationService();
        }

        @Bean
        org.camunda.bpm.engine.DecisionService decisionService(ProcessEngine engine) {
            return engine.getDecisionService();
        }

        @Bean
        org.camunda.bpm.engine.RepositoryService repositoryService(ProcessEngine engine) {
            return engine.getRepositoryService();
        }

        private static void people(ProcessEngine engine) {
            for (String group : List.of("hr", "manager", "hrLead", "budgetOwner", "union")) {
                for (int number = 1; number <= 2; number++) {
                    User user = engine.getIdentityService().newUser(group + number);
                    engine.getIdentityService().saveUser(user);
                }
            }
        }

        private static void deploy(ProcessEngine engine) throws IOException {
            DeploymentBuilder deployment =
                    engine.getRepositoryService().createDeployment().tenantId(TENANT);
            try (Stream<Path> files = Files.list(Path.of("processes"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    deployment.addString(file.getFileName().toString(), Files.readString(file));
                }
            }
            deployment.deploy();
        }
    }
}
