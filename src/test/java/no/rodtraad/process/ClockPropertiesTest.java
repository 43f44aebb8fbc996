package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayName("The clock is told by a diagram")
class ClockPropertiesTest {

    private static final CaseId CASE = new CaseId("eksempelvik-2026-0001");
    private static final Told TOLD = new Told();

    private static EmbeddedPostgres postgres;
    private static ProcessEngine engine;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("clockProperties");
        configuration.setDataSource(postgres.getPostgresDatabase());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setHistoryTimeToLive("P1D");
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ClockProperties(
                new StaticListableBeanFactory(Map.of("clock", TOLD)).getBeanProvider(JourneyClock.class)))));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("case.bpmn", diagram())
                .deploy();
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        postgres.close();
    }

    @BeforeEach
    void forget() {
        TOLD.clear();
    }

    @Test
    void whenAnElementIsEnteredLeftAndAnArrowTaken() {
        startCase();
        assertThat(TOLD).containsExactly("started NEED");

        completeTask();
        assertThat(TOLD.subList(1, TOLD.size())).containsExactly("reached FIRST_DAY", "started ADVERT", "reached NEED");
    }

    @Test
    void butNotOfATaskThatSomethingElsePutAnEndTo() {
        startCase();

        engine.getRuntimeService().correlateMessage("stop");

        assertThat(TOLD).containsExactly("started NEED", "stopped");
    }

    @Test
    void norOfACaseThatIsDeleted() {
        String id = startCase();

        engine.getRuntimeService().deleteProcessInstance(id, "test");

        assertThat(TOLD).containsExactly("started NEED");
    }

    private static String startCase() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("case", Map.of("caseId", CASE.value()))
                .getId();
    }

    private static void completeTask() {
        engine.getTaskService()
                .complete(
                        engine.getTaskService().createTaskQuery().singleResult().getId());
    }

    private static String diagram() {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="case" isExecutable="true">
                    <startEvent id="begin"/>
                    <sequenceFlow id="toPhase" sourceRef="begin" targetRef="phase"/>
                    <subProcess id="phase">%s
                      <startEvent id="phaseBegins"/>
                      <sequenceFlow id="toTask" sourceRef="phaseBegins" targetRef="task"/>
                      <userTask id="task">%s</userTask>
                      <sequenceFlow id="toEnd" sourceRef="task" targetRef="end">%s</sequenceFlow>
                      <endEvent id="end">%s<terminateEventDefinition/></endEvent>
                    </subProcess>
                    <boundaryEvent id="stop" attachedToRef="phase"><messageEventDefinition messageRef="stopMessage"/>
                    </boundaryEvent>
                    <sequenceFlow id="toStopped" sourceRef="stop" targetRef="stopped"/>
                    <endEvent id="stopped">%s</endEvent>
                  </process>
                  <message id="stopMessage" name="stop"/>
                </definitions>""".formatted(
                        property("startsClock", "NEED"),
                        property("milestone", "FIRST_DAY"),
                        property("startsClock", "ADVERT"),
                        property("decisionPoint", "NEED"),
                        property("stopsClocks", "true"));
    }

    private static String property(String name, String value) {
        return """
                <extensionElements><camunda:properties>
                  <camunda:property name="%s" value="%s"/>
                </camunda:properties></extensionElements>""".formatted(name, value);
    }

    private static final class Told extends ArrayList<String> implements JourneyClock {

        @Override
        public void started(CaseId caseId, DecisionPoint point) {
            tell(caseId, "started " + point);
        }

        @Override
        public void reached(CaseId caseId, DecisionPoint point) {
            tell(caseId, "reached " + point);
        }

        @Override
        public void reached(CaseId caseId, Milestone milestone) {
            tell(caseId, "reached " + milestone);
        }

        @Override
        public void stopped(CaseId caseId) {
            tell(caseId, "stopped");
        }

        private void tell(CaseId caseId, String what) {
            assertThat(caseId).isEqualTo(CASE);
            add(what);
        }
    }
}
