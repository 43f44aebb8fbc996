package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.rodtraad.application.ApplicationWithdrawn;
import no.rodtraad.application.Applications;
import no.rodtraad.application.ContractSigning;
import no.rodtraad.application.ContractView;
import no.rodtraad.application.HiredWithdrawals;
import no.rodtraad.application.OfferAnswers;
import no.rodtraad.application.OfferView;
import no.rodtraad.application.Reopening;
import no.rodtraad.deadline.CaseOwners;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.outbox.OutboxRelay;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.ProcessVariable;
import no.rodtraad.process.TimeTravel;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random walks of whole cases through the real diagrams, in a real engine on a real database, with the real outbox and
 * delivery of mails. Only the mail server, the archive and the calendar are stand-ins. What counts as answered is what the
 * mail server took and what a person logged, written down beside the application.
 */
@SpringJUnitConfig(AnswerPromiseTest.Context.class)
@DisplayName("The promise of an answer")
class AnswerPromiseTest {

    private static final int WALKS = Integer.getInteger("rodtraad.test.walks", 100);
    private static final String AS_DRAWN = "eksempelvik";
    private static final Instant START = Instant.parse("2026-09-07T07:00:00Z");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private ReturnedMail returnedMail;

    @Autowired
    private Applications applications;

    @Autowired
    private HiredWithdrawals withdrawals;

    @Autowired
    private Reopening reopening;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void nobodyHasLooked() {
        jdbc.sql("delete from answer_audits").update();
        ledger.staffMails.clear();
    }

    @AfterEach
    void forgetTime() {
        ClockUtil.reset();
    }

    @Test
    void isWatchedAtNight() {
        Walk walk = new Walk(AS_DRAWN, 900_001);
        assertThat(walk.brokenPromises()).isEmpty();
        ApplicationId forgotten = walk.candidates.get(0);
        jdbc.sql("delete from told_in_person where application_id = ?")
                .params(forgotten.value())
                .update();
        jdbc.sql("update messages set sent_at = null where application_id = ? and code in ('M06', 'M21')")
                .params(forgotten.value())
                .update();

        walk.pass(1);
        nightFalls();
        nightFalls();
        walk.settle();

        assertThat(engine.getRuntimeService().createIncidentQuery().list())
                .extracting(Incident::getIncidentMessage)
                .containsExactly(("En søker i sak 2026-900001 har ikke fått endelig svar. HR har oppgaven "
                                + "«Ring søkeren med svaret». Søknaden: %s.")
                        .formatted(forgotten));
        assertThat(ledger.staffMails).containsExactly("S10 hr1");
        assertThat(walk.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("callWithAnswer");

        walk.pass(1);
        nightFalls();
        walk.settle();
        assertThat(walk.tasks()).as("one task, however many nights").hasSize(1);

        walk.tasks().forEach(walk::complete);
        walk.settle();
        assertThat(walk.isRunning()).isFalse();
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    @Test
    void isNotSoughtAnyLongerWhenTheAnswerHasArrivedAfterAll() {
        Walk walk = new Walk(AS_DRAWN, 900_002);
        assertThat(walk.brokenPromises()).isEmpty();
        ApplicationId late = walk.candidates.get(0);
        jdbc.sql("delete from told_in_person where application_id = ?")
                .params(late.value())
                .update();
        jdbc.sql("update messages set failed_at = now() where application_id = ?")
                .params(late.value())
                .update();
        walk.pass(1);
        nightFalls();
        walk.settle();
        assertThat(walk.tasks()).hasSize(1);

        jdbc.sql("update messages set sent_at = now(), failed_at = null where application_id = ?")
                .params(late.value())
                .update();
        walk.pass(1);
        nightFalls();
        walk.settle();

        assertThat(walk.isRunning()).isFalse();
    }

    /** Everybody who looks at the clock without a timer looks now. */
    private void nightFalls() {
        events.publishEvent(new TimeTravel.Arrived(ClockUtil.getCurrentTime().toInstant()));
    }

    @Test
    void isKeptOnEveryWalk() {
        List<String> broken = IntStream.rangeClosed(1, WALKS)
                .boxed()
                .flatMap(seed -> new Walk(AS_DRAWN, seed).brokenPromises().stream())
                .toList();

        assertThat(broken).isEmpty();
        assertThat(ledger.candidates).as("candidates").isGreaterThan(WALKS * 6);
        assertThat(ledger.answeredByMail).as("answered by mail").hasSizeGreaterThan(WALKS * 4);
        assertThat(ledger.answeredInPerson).as("answered in person").hasSizeGreaterThan(WALKS / 4);
        assertThat(ledger.early).as("answered early").isGreaterThan(WALKS / 4);
        assertThat(ledger.reopened).as("in question again").isGreaterThan(WALKS / 40);
        assertThat(ledger.left).as("hired who withdrew").isGreaterThan(WALKS / 40);
        assertThat(ledger.returned).as("answers that came back").isGreaterThan(WALKS / 8);
        assertThat(ledger.outcomes).contains("HIRED", "DECLINED", "REJECTED", "WITHDRAWN", "CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendFinalAnswer", "answerDelivery"})
    void isBrokenWithoutTheStep(String step) throws IOException {
        String tenant = "without" + step;
        deploy(engine, tenant, Set.of(step));

        Optional<String> broken = IntStream.rangeClosed(1, WALKS)
                .boxed()
                .flatMap(seed -> new Walk(tenant, seed).brokenPromises().stream())
                .findFirst();

        assertThat(broken).as("a candidate who was left without an answer").isPresent();
    }

    /** One case with some candidates, and whatever may happen to them in any order. Every choice follows from the seed. */
    private final class Walk {

        private static final int MOST_CANDIDATES = 12;
        private static final int MOST_EVENTS = 40;
        private static final int PATIENCE_IN_DAYS = 15;

        private final int seed;
        private final Random random;
        private final CaseId caseId;
        private final List<ApplicationId> candidates = new ArrayList<>();
        private final Set<ApplicationId> invited = new HashSet<>();
        private int told;
        private boolean released;
        private boolean cancelled;

        Walk(String tenant, int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.caseId = CaseId.of(tenant, "2026-%04d".formatted(seed));
        }

        List<String> brokenPromises() {
            ClockUtil.setCurrentTime(Date.from(START));
            mailServer.behave(new Random(seed), random.nextInt(3) * 15, random.nextInt(2) * 20);
            ledger.start();
            openCase();
            int count = 1 + random.nextInt(MOST_CANDIDATES);
            for (int i = 0; i < count; i++) {
                apply();
            }
            int left = random.nextInt(MOST_EVENTS);
            for (; left > 0; left--) {
                somethingHappens();
            }
            release(random.nextBoolean());
            if (random.nextBoolean()) {
                waitForTheEnd();
                becomeVacant();
                IntStream.range(0, random.nextInt(10)).forEach(event -> somethingHappens());
                release(false);
            }
            waitForTheEnd();
            return verdict();
        }

        private void somethingHappens() {
            ApplicationId one = candidates.get(random.nextInt(1 + random.nextInt(candidates.size())));
            if (random.nextInt(3) > 0) {
                goOn(one);
                settle();
                return;
            }
            switch (random.nextInt(20)) {
                case 0 -> withdraw(one);
                case 1, 2, 3 -> invite(one);
                case 4, 5 ->
                    tellWaiting(
                            one,
                            "candidate.interviewTimeChosen",
                            Map.of(HiringVariables.INTERVIEW_AT, Date.from(now().plus(3, ChronoUnit.DAYS))));
                case 6, 7 -> tellWaiting(one, "candidate.offered", Map.of());
                case 8, 9 -> answerOffer(one);
                case 10 -> tellWaiting(one, "candidate.contractSent", Map.of());
                case 11 -> tellWaiting(one, "candidate.offerLapsed", Map.of());
                case 12 -> tell(one, "candidate.informed", Map.of(HiringVariables.MESSAGE_CODE, "M05"));
                case 13, 14 -> somebodyWorks();
                case 15, 16 -> candidates.forEach(this::answerEarly);
                case 17 -> becomeVacant();
                case 18 -> comesBack();
                default -> pass(1 + random.nextInt(12));
            }
            if (random.nextInt(120) == 0) {
                release(true);
            }
            if (random.nextInt(3) > 0) {
                settle();
            }
        }

        /** What the journey waits for, as it would in a hiring that goes its way. */
        private void goOn(ApplicationId id) {
            Set<String> awaited = awaited(id);
            if (!invited.contains(id)) {
                invite(id);
            } else if (awaited.contains("candidate.interviewTimeChosen")) {
                tell(
                        id,
                        "candidate.interviewTimeChosen",
                        Map.of(HiringVariables.INTERVIEW_AT, Date.from(now().plus(1, ChronoUnit.DAYS))));
            } else if (awaited.contains("candidate.offered")) {
                tell(id, "candidate.offered", Map.of());
            } else if (awaited.contains("candidate.contractSent")) {
                tell(id, "candidate.contractSent", Map.of());
            } else if (awaited.contains("candidate.signed") || awaited.contains("candidate.answeredOffer")) {
                answerOffer(id);
            } else {
                tasks().forEach(this::complete);
                pass(1);
            }
        }

        private void openCase() {
            jdbc.sql("""
                            insert into hiring_cases (id, tenant_id, case_number, title, occupational_group, workplace,
                                                      reported_by, reported_at, state)
                            values (?, ?, ?, 'Ingeniør', 'engineer', 'Rådhuset', 'manager1', now(), 'OPEN')""")
                    .params(caseId.value(), caseId.tenantId(), caseId.caseNumber())
                    .update();
        }

        private void apply() {
            ApplicationId id = new ApplicationId(new UUID(caseId.value().hashCode(), candidates.size()));
            UUID applicant = UUID.randomUUID();
            jdbc.sql("""
                            insert into applicants
                              (id, tenant_id, name, email, phone, birth_year, gender, job_title, municipality, created_at)
                            values (?, ?, 'Kari', 'kari@example.no', '90000000', 1990, 'FEMALE', '', '', now())""").params(applicant, caseId.tenantId()).update();
            jdbc.sql("""
                            insert into applications
                              (id, tenant_id, case_id, applicant_id, received_at, letter, education, experience)
                            values (?, ?, ?, ?, now(), '', '', '')""")
                    .params(id.value(), caseId.tenantId(), caseId.value(), applicant)
                    .update();
            candidates.add(id);
            ledger.candidates++;
            transaction.executeWithoutResult(status -> journeys.start(
                    caseId,
                    id,
                    Map.of(
                            HiringVariables.EXEMPTION_REQUESTED,
                            random.nextInt(4) == 0,
                            HiringVariables.INTERVIEWED,
                            false,
                            HiringVariables.OUTCOME,
                            "REJECTED",
                            HiringVariables.ANSWER_CODE,
                            FinalAnswers.GENERAL,
                            HiringVariables.REOPENED,
                            false)));
            if (random.nextBoolean()) {
                settle();
            }
        }

        private void withdraw(ApplicationId id) {
            boolean withdrawn = jdbc.sql("""
                                    update applications set outcome = 'WITHDRAWN', concluded_at = now()
                                    where id = ? and outcome is null and answered_at is null""").params(id.value()).update() == 1;
            if (withdrawn) {
                tell(id, "candidate.withdrew", Map.of(HiringVariables.OUTCOME, "WITHDRAWN"));
                transaction.executeWithoutResult(status -> events.publishEvent(new ApplicationWithdrawn(caseId, id)));
            }
        }

        private void invite(ApplicationId id) {
            if (invited.add(id)) {
                jdbc.sql("update applications set invited = true where id = ?")
                        .params(id.value())
                        .update();
                tell(id, "candidate.invited", Map.of());
            }
        }

        private void answerOffer(ApplicationId id) {
            if (isWaiting(id, "candidate.signed")) {
                conclude(id, "HIRED");
                tell(id, "candidate.signed", Map.of(HiringVariables.OUTCOME, "HIRED"));
            } else if (isWaiting(id, "candidate.answeredOffer")) {
                boolean accepted = random.nextInt(3) > 0;
                if (!accepted) {
                    conclude(id, "DECLINED");
                }
                tell(
                        id,
                        "candidate.answeredOffer",
                        accepted
                                ? Map.of(HiringVariables.OFFER_ACCEPTED, true)
                                : Map.of(HiringVariables.OFFER_ACCEPTED, false, HiringVariables.OUTCOME, "DECLINED"));
            }
        }

        /** As for those who are not on the interview list. */
        private void answerEarly(ApplicationId id) {
            if (!invited.contains(id) && jdbc.sql("""
                                    update applications set outcome = 'REJECTED', concluded_at = now()
                                    where id = ? and outcome is null""").params(id.value()).update() == 1) {
                tell(
                        id,
                        "candidate.concluded",
                        Map.of(
                                HiringVariables.OUTCOME,
                                "REJECTED",
                                HiringVariables.INTERVIEWED,
                                false,
                                HiringVariables.ANSWER_CODE,
                                FinalAnswers.EARLY));
                ledger.early++;
            }
        }

        /** The one who was hired withdraws, if there is one, and it is the turn of one who had been told no. */
        private void becomeVacant() {
            if (cancelled) {
                return;
            }
            oneAnswered("HIRED").ifPresent(hired -> {
                ledger.forget(hired);
                assertThat(withdrawals.withdraw(applications.get(hired), null)).isTrue();
                ledger.left++;
                stopClosing();
            });
            oneAnswered("REJECTED")
                    .filter(id -> !released && !reopening.mustWait(id))
                    .ifPresent(id -> {
                        ledger.forget(id);
                        reopening.reopen("%s:%d".formatted(id, told++), id);
                        ledger.reopened++;
                    });
            settle();
        }

        /** A server that has taken an answer returns it. */
        private void comesBack() {
            jdbc.sql("""
                            select application_id, dedupe_key from messages
                            where case_id = ? and code in ('M06', 'M21') and sent_at is not null and failed_at is null
                              and taken_back_at is null
                            order by application_id limit 1""")
                    .params(caseId.value())
                    .query((row, number) ->
                            Map.entry(row.getString("dedupe_key"), row.getObject("application_id", UUID.class)))
                    .optional()
                    .ifPresent(answer -> {
                        ledger.answeredByMail.remove(new ApplicationId(answer.getValue()));
                        returnedMail.returned(KeyedMimeMessage.idOf(answer.getKey()));
                        ledger.returned++;
                    });
        }

        private Optional<ApplicationId> oneAnswered(String outcome) {
            return jdbc.sql("""
                            select id from applications
                            where case_id = ? and outcome = ? and answered_at is not null order by id limit 1""")
                    .params(caseId.value(), outcome)
                    .query(UUID.class)
                    .optional()
                    .map(ApplicationId::new);
        }

        /** As the diagram of the case does when the position is vacant again. */
        private void stopClosing() {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseId.caseNumber(), "closing")
                    .tenantIdIn(caseId.tenantId())
                    .list()
                    .forEach(closing -> engine.getRuntimeService().deleteProcessInstance(closing.getId(), "vacant"));
            released = false;
        }

        private void conclude(ApplicationId id, String outcome) {
            jdbc.sql("""
                            update applications set outcome = ?, concluded_at = now()
                            where id = ? and outcome is distinct from 'WITHDRAWN'""").params(outcome, id.value()).update();
        }

        /** The hiring goes to its end, or is cancelled; either way by the diagram that closes a case. */
        private void release(boolean byCancelling) {
            if (released) {
                return;
            }
            released = true;
            cancelled = byCancelling;
            if (cancelled) {
                jdbc.sql("update hiring_cases set state = 'CANCELLED' where id = ?")
                        .params(caseId.value())
                        .update();
            }
            engine.getRuntimeService()
                    .createProcessInstanceByKey("closing")
                    .processDefinitionTenantId(caseId.tenantId())
                    .businessKey(caseId.caseNumber())
                    .setVariables(Map.of("caseId", caseId.value(), "municipality", caseId.tenantId(), "hired", false))
                    .execute();
        }

        private void somebodyWorks() {
            List<Task> tasks = tasks();
            if (!tasks.isEmpty()) {
                complete(tasks.get(random.nextInt(tasks.size())));
            }
        }

        private void complete(Task task) {
            Map<String, Object> variables = new HashMap<>();
            for (String flag : List.of("secondRound", "referencesWanted", "negativeFacts")) {
                variables.put(flag, random.nextInt(3) == 0);
            }
            if (task.getTaskDefinitionKey().equals("callWithAnswer")) {
                ApplicationId id = applicationOf(task);
                undelivered.told(new Call(caseId, id), logged(), true);
                ledger.answeredInPerson.add(id);
            } else if (task.getTaskDefinitionKey().equals("callAboutMessage")) {
                undelivered.told(new Call(caseId, applicationOf(task)), logged(), false);
            }
            engine.getTaskService().complete(task.getId(), variables);
        }

        private ApplicationId applicationOf(Task task) {
            return ApplicationId.of(String.valueOf(engine.getTaskService().getVariable(task.getId(), "applicationId")));
        }

        private FormAnswers logged() {
            return new FormAnswers(Map.of("toldHow", "phone", "toldOn", "2026-09-01", "toldWhat", "Fortalte det."));
        }

        /** What came back last may have nobody who looks after it before the outbox has told of it. */
        private void waitForTheEnd() {
            settle();
            for (int day = 0; day < PATIENCE_IN_DAYS && isRunning(); day++) {
                settle();
                tasks().forEach(this::complete);
                settle();
                pass(1);
            }
        }

        private List<String> verdict() {
            List<String> broken = new ArrayList<>(ledger.closedTooEarly);
            for (ApplicationId id : candidates) {
                if (!ledger.isAnswered(id)) {
                    broken.add("has no answer: " + id);
                }
            }
            if (isRunning()) {
                broken.add("never comes to an end; %d jobs failed".formatted(ledger.failedJobs));
            }
            ledger.outcomes.addAll(
                    jdbc.sql("select outcome from applications where case_id = ? and outcome is not null")
                            .params(caseId.value())
                            .query(String.class)
                            .list());
            forget();
            return broken.stream()
                    .map(what -> "Seed %d %s".formatted(seed, what))
                    .toList();
        }

        /** So that the next walk finds nothing of this one. */
        private void forget() {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .tenantIdIn(caseId.tenantId())
                    .rootProcessInstances()
                    .list()
                    .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over"));
            jdbc.sql("delete from outbox").update();
        }

        private boolean isRunning() {
            return engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(caseId.caseNumber())
                            .tenantIdIn(caseId.tenantId())
                            .count()
                    > 0;
        }

        private boolean isWaiting(ApplicationId id, String message) {
            return awaited(id).contains(message);
        }

        /** The messages that the journey and all it has called wait for now. */
        private Set<String> awaited(ApplicationId id) {
            return jdbc.sql("""
                            select s.event_name_ from act_ru_event_subscr s
                            join act_ru_variable v on v.execution_id_ = s.proc_inst_id_
                            where v.name_ = 'applicationId' and v.text_ = ?""").params(id.toString()).query(String.class).set();
        }

        private List<Task> tasks() {
            return engine.getTaskService()
                    .createTaskQuery()
                    .tenantIdIn(caseId.tenantId())
                    .orderByTaskCreateTime()
                    .asc()
                    .orderByTaskId()
                    .asc()
                    .list();
        }

        private void tell(ApplicationId id, String message, Map<ProcessVariable<?>, Object> flags) {
            told++;
            transaction.executeWithoutResult(
                    status -> journeys.tellCandidate("%s:%d".formatted(id, told), caseId, id, message, flags));
        }

        /** Now and then also where the journey has not come so far, so that it is told later or never. */
        private void tellWaiting(ApplicationId id, String message, Map<ProcessVariable<?>, Object> flags) {
            if (isWaiting(id, message) || random.nextInt(20) == 0) {
                tell(id, message, flags);
            }
        }

        private void pass(int days) {
            ClockUtil.setCurrentTime(Date.from(now().plus(days, ChronoUnit.DAYS)));
        }

        private Instant now() {
            return ClockUtil.getCurrentTime().toInstant();
        }

        /** A job that fails waits for its next try, as it does in life. */
        private void settle() {
            int delivered;
            List<String> due;
            do {
                delivered = relay.deliverDue();
                due = dueJobs();
                due.forEach(this::run);
            } while (delivered > 0 || !due.isEmpty());
        }

        private List<String> dueJobs() {
            return jdbc.sql("""
                            select id_ from act_ru_job
                            where tenant_id_ = ? and retries_ > 0 and (duedate_ is null or duedate_ <= ?)
                            order by length(id_), id_""")
                    .params(caseId.tenantId(), Timestamp.from(now()))
                    .query(String.class)
                    .list();
        }

        private void run(String jobId) {
            try {
                engine.getManagementService().executeJob(jobId);
            } catch (RuntimeException e) {
                ledger.failedJobs++; // or ended by another one of the same round
            }
        }
    }

    /** Who logs a call. */
    private record Call(CaseId caseId, ApplicationId id) implements FormContext {

        @Override
        public Optional<ApplicationId> applicationId() {
            return Optional.of(id);
        }

        @Override
        public String userId() {
            return "hr1";
        }

        @Override
        public String step() {
            return "callWithAnswer";
        }

        @Override
        public Instant now() {
            return ClockUtil.getCurrentTime().toInstant();
        }

        @Override
        public <T> void set(ProcessVariable<T> variable, T value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<T> get(ProcessVariable<T> variable) {
            throw new UnsupportedOperationException();
        }
    }

    /** What has really come to whom. */
    static class Ledger {

        final Set<ApplicationId> answeredByMail = new HashSet<>();
        final Set<ApplicationId> answeredInPerson = new HashSet<>();
        final Set<String> outcomes = new HashSet<>();
        final List<String> staffMails = new ArrayList<>();
        final List<String> closedTooEarly = new ArrayList<>();
        int candidates;
        int early;
        int reopened;
        int left;
        int returned;
        int failedJobs;

        void start() {
            closedTooEarly.clear();
            failedJobs = 0;
        }

        void forget(ApplicationId id) {
            answeredByMail.remove(id);
            answeredInPerson.remove(id);
        }

        boolean isAnswered(ApplicationId id) {
            return answeredByMail.contains(id) || answeredInPerson.contains(id);
        }
    }

    /** Takes mails, refuses some for good and is sometimes away. */
    static class MailServer {

        private final Ledger ledger;
        private final JdbcClient jdbc;
        private Random random = new Random(0);
        private int refusedPercent;
        private int awayPercent;

        MailServer(Ledger ledger, JdbcClient jdbc) {
            this.ledger = ledger;
            this.jdbc = jdbc;
        }

        void behave(Random random, int refusedPercent, int awayPercent) {
            this.random = random;
            this.refusedPercent = refusedPercent;
            this.awayPercent = awayPercent;
        }

        void take(MailComposer.Letter letter) {
            if (random.nextInt(100) < awayPercent) {
                throw new IllegalStateException("The mail server is away");
            }
            if (random.nextInt(100) < refusedPercent) {
                throw new OutboxHandler.PermanentFailure("Refused", new IllegalStateException("550"));
            }
            jdbc.sql("select application_id from messages where dedupe_key = ? and code in ('M06', 'M21')")
                    .params(letter.key())
                    .query(UUID.class)
                    .optional()
                    .map(ApplicationId::new)
                    .ifPresent(ledger.answeredByMail::add);
        }
    }

    /** Every day is a working day. */
    public static class Days {

        public Date due(DelegateExecution execution) {
            return workingDaysFromNow(1);
        }

        public Date workingDaysFromNow(int days) {
            return Date.from(ClockUtil.getCurrentTime().toInstant().plus(days, ChronoUnit.DAYS));
        }

        public Date workingDaysBefore(Date date, int days) {
            return Date.from(date.toInstant().minus(days, ChronoUnit.DAYS));
        }

        public Date endsAt(DelegateExecution execution) {
            return workingDaysFromNow(10);
        }
    }

    private static void deploy(ProcessEngine engine, String tenant, Set<String> withoutSteps) throws IOException {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().tenantId(tenant);
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file : files.filter(AnswerPromiseTest::isWalked).toList()) {
                BpmnModelInstance diagram = Bpmn.readModelFromFile(file.toFile());
                diagram.getDefinitions().getBpmDiagrams().clear();
                withoutSteps.forEach(step -> cutOut(diagram, step));
                deployment.addModelInstance(file.getFileName().toString(), diagram);
            }
        }
        deployment.deploy();
    }

    private static boolean isWalked(Path file) {
        return file.getFileName()
                .toString()
                .matches("(candidate-.*|applicant-lists|answer-delivery|missing-answer|call-candidate|closing)\\.bpmn");
    }

    private static void cutOut(BpmnModelInstance diagram, String step) {
        if (diagram.getModelElementById(step) instanceof FlowNode node) {
            SequenceFlow in = node.getIncoming().iterator().next();
            SequenceFlow out = node.getOutgoing().iterator().next();
            FlowNode next = out.getTarget();
            in.setTarget(next);
            next.getIncoming().remove(out);
            next.getIncoming().add(in);
            out.getParentElement().removeChildElement(out);
            node.getParentElement().removeChildElement(node);
        }
    }

    /** History of what the outbox asks for, which journeys there have been and of whom; the rest would take half the time. */
    private static final class JourneysOnly implements HistoryLevel {

        private static final Set<HistoryEventTypes> KEPT = EnumSet.of(
                HistoryEventTypes.PROCESS_INSTANCE_START,
                HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
                HistoryEventTypes.PROCESS_INSTANCE_END,
                HistoryEventTypes.VARIABLE_INSTANCE_CREATE);

        @Override
        public int getId() {
            return 7;
        }

        @Override
        public String getName() {
            return "journeysOnly";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return type instanceof HistoryEventTypes known && KEPT.contains(known);
        }
    }

    @ComponentScan(
            basePackages = "no.rodtraad",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "no\\.rodtraad\\.outbox\\.(JdbcOutbox|JdbcOutboxRelay|OutboxHandlers)",
                                "no\\.rodtraad\\.process\\.(EngineClock|EngineJourneys.*|EngineFollowUps|CaseReleases)",
                                "no\\.rodtraad\\.application\\.(Applications|Reopening|HiredWithdrawals)",
                                "no\\.rodtraad\\.assessment\\.(Milestones|ReportMilestone|ReleaseCandidates|AnswerAudit|ReportMissingAnswer)",
                                "no\\.rodtraad\\.hiring\\.(JdbcHiringCases|CloseCase)",
                                "no\\.rodtraad\\.messaging\\.(FreshLinks|LayeredTexts|TextStore)",
                                "no\\.rodtraad\\.messaging\\.(SendCandidateMessage|JdbcCandidateMessages|MessageTemplates)",
                                "no\\.rodtraad\\.messaging\\.(MergeFields|JdbcSentMessages|JdbcFinalAnswers)",
                                "no\\.rodtraad\\.messaging\\.(DeliveryReports|Undelivered|MailDelivery|ReturnedMail)"
                            }))
    static class Context {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(EmbeddedPostgres postgres) {
            var pool = new HikariDataSource();
            pool.setDataSource(postgres.getPostgresDatabase());
            pool.setMaximumPoolSize(4);
            Flyway.configure().dataSource(pool).load().migrate();
            return pool;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        ObjectMapper objectMapper() {
            return new ObjectMapper();
        }

        @Bean
        Ledger ledger() {
            return new Ledger();
        }

        @Bean
        MailServer mailServer(Ledger ledger, JdbcClient jdbc) {
            return new MailServer(ledger, jdbc);
        }

        @Bean
        Mailer mailer(MailServer server) throws Exception {
            Mailer mailer = mock(Mailer.class, withSettings().stubOnly());
            doAnswer(call -> {
                        server.take(call.getArgument(0));
                        return null;
                    })
                    .when(mailer)
                    .send(any());
            return mailer;
        }

        @Bean
        MergeFieldSource fields() {
            return (caseId, applicationId, fields) -> {
                fields.putAll(SampleFields.ALL);
                fields.put("recipientEmail", applicationId + "@example.no");
            };
        }

        @Bean
        Regions regions() {
            return new Regions(Map.of());
        }

        @Bean
        CandidateLinks links() {
            return applicationId -> "https://jobb.example.no/s/1";
        }

        @Bean
        Recipients recipients() {
            return new MailTest.NoRecipients();
        }

        @Bean
        StaffMessages staffMessages(Ledger ledger) {
            StaffMessages staff = mock(StaffMessages.class, withSettings().stubOnly());
            doAnswer(call -> ledger.staffMails.add(call.getArgument(3) + " " + call.getArgument(2)))
                    .when(staff)
                    .send(any(), any(), any(), any(), any());
            return staff;
        }

        /** Everyone with a signed contract begins far ahead. */
        @Bean
        OfferAnswers offers() {
            OfferAnswers offers = mock(OfferAnswers.class, withSettings().stubOnly());
            LocalDate ahead = LocalDate.parse("2099-01-01");
            when(offers.open(any()))
                    .thenReturn(Optional.of(new OfferView("", 1, 100, ahead, null, ahead, OfferView.State.ACCEPTED)));
            return offers;
        }

        @Bean
        ContractSigning contracts() {
            ContractSigning contracts =
                    mock(ContractSigning.class, withSettings().stubOnly());
            when(contracts.waiting(any()))
                    .thenReturn(Optional.of(new ContractView(ContractView.State.SIGNED, true, true)));
            return contracts;
        }

        @Bean
        CaseOwners owners() {
            return caseId -> List.of("hr1");
        }

        @Bean
        Municipalities municipalities() {
            return new Municipalities(Map.of(
                    AS_DRAWN, new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));
        }

        @Bean({"deadline", "silence"})
        Days days() {
            return new Days();
        }

        @Bean({"archiveDocument", "createExtendedList"})
        JavaDelegate otherFeatures() {
            return execution -> {};
        }

        @Bean
        JavaDelegate createPublicList() {
            return execution -> execution.setVariable("listRenewed", true);
        }

        @Bean
        JavaDelegate breakSilence(CandidateMessages messages) {
            return execution -> {
                execution.setVariable("answered", false);
                messages.send(
                        "silence:" + execution.getId() + ClockUtil.getCurrentTime(),
                        CaseId.of(execution),
                        ApplicationId.of(execution),
                        "M20");
            };
        }

        /** The case goes on to here only when everyone has an answer. */
        @Bean
        JavaDelegate checkRecords(JdbcClient jdbc, Ledger ledger) {
            return execution -> {
                jdbc
                        .sql("select id from applications where case_id = ?")
                        .params(CaseId.of(execution).value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(ApplicationId::new)
                        .filter(id -> !ledger.isAnswered(id))
                        .forEach(id -> ledger.closedTooEarly.add("closes the case before the answer of " + id));
                execution.setVariable("recordsComplete", true);
            };
        }

        @Bean(destroyMethod = "close")
        ProcessEngine processEngine(
                DataSource dataSource, PlatformTransactionManager transactions, ApplicationContext context)
                throws Exception {
            var configuration = new SpringProcessEngineConfiguration();
            configuration.setProcessEngineName("answerPromise");
            configuration.setDataSource(dataSource);
            configuration.setTransactionManager(transactions);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setHistoryLevel(new JourneysOnly());
            configuration.setEnableCmdExceptionLogging(false);
            configuration.setMetricsEnabled(false);
            configuration.setTaskMetricsEnabled(false);
            configuration.setApplicationContext(context);
            configuration.setExpressionManager(new SpringExpressionManager(context, null));
            ProcessEngine engine = configuration.buildProcessEngine();
            deploy(engine, AS_DRAWN, Set.of());
            return engine;
        }

        @Bean
        org.camunda.bpm.engine.RuntimeService runtimeService(ProcessEngine engine) {
            return engine.getRuntimeService();
        }

        @Bean
        org.camunda.bpm.engine.RepositoryService repositoryService(ProcessEngine engine) {
            return engine.getRepositoryService();
        }

        @Bean
        org.camunda.bpm.engine.HistoryService historyService(ProcessEngine engine) {
            return engine.getHistoryService();
        }
    }
}
