package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.rodtraad.process.MoveCheck.Standing;
import no.rodtraad.process.MoveCheck.Target;
import no.rodtraad.process.MovePlan.Obstacle;
import no.rodtraad.process.MovePlan.Part;
import no.rodtraad.process.MovePlan.Place;
import no.rodtraad.process.MovePlan.Reason;
import no.rodtraad.process.MovePlan.Step;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@DisplayName("A process that is to be moved")
class MoveCheckTest {

    private static final String ADVERT = text("processes/advert.bpmn");
    private static final String NEED = text("processes/need.bpmn");
    private static final String CASE = text("processes/hiring-case.bpmn");

    private static final String NEW_TASK = """
            <bpmn:userTask id="readAloud" name="Les høyt"><bpmn:incoming>in</bpmn:incoming><bpmn:outgoing>out</bpmn:outgoing></bpmn:userTask>
            <bpmn:sequenceFlow id="out" sourceRef="readAloud" targetRef="%s" />""";

    @Test
    void isSafeAndUnchangedWhenOnlyOtherPlacesAreNew() {
        Part part = part(ADVERT, named(ADVERT, "Skriv utlysningstekst", "Skriv annonsen"), "writeAdvert", "joinRoles");

        assertThat(part.process()).isEqualTo("Utlysning");
        assertThat(part.stands()).containsExactly(new Place("writeAdvert", "Skriv utlysningstekst", "Skriv annonsen"));
        assertThat(part.skipped()).isEmpty();
        assertThat(part.gone()).isEmpty();
        assertThat(part.added()).isEmpty();
        assertThat(part.obstacles()).isEmpty();
    }

    /** Every step of every shipped diagram, also where the process could not stand alone. */
    @ParameterizedTest(name = "diagram {index}")
    @MethodSource("diagrams")
    void hasNothingInItsWayToTheSameVersion(String diagram) {
        StepGraph model = model(diagram);
        Set<String> all = model.steps().keySet();
        Target same = new Target(model, all, all, Set.of(), Map::of);
        for (String here : all) {
            Part part = new MoveCheck(model, same, new Standing(List.of(here), Set.of(), Map.of(), false)).part();
            assertThat(part.obstacles()).as(here).isEmpty();
            assertThat(part.skipped()).as(here).isEmpty();
            assertThat(part.gone()).as(here).isEmpty();
            assertThat(part.added()).as(here).isEmpty();
        }
    }

    static Stream<String> diagrams() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn"))
                .map(file -> text("processes/" + file.getFilename()));
    }

    @Test
    void isToldWhatIsNewBeforeItAndAfterIt() {
        String before = before(ADVERT, "writeAdvert");
        String after = before(ADVERT, "publishAdvert");

        assertThat(part(ADVERT, before, "reviewAdvert", "joinRoles"))
                .as("the text may come back to be written anew, but need not")
                .satisfies(part -> assertThat(part.skipped()).containsExactly(new Step("readAloud", "Les høyt")))
                .satisfies(part -> assertThat(part.added()).isEmpty());
        assertThat(part(ADVERT, before, "publishAdvert", "joinRoles"))
                .satisfies(part -> assertThat(part.skipped()).containsExactly(new Step("readAloud", "Les høyt")))
                .satisfies(part -> assertThat(part.obstacles()).isEmpty());
        assertThat(part(ADVERT, after, "reviewAdvert", "joinRoles"))
                .satisfies(part -> assertThat(part.added()).containsExactly(new Step("readAloud", "Les høyt")))
                .satisfies(part -> assertThat(part.skipped()).isEmpty());
        assertThat(part(after, ADVERT, "reviewAdvert", "joinRoles"))
                .satisfies(part -> assertThat(part.gone()).containsExactly(new Step("readAloud", "Les høyt")));
    }

    @Test
    void isNotToldAboutAStepItHasDone() {
        Part part = check(
                        ADVERT,
                        before(ADVERT, "writeAdvert"),
                        Set.of(),
                        Map.of(),
                        Set.of("readAloud"),
                        "publishAdvert",
                        "joinRoles")
                .part();

        assertThat(part.skipped()).isEmpty();
    }

    @Test
    void cannotStandWhereThereIsNothingToStandOn() {
        assertThat(part(ADVERT, ADVERT.replace("writeAdvert", "composeAdvert"), "writeAdvert")
                        .obstacles())
                .containsExactly(new Obstacle(Reason.STEP_GONE, "Skriv utlysningstekst"));
        Target other = new Target(model(ADVERT), Set.of(), Set.of(), Set.of(), Map::of);
        assertThat(new MoveCheck(model(ADVERT), other, new Standing(List.of("writeAdvert"), Set.of(), Map.of(), false))
                        .part()
                        .obstacles())
                .contains(new Obstacle(Reason.STEP_CHANGED, "Skriv utlysningstekst"));
    }

    @Test
    void mayNotPassByWhatACandidateOrTheLawIsPromised() {
        String later = before(ADVERT, "writeAdvert").replace("readAloud", "hearUnion");

        assertThat(check(ADVERT, later, Set.of("hearUnion"), Map.of(), Set.of(), "publishAdvert", "joinRoles")
                        .part()
                        .obstacles())
                .containsExactly(new Obstacle(Reason.PROMISE_SKIPPED, "Les høyt"));
        assertThat(check(ADVERT, later, Set.of("hearUnion"), Map.of(), Set.of(), "writeAdvert", "joinRoles")
                        .part()
                        .obstacles())
                .as("it comes back to it only when the text is refused")
                .containsExactly(new Obstacle(Reason.PROMISE_SKIPPED, "Les høyt"));
        assertThat(check(ADVERT, later, Set.of("hearUnion"), Map.of(), Set.of(), "splitRoles")
                        .part()
                        .obstacles())
                .as("it is still ahead")
                .isEmpty();
    }

    @Test
    void mayNotComeToAJoinThatWaitsForABranchNobodyIsOn() {
        String third = ADVERT.replace(
                        "<bpmn:incoming>notifyPoolToJoinRoles</bpmn:incoming>",
                        "<bpmn:incoming>notifyPoolToJoinRoles</bpmn:incoming><bpmn:incoming>out</bpmn:incoming>")
                .replace("</bpmn:process>", NEW_TASK.formatted("joinRoles") + """
                        <bpmn:sequenceFlow id="in" sourceRef="splitRoles" targetRef="readAloud" /></bpmn:process>""")
                .replace(
                        "<bpmn:outgoing>splitRolesToBeforeWriteAdvert</bpmn:outgoing>",
                        "<bpmn:outgoing>splitRolesToBeforeWriteAdvert</bpmn:outgoing><bpmn:outgoing>in</bpmn:outgoing>");

        Set<String> done = Set.of("confirmParticipation");
        assertThat(check(ADVERT, third, Set.of(), Map.of(), done, "writeAdvert", "joinRoles")
                        .part()
                        .obstacles())
                .containsExactly(new Obstacle(Reason.WAITS_FOR_EVER, "Les høyt"));
        assertThat(part(ADVERT, third, "applicationDeadline").obstacles()).isEmpty();
    }

    @Test
    void mustHaveAnsweredWhatTheNewVersionAsks() {
        String asks = ADVERT.replace("${userParticipation == true}", "${shortTerm == true}");

        assertThat(part(ADVERT, asks, "writeAdvert", "joinRoles").obstacles())
                .containsExactly(new Obstacle(Reason.UNANSWERED, "shortTerm"));
        assertThat(check(ADVERT, asks, Set.of(), Map.of("shortTerm", true), Set.of(), "writeAdvert", "joinRoles")
                        .part()
                        .obstacles())
                .isEmpty();
        assertThat(part(ADVERT, asks, "applicationDeadline").obstacles())
                .as("it is past the question")
                .isEmpty();
    }

    @Test
    void mustFindTheProcessesThatItHasBeenToldToUse() {
        Map<String, Object> variables = Map.of("planProcess", "plan-of-ours", "probationProcess", "probation");

        assertThat(check(CASE, CASE, Set.of(), variables, Set.of(), "need")
                        .part()
                        .obstacles())
                .containsExactly(new Obstacle(Reason.NO_PROCESS, "plan-of-ours"));
        assertThat(check(CASE, CASE, Set.of(), variables, Set.of(), "advert")
                        .part()
                        .obstacles())
                .isEmpty();
    }

    @Test
    void waitsUntilWhatHasFailedIsMended() {
        MoveCheck check = new MoveCheck(
                model(NEED),
                target(NEED, NEED, Set.of()),
                new Standing(List.of("assessNeed"), Set.of(), Map.of(), true));

        assertThat(check.part().obstacles()).containsExactly(new Obstacle(Reason.INCIDENT, "Behov"));
    }

    private static Part part(String source, String target, String... here) {
        return check(source, target, Set.of(), Map.of(), Set.of(), here).part();
    }

    private static MoveCheck check(
            String source,
            String target,
            Set<String> promised,
            Map<String, Object> variables,
            Set<String> done,
            String... here) {
        return new MoveCheck(
                model(source), target(source, target, promised), new Standing(List.of(here), done, variables, false));
    }

    /** The engine maps what has the same id; that it does is seen in {@code MoveStoryTest}. */
    private static Target target(String source, String target, Set<String> promised) {
        StepGraph model = model(target);
        Set<String> mapped = new HashSet<>(model.steps().keySet());
        mapped.retainAll(model(source).steps().keySet());
        return new Target(model, mapped, promised, Set.of("plan", "interview", "decision", "probation"), Map::of);
    }

    /** With a new task on the arrow into a step that one arrow leads to. */
    static String before(String diagram, String step) {
        int node = diagram.indexOf("id=\"" + step + "\"");
        int incoming = diagram.indexOf("<bpmn:incoming>", node) + "<bpmn:incoming>".length();
        String flow = diagram.substring(incoming, diagram.indexOf('<', incoming));
        return new StringBuilder(diagram)
                .replace(incoming, incoming + flow.length(), "out")
                .toString()
                .replaceFirst(
                        "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*) targetRef=\"" + step + "\"",
                        "$1 targetRef=\"readAloud\"")
                .replace(
                        "</bpmn:process>",
                        NEW_TASK.formatted(step).replace(">in<", ">" + flow + "<") + "</bpmn:process>");
    }

    private static String named(String diagram, String from, String to) {
        return diagram.replace("name=\"" + from + "\"", "name=\"" + to + "\"");
    }

    private static StepGraph model(String text) {
        return StepGraph.of(Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
