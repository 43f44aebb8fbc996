package no.rodtraad.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.difference.Differences;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.guardrail.XmlFile;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.process.ApplicationFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change of a base diagram")
class ExtensionPointsTest {

    private static final String PLAN = "processes/plan.bpmn";

    private final String plan = ApplicationFiles.read().getOrDefault(PLAN, "");

    @Test
    void standsAtAnExtensionPointWhenItChangesAMarkedStep() {
        assertThat(outside(plan.replace("name=\"Sett opp plan og tidslinje\"", "name=\"Lag planen\"")))
                .isEmpty();
    }

    @Test
    void standsAtAnExtensionPointWhenItAddsStepsNextToOne() {
        assertThat(outside(plan.replace(
                        "<bpmn:sequenceFlow id=\"setUpPlanToArchivePlan\" sourceRef=\"setUpPlan\" targetRef=\"archivePlan\" />",
                        """
                        <bpmn:userTask id="discuss" name="Drøft planen" />
                        <bpmn:userTask id="adjust" name="Juster planen" />
                        <bpmn:sequenceFlow id="setUpPlanToArchivePlan" sourceRef="setUpPlan" targetRef="discuss" />
                        <bpmn:sequenceFlow id="discussToAdjust" sourceRef="discuss" targetRef="adjust" />
                        <bpmn:sequenceFlow id="adjustToArchive" sourceRef="adjust" targetRef="archivePlan" />
                        """)))
                .isEmpty();
    }

    @Test
    void standsElsewhereWhenItConcernsOtherSteps() {
        assertThat(outside(plan.replace("name=\"Arkiver planen\"", "name=\"Ta vare på planen\"")))
                .containsExactly("archivePlan");
        assertThat(outside(plan.replace(
                        "<bpmn:sequenceFlow id=\"archivePlanToPlanReady\" sourceRef=\"archivePlan\" targetRef=\"planReady\" />",
                        """
                        <bpmn:userTask id="celebrate" name="Feir planen" />
                        <bpmn:sequenceFlow id="archivePlanToPlanReady" sourceRef="archivePlan" targetRef="celebrate" />
                        <bpmn:sequenceFlow id="celebrateToReady" sourceRef="celebrate" targetRef="planReady" />
                        """)))
                .containsExactly("celebrate");
    }

    @Test
    void findsPointsInTheDiagramsWhereMunicipalitiesDiffer() {
        Map<String, String> application = ApplicationFiles.read();
        assertThat(Set.of("need", "plan", "advert", "interview", "onboarding", "closing", "hiring-case"))
                .allSatisfy(process -> assertThat(new ExtensionPoints(
                                        XmlFile.read(application.getOrDefault("processes/" + process + ".bpmn", "")))
                                .names())
                        .as(process)
                        .isNotEmpty());
    }

    private List<String> outside(String own) {
        assertThat(own).isNotEqualTo(plan);
        Element base = XmlFile.read(plan);
        List<Change> changes = new Differences(() -> Map.of("hr", "HR"))
                .between(Map.of(PLAN, plan), Map.of(PLAN, own))
                .get(0)
                .changes();
        return new ExtensionPoints(base)
                .outside(base, XmlFile.read(own), changes).stream()
                        .map(Change::place)
                        .toList();
    }
}
