package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What goes on is written as element, kind and hours; -1 hours while it goes on. */
@DisplayName("The time of a case that waits")
class SpanListenerTest {

    private static final CaseId CASE = new CaseId("eksempelvik-2027-0001");
    private static final Instant START = Instant.parse("2027-02-01T08:00:00Z");
    private static final Kept KEPT = new Kept();
    private static final Flaky FLAKY = new Flaky();

    private static EmbeddedPostgres postgres;
    private static ProcessEngine engine;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("spans");
        configuration.setDataSource(postgres.getPostgresDatabase());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setHistoryTimeToLive("P1D");
        configuration.setBeans(new HashMap<>(Map.of("flaky", FLAKY)));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new SpanListener(
                new StaticListableBeanFactory(Map.of("time", KEPT)).getBeanProvider(CaseTime.class)))));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        postgres.close();
    }

    @BeforeEach
    void itIsMonday() {
        KEPT.spans.clear();
        FLAKY.failuresLeft = 0;
        ClockUtil.setCurrentTime(Date.from(START));
    }

    @AfterEach
    void removeEverything() {
        ClockUtil.reset();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @CsvSource({
        "intermediateCatchEvent, <messageEventDefinition messageRef=\"answer\"/>, ''",
        "receiveTask, '', messageRef=\"answer\""
    })
    void isTheCandidatesUntilTheMessageComes(String element, String definition, String attributes) {
        startCase("<%1$s id=\"wait\" %3$s>%2$s</%1$s>".formatted(element, definition, attributes));
        assertThat(KEPT.spans).containsExactly("wait WAITING_FOR_CANDIDATE -1");

        pass(Duration.ofHours(30));
        engine.getRuntimeService().correlateMessage("answer");

        assertThat(KEPT.spans).containsExactly("wait WAITING_FOR_CANDIDATE 30");
    }

    @Test
    void isTheCandidatesOnceWhereAGatewayWaitsForTheFirstOfSeveralEvents() {
        startCase("""
                <eventBasedGateway id="wait"/>
                <sequenceFlow id="toAnswered" sourceRef="wait" targetRef="answered"/>
                <intermediateCatchEvent id="answered"><messageEventDefinition messageRef="answer"/></intermediateCatchEvent>
                <sequenceFlow id="toLate" sourceRef="wait" targetRef="late"/>
                <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>""");

        pass(Duration.ofHours(48));
        engine.getRuntimeService().correlateMessage("answer");

        assertThat(KEPT.spans).containsExactly("wait WAITING_FOR_CANDIDATE 48");
    }

    @Test
    void isPlannedWhileATimerRuns() {
        startCase("""
                <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT72H</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>""");

        pass(Duration.ofHours(72));
        runJob();

        assertThat(KEPT.spans).containsExactly("wait WAITING_BY_PLAN 72");
    }

    @ParameterizedTest
    @CsvSource({"system, WAITING_FOR_SYSTEM", "plan, WAITING_BY_PLAN", "candidate, WAITING_FOR_CANDIDATE"})
    void isWhatTheDiagramSays(String said, String kind) {
        startCase(catchEvent(said));
        pass(Duration.ofHours(5));
        engine.getRuntimeService().correlateMessage("answer");

        assertThat(KEPT.spans).containsExactly("wait " + kind + " 5");
    }

    @Test
    void isNoWaitOfItsOwnWhereAnotherPartOfTheJourneyWaits() {
        startCase(catchEvent("journey"));

        assertThat(KEPT.spans).isEmpty();
    }

    @Test
    void endsAlsoWhenTheCaseIsCancelled() {
        String id = startCase(catchEvent("system"));
        pass(Duration.ofHours(2));

        engine.getRuntimeService().deleteProcessInstance(id, "cancelled");

        assertThat(KEPT.spans).containsExactly("wait WAITING_FOR_SYSTEM 2");
    }

    @Test
    void isTheSystemsFromTheFirstTryOfAStepToTheOneThatSucceeds() {
        startCase("<serviceTask id=\"wait\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${flaky}\"/>");
        FLAKY.failuresLeft = 2;

        assertThatThrownBy(SpanListenerTest::runJob).hasMessageContaining("not yet");
        pass(Duration.ofHours(1));
        assertThatThrownBy(SpanListenerTest::runJob).hasMessageContaining("not yet");
        assertThat(KEPT.spans).isEmpty();
        pass(Duration.ofHours(3));
        runJob();

        assertThat(KEPT.spans).containsExactly("wait WAITING_FOR_SYSTEM 4");
    }

    @Test
    void isNobodysWhenAStepIsDoneAtOnce() {
        startCase("<serviceTask id=\"wait\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${flaky}\"/>");
        pass(Duration.ofSeconds(50));
        runJob();

        assertThat(KEPT.spans).isEmpty();
    }

    private static void pass(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private static void runJob() {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getId());
    }

    private static String catchEvent(String waitsFor) {
        return """
                <intermediateCatchEvent id="wait">
                  <extensionElements><camunda:properties>
                    <camunda:property name="waitsFor" value="%s"/>
                  </camunda:properties></extensionElements>
                  <messageEventDefinition messageRef="answer"/>
                </intermediateCatchEvent>""".formatted(waitsFor);
    }

    private static String startCase(String elements) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("case.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                          <process id="case" isExecutable="true">
                            <startEvent id="begin"/>
                            <sequenceFlow id="toWait" sourceRef="begin" targetRef="wait"/>
                            %s
                          </process>
                          <message id="answer" name="answer"/>
                        </definitions>""".formatted(elements))
                .deploy();
        return engine.getRuntimeService()
                .startProcessInstanceByKey("case", Map.of("caseId", CASE.value()))
                .getId();
    }

    private static final class Flaky implements JavaDelegate {

        private int failuresLeft;

        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            if (failuresLeft > 0) {
                failuresLeft--;
                throw new IllegalStateException("not yet");
            }
        }
    }

    private static final class Kept implements CaseTime {

        private final List<String> spans = new ArrayList<>();
        private final Map<String, Instant> started = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        @Override
        public void goesOn(CaseId caseId, String source, String element, Kind kind) {
            assertThat(caseId).isEqualTo(CASE);
            started.put(source, ClockUtil.getCurrentTime().toInstant());
            names.put(source, element + " " + kind);
            spans.add(element + " " + kind + " -1");
        }

        @Override
        public void ended(String source) {
            @Nullable Instant from = started.remove(source);
            if (from != null) {
                String name = names.get(source);
                spans.remove(name + " -1");
                spans.add(name + " " + hours(from, ClockUtil.getCurrentTime().toInstant()));
            }
        }

        @Override
        public void spent(CaseId caseId, String source, String element, Kind kind, Instant from, Instant to) {
            assertThat(caseId).isEqualTo(CASE);
            spans.add(element + " " + kind + " " + hours(from, to));
        }

        private static long hours(Instant from, Instant to) {
            return Duration.between(from, to).toHours();
        }
    }
}
