package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The engine")
class EngineTimeTest {

    private static final String CLOSED_ON_TUESDAYS = "provedal";
    private static EmbeddedPostgres database;
    private static ProcessEngine engine;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.builder().start();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database.getPostgresDatabase());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryTimeToLive("P1D");
        configuration.setJobExecutorActivate(false);
        configuration.setProcessEngineName("time");
        configuration.getProcessEnginePlugins().add(new TimePlugin(EngineTimeTest::due));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        database.close();
    }

    @AfterEach
    void removeEverything() {
        ClockUtil.reset();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    /** Monday to Friday; in one municipality not Tuesdays either. */
    private static LocalDate due(@Nullable String tenantId, LocalDate from, Span span) {
        LocalDate day = from;
        for (int left = span.amount(); left > 0; ) {
            day = day.plusDays(1);
            boolean closed = day.getDayOfWeek().getValue() > 5
                    || (day.getDayOfWeek() == DayOfWeek.TUESDAY && CLOSED_ON_TUESDAYS.equals(tenantId));
            if (!closed) {
                left--;
            }
        }
        return day;
    }

    @ParameterizedTest
    @CsvSource({
        "eksempelvik, P7BD,                 2026-10-28T23:00:00Z",
        "eksempelvik, 7 arbeidsdager,       2026-10-28T23:00:00Z",
        "provedal,    7 arbeidsdager,       2026-10-30T23:00:00Z",
        "eksempelvik, 2026-10-25,           2026-10-25T23:00:00Z",
        "eksempelvik, 2026-10-25T12:00:00,  2026-10-25T11:00:00Z",
        "eksempelvik, 2026-10-25T12:00:00Z, 2026-10-25T12:00:00Z",
        "eksempelvik, P1DT2H,               2026-10-20T10:00:00Z"
    })
    void givesATaskTheDueDateItsMunicipalityCounts(String tenant, String text, Instant due) {
        itIs("2026-10-19T08:00:00Z");
        deploy(tenant, "camunda:dueDate=\"" + text + "\" camunda:followUpDate=\"" + text + "\"", "");

        start(tenant);

        var task = engine.getTaskService().createTaskQuery().singleResult();
        assertThat(task.getDueDate().toInstant()).isEqualTo(due);
        assertThat(task.getFollowUpDate().toInstant()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "eksempelvik, timeDuration, 5 arbeidsdager, 2026-10-26T23:00:00Z",
        "provedal,    timeDuration, P5BD,           2026-10-28T23:00:00Z",
        "provedal,    timeDate,     5 arbeidsdager, 2026-10-28T23:00:00Z",
        "provedal,    timeDuration, 4 timer,        2026-10-19T12:00:00Z",
        "provedal,    timeDuration, PT90M,          2026-10-19T09:30:00Z",
        "provedal,    timeCycle,    R/P1BD,         2026-10-21T06:00:00Z",
        "eksempelvik, timeCycle,    R/5 arbeidsdager, 2026-10-26T07:00:00Z"
    })
    void setsATimerByTheCalendarOfItsMunicipality(String tenant, String kind, String text, Instant due) {
        itIs("2026-10-19T08:00:00Z");
        deploy(tenant, "", timer(kind, text));

        start(tenant);

        assertThat(onlyJob().getDuedate().toInstant()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "timeDuration, 1 arbeidsdag,        2027-03-26T23:00:00Z",
        "timeDuration, 2 arbeidsdager,      2027-03-29T22:00:00Z",
        "timeDate,     2027-03-28T08:00:00, 2027-03-28T06:00:00Z",
        "timeCycle,    R/P2BD,              2027-03-29T06:00:00Z"
    })
    void setsATimerAcrossTheNightTheClockIsPutForward(String kind, String text, Instant due) {
        itIs("2027-03-25T12:00:00Z");
        deploy("eksempelvik", "", timer(kind, text));

        start("eksempelvik");

        assertThat(onlyJob().getDuedate().toInstant()).isEqualTo(due);
    }

    @Test
    void repeatsEachWorkingMorningAcrossTheNightTheClockIsPutBackAndThenStops() {
        itIs("2026-10-22T12:00:00Z");
        deploy("eksempelvik", "", timer("timeCycle", "R3/P1BD"));
        start("eksempelvik");
        List<String> mornings = new ArrayList<>();

        for (Job job = findJob(); job != null; job = findJob()) {
            mornings.add(job.getDuedate().toInstant().toString());
            ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1_000));
            engine.getManagementService().executeJob(job.getId());
        }

        assertThat(mornings).containsExactly("2026-10-23T06:00:00Z", "2026-10-26T07:00:00Z", "2026-10-27T07:00:00Z");
    }

    @Test
    void repeatsByTheCalendarOfTheMunicipalityEachTime() {
        itIs("2026-10-19T08:00:00Z");
        deploy(CLOSED_ON_TUESDAYS, "", timer("timeCycle", "R2/P5BD"));
        start(CLOSED_ON_TUESDAYS);
        ClockUtil.setCurrentTime(new Date(onlyJob().getDuedate().getTime() + 1_000));

        engine.getManagementService().executeJob(onlyJob().getId());

        assertThat(onlyJob().getDuedate().toInstant()).isEqualTo("2026-11-05T07:00:00Z");
    }

    @Test
    void refusesWhatNobodyCanReadAndSaysAllOfItAtOnce() {
        ParseException refusal = refused(
                "camunda:dueDate=\"fjorten dager\" camunda:followUpDate=\"i morgen\"",
                timer("timeDuration", "P7B") + """
                        <bpmn:boundaryEvent id="again" name="Purr" attachedToRef="work" cancelActivity="false">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="decisionPoint" value="ADVERTS" />
                            <camunda:property name="startsClock" value="offer" />
                            <camunda:property name="milestone" value="" />
                            <camunda:property name="waitsFor" value="kandidaten" />
                            <camunda:property name="expectedBy" value="" />
                            <camunda:property name="role" value="whatever" />
                          </camunda:properties></bpmn:extensionElements>
                          <bpmn:timerEventDefinition id="againTimer"><bpmn:timeCycle>hver dag</bpmn:timeCycle></bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        """);

        assertThat(refusal.getMessage()).startsWith("ENGINE-09005");
        List<Problem> problems = refusal.getResorceReports().get(0).getErrors();
        assertThat(problems)
                .extracting(Problem::getMessage)
                .containsExactly(
                        "Fristen på «Arbeid» (work) kan ikke leses: «fjorten dager». Skriv et tidsrom, som «7 arbeidsdager»,"
                                + " «14 dager», «3 uker», «6 måneder» eller P7BD, eller en dato (2027-03-01). Det kan også"
                                + " være et uttrykk i ${…}.",
                        "Oppfølgingsdatoen på «Arbeid» (work) kan ikke leses: «i morgen». Skriv et tidsrom, som «7"
                                + " arbeidsdager», «14 dager», «3 uker», «6 måneder» eller P7BD, eller en dato (2027-03-01)."
                                + " Det kan også være et uttrykk i ${…}.",
                        "Varigheten på «late» kan ikke leses: «P7B». Skriv et tidsrom, som «7 arbeidsdager», «14 dager»,"
                                + " «3 uker», «6 måneder» eller P7BD. Det kan også være et uttrykk i ${…}.",
                        "Egenskapen decisionPoint på «Purr» (again) har verdien «ADVERTS», som ikke finnes. Skriv NEED,"
                                + " ADVERT, INTERVIEW, OFFER, SIGNING.",
                        "Egenskapen startsClock på «Purr» (again) har verdien «offer», som ikke finnes. Skriv NEED, ADVERT,"
                                + " INTERVIEW, OFFER, SIGNING.",
                        "Egenskapen milestone på «Purr» (again) har verdien «», som ikke finnes. Skriv POSITION_APPROVED,"
                                + " ADVERT_PUBLISHED, APPLICATION_DEADLINE, INTERVIEWS_HELD, OFFER_SENT, CONTRACT_SIGNED,"
                                + " FIRST_DAY, PROBATION_TALK_1, PROBATION_TALK_2, PROBATION_TALK_3, PROBATION_DECIDED,"
                                + " PROBATION_COMPLETED.",
                        "Egenskapen waitsFor på «Purr» (again) har verdien «kandidaten», som ikke finnes. Skriv candidate,"
                                + " journey, plan, system.",
                        "Gjentakelsen på «Purr» (again) kan ikke leses: «hver dag». Skriv R/P1BD (hver arbeidsdag), R5/P5BD"
                                + " (fem ganger, hver femte arbeidsdag) eller R/3 uker. Det kan også være et uttrykk i ${…}.");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.getLine()).isPositive();
            assertThat(problem.getColumn()).isPositive();
            assertThat(problem.getMainElementId()).isIn("work", "late", "again");
        });
    }

    @Test
    void keepsTheOldVersionWhenTheNewOneIsRefused() {
        itIs("2026-10-19T08:00:00Z");
        deploy("eksempelvik", "camunda:dueDate=\"P1BD\"", "");

        refused("camunda:dueDate=\"fjorten dager\"", "");

        start("eksempelvik");
        assertThat(engine.getTaskService().createTaskQuery().singleResult().getDueDate())
                .isEqualTo("2026-10-20T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "timeCycle, 0 0 8 ? * MON-FRI",
        "timeCycle, R3/PT10M",
        "timeDuration, ${days} dager",
        "timeDate, ${someDay}"
    })
    void stillReadsWhatItAlwaysHas(String kind, String text) {
        deploy("eksempelvik", "", timer(kind, text));

        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .isOne();
    }

    @Test
    void readsDiagramsFromBeforeTheRulesAsTheyAre() {
        deploy("eksempelvik", "camunda:dueDate=\"P1BD\"", "");
        var definition =
                engine.getRepositoryService().createProcessDefinitionQuery().singleResult();
        rewriteDeployed("P1BD", "P1XX");
        ((org.camunda.bpm.engine.impl.ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getDeploymentCache()
                .discardProcessDefinitionCache();

        assertThat(engine.getRepositoryService()
                        .getBpmnModelInstance(definition.getId())
                        .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.UserTask.class))
                .hasSize(1);
        assertThat(engine.getFormService().getTaskFormKey(definition.getId(), "work"))
                .isNull();
    }

    private static void rewriteDeployed(String from, String to) {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.prepareStatement(
                        "update act_ge_bytearray set bytes_ = convert_to(replace(convert_from(bytes_, 'UTF8'), ?, ?), 'UTF8')"
                                + " where name_ = 'work.bpmn'")) {
            statement.setString(1, from);
            statement.setString(2, to);
            assertThat(statement.executeUpdate()).isOne();
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void itIs(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }

    private static void start(String tenant) {
        engine.getRuntimeService()
                .createProcessInstanceByKey("work-process")
                .processDefinitionTenantId(tenant)
                .execute();
    }

    private static Job onlyJob() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private static @Nullable Job findJob() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private static ParseException refused(String attributes, String events) {
        return catchThrowableOfType(ParseException.class, () -> deploy("eksempelvik", attributes, events));
    }

    private static String timer(String kind, String text) {
        return """
                <bpmn:boundaryEvent id="late" attachedToRef="work" cancelActivity="false">
                  <bpmn:timerEventDefinition id="lateTimer"><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                """.formatted(kind, text);
    }

    private static void deploy(String tenant, String attributes, String events) {
        engine.getRepositoryService()
                .createDeployment()
                .tenantId(tenant)
                .addString("work.bpmn", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="test">
                          <bpmn:process id="work-process" isExecutable="true">
                            <bpmn:startEvent id="begin" />
                            <bpmn:sequenceFlow id="toWork" sourceRef="begin" targetRef="work" />
                            <bpmn:userTask id="work" name="Arbeid" %s />
                            %s
                          </bpmn:process>
                        </bpmn:definitions>
                        """.formatted(attributes, events))
                .deploy();
    }
}
