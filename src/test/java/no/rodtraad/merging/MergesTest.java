package no.rodtraad.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.rodtraad.difference.Differences;
import no.rodtraad.merging.FileReport.State;
import no.rodtraad.process.ApplicationFiles;
import no.rodtraad.process.BaseFiles;
import no.rodtraad.process.BaseFiles.Base;
import no.rodtraad.process.BaseFiles.OwnFile;
import no.rodtraad.process.Municipalities;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An own file and what its base has become")
class MergesTest {

    private static final String TENANT = "eksempelvik";
    private static final String PLAN = "processes/plan.bpmn";
    private static final String TABLE = "processes/deadlines.dmn";
    private static final String FORM = "forms/write-advert.form";

    private final Map<String, String> application = ApplicationFiles.read();
    private final BaseFiles bases = mock(BaseFiles.class);
    private final Merges merges =
            new Merges(bases, new Differences(() -> Map.of("hr", "HR")), new Municipalities(Map.of()));

    @Test
    void goTogetherWhenEachHasPutAStepWhereTheOtherHasNot() {
        String ours = inserted("setUpPlanToArchivePlan", "setUpPlan", "archivePlan", "discussPlan", 416, 160);
        String theirs = inserted("archivePlanToPlanReady", "archivePlan", "planReady", "tellUnion", 576, 160);

        FileReport report = report(PLAN, ours, theirs);

        assertThat(report.state()).isEqualTo(State.MERGES);
        String merged = String.valueOf(report.merged());
        assertThat(merged)
                .contains("sourceRef=\"setUpPlan\" targetRef=\"discussPlan\"")
                .contains("sourceRef=\"tellUnion\" targetRef=\"planReady\"")
                .contains("bpmnElement=\"discussPlan\"")
                .contains("bpmnElement=\"tellUnion\"");
    }

    @Test
    void clashWhenBothHavePutAStepOnTheSameArrow() {
        FileReport report = report(
                PLAN,
                inserted("setUpPlanToArchivePlan", "setUpPlan", "archivePlan", "discussPlan", 416, 160),
                inserted("setUpPlanToArchivePlan", "setUpPlan", "archivePlan", "tellUnion", 416, 160));

        assertThat(report.state()).isEqualTo(State.BY_HAND);
        assertThat(report.clashes())
                .extracting(clash -> clash.theirs().place())
                .containsExactly("setUpPlanToArchivePlan");
        assertThat(report.withoutClash()).extracting("place").contains("tellUnion");
    }

    @Test
    void areNotMergedWhenOneHasBuiltOnWhatTheOtherHasTakenAway() {
        String plan = text(PLAN);
        String ours = plan.replaceAll("(?s) *<bpmn:serviceTask id=\"archivePlan\".*?</bpmn:serviceTask>\n", "")
                .replace(
                        " sourceRef=\"setUpPlan\" targetRef=\"archivePlan\"",
                        " sourceRef=\"setUpPlan\" targetRef=\"planReady\"")
                .replaceAll(" *<bpmn:sequenceFlow id=\"archivePlanToPlanReady\"[^\n]*\n", "")
                .replace("<bpmn:incoming>archivePlanToPlanReady", "<bpmn:incoming>setUpPlanToArchivePlan")
                .replaceAll("(?s) *<bpmndi:BPMNShape id=\"archivePlan_di\".*?</bpmndi:BPMNShape>\n", "")
                .replaceAll("(?s) *<bpmndi:BPMNEdge id=\"archivePlanToPlanReady_di\".*?</bpmndi:BPMNEdge>\n", "");
        String theirs = plan.replace("    <bpmn:sequenceFlow id=\"archivePlanToPlanReady\"", """
                    <bpmn:boundaryEvent id="late" name="Sent" attachedToRef="archivePlan">
                      <bpmn:outgoing>lateToPlanReady</bpmn:outgoing>
                    </bpmn:boundaryEvent>
                    <bpmn:sequenceFlow id="lateToPlanReady" sourceRef="late" targetRef="planReady" />
                    <bpmn:sequenceFlow id="archivePlanToPlanReady\"""");

        FileReport report = report(PLAN, ours, theirs);

        assertThat(report.state()).isEqualTo(State.BY_HAND);
        assertThat(report.clashes()).isEmpty();
    }

    @Test
    void goTogetherInDifferentRowsOfATable() {
        String ours = cell("writeAdvertDeadline", "3 arbeidsdager", "2 arbeidsdager");
        String theirs = cell("advertPointDeadline", "5 arbeidsdager", "4 arbeidsdager");

        assertThat(report(TABLE, ours, theirs).merged())
                .isEqualTo(ours.replace(rule(text(TABLE), "advertPointDeadline"), rule(theirs, "advertPointDeadline")));
    }

    @Test
    void clashInTheSameRowOfATable() {
        FileReport report = report(
                TABLE,
                cell("writeAdvertDeadline", "3 arbeidsdager", "2 arbeidsdager"),
                cell("writeAdvertDeadline", "3 arbeidsdager", "4 arbeidsdager"));

        assertThat(report.state()).isEqualTo(State.BY_HAND);
        assertThat(report.clashes()).hasSize(1);
        assertThat(report.merged()).isNull();
    }

    @Test
    void goTogetherWhenBothHavePutAFieldLastInAForm() {
        String ours = withField("ourField");
        String theirs = withField("theirField");

        FileReport report = report(FORM, ours, theirs);

        assertThat(report.state()).isEqualTo(State.MERGES);
        assertThat(report.merged()).contains("\"ourField\"").contains("\"theirField\"");
    }

    @Test
    void waitForPeopleWhenNobodyKnowsWhatTheOwnFileWasMadeFrom() {
        when(bases.own(TENANT)).thenReturn(List.of(new OwnFile(PLAN, "<a/>", null, base(text(PLAN)))));

        assertThat(merges.of(TENANT)).extracting(FileReport::state).containsExactly(State.UNKNOWN);
        assertThat(merges.waiting(TENANT)).isOne();
    }

    private FileReport report(String name, String ours, String theirs) {
        assertThat(ours).isNotEqualTo(text(name));
        assertThat(theirs).isNotEqualTo(text(name));
        when(bases.own(TENANT)).thenReturn(List.of(new OwnFile(name, ours, base(text(name)), base(theirs))));
        assertThat(merges.waiting(TENANT)).isOne();
        return merges.of(TENANT).get(0);
    }

    /** As the Modeler does it: a task on the arrow, and everything to the right of it moves. */
    private String inserted(String flow, String source, String target, String task, int x, int by) {
        String end = "  </bpmn:process>\n";
        String drawn = "    </bpmndi:BPMNPlane>\n";
        String next = task + "To" + target;
        String plan = text(PLAN)
                .replace(
                        "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />"
                                .formatted(flow, source, target),
                        "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />"
                                .formatted(flow, source, task))
                .replace("<bpmn:incoming>" + flow + "<", "<bpmn:incoming>" + next + "<")
                .replace(end, """
                            <bpmn:userTask id="%1$s" name="%1$s" camunda:candidateGroups="hr">
                              <bpmn:incoming>%2$s</bpmn:incoming>
                              <bpmn:outgoing>%3$s</bpmn:outgoing>
                            </bpmn:userTask>
                            <bpmn:sequenceFlow id="%3$s" sourceRef="%1$s" targetRef="%4$s" />
                        """.formatted(task, flow, next, target) + end);
        return moved(plan, x, by).replace(drawn, """
                              <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s">
                                <dc:Bounds x="%3$d" y="80" width="100" height="80" />
                              </bpmndi:BPMNShape>
                              <bpmndi:BPMNEdge id="%2$s_di" bpmnElement="%2$s">
                                <di:waypoint x="%4$d" y="120" />
                                <di:waypoint x="%5$d" y="120" />
                              </bpmndi:BPMNEdge>
                        """.formatted(task, next, x, x + 100, x + by) + drawn);
    }

    private static String moved(String plan, int from, int by) {
        return Pattern.compile("x=\"(\\d+)\" y=\"(80|102|142|120)\"")
                .matcher(plan)
                .replaceAll(found -> {
                    int x = Integer.parseInt(found.group(1));
                    return "x=\"%d\" y=\"%s\"".formatted(x >= from ? x + by : x, found.group(2));
                });
    }

    private String cell(String rule, String before, String after) {
        String old = rule(text(TABLE), rule);
        return text(TABLE).replace(old, old.replaceFirst(before, after));
    }

    private static String rule(String table, String id) {
        int start = table.indexOf("<rule id=\"" + id + "\">");
        return table.substring(start, table.indexOf("</rule>", start));
    }

    private String withField(String id) {
        String form = text(FORM);
        int last = form.lastIndexOf("    }\n  ]");
        return form.substring(0, last) + """
                      },
                      {
                        "label": "%1$s",
                        "type": "textfield",
                        "id": "%1$s",
                        "key": "%1$s"
                  """.formatted(id) + form.substring(last);
    }

    private String text(String name) {
        return application.getOrDefault(name, "");
    }

    private static Base base(String text) {
        return new Base(text, Instant.EPOCH);
    }
}
