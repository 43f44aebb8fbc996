package no.rodtraad.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import no.rodtraad.guardrail.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Takes the shipped diagrams apart, one node or flow at a time. Whether a promise is lost is decided by playing the process
 * with tokens, see {@link TokenGame}; then the rules must refuse it.
 */
class MutationTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Rules RULES = Shipped.rules();
    /** The others take time and show the same. */
    private static final int EVERY_THIRD = 3;

    /**
     * A promise in words of its own.
     *
     * @param step that every run completes before it is over, or before {@code then}
     * @param then empty when it is the end
     * @param given a condition that holds; {@code !} before one that does not
     */
    private record Promise(String process, List<String> step, String then, String given) {}

    private static final List<Promise> PROMISES = List.of(
            always("candidate-journey", "sendFinalAnswer"),
            always("candidate-journey", "answerDelivery"),
            always("candidate-journey", "reportAnswered"),
            first("candidate-journey", "sendFinalAnswer", "reportAnswered"),
            new Promise(
                    "candidate-journey",
                    List.of("giveFeedback"),
                    "",
                    "${interviewed == true and outcome == 'REJECTED'}"),
            always("candidate-interview", "holdInterview"),
            always("candidate-interview", "reportInterviewHeld"),
            new Promise("hiring-case", List.of("closing", "closingAfterCancel"), "", "!${hiredWithdrew == true}"),
            first("hiring-case", "need", "plan"),
            first("hiring-case", "plan", "advert"),
            first("hiring-case", "screening", "interview"),
            first("hiring-case", "recommendation", "decision"),
            first("hiring-case", "decision", "offer"),
            first("hiring-case", "contractSigning", "onboarding"),
            new Promise("hiring-case", List.of(), "onboarding", "!${signed == true}"),
            new Promise("hiring-case", List.of(), "advert", "!${approvalOutcome == 'approve'}"),
            always("closing", "everyoneAnswered"),
            always("closing", "checkRecords"),
            always("closing", "closeCase"),
            new Promise("closing", List.of(), "closeCase", "!${recordsComplete == true}"),
            always("need", "assessNeed"),
            always("need", "approvePosition"),
            first("need", "assessNeed", "approvePosition"),
            always("plan", "setUpPlan"),
            always("advert", "publishAdvert"),
            always("advert", "applicantLists"),
            first("advert", "publishAdvert", "applicationDeadline"),
            first("advert", "applicationDeadline", "applicantLists"),
            always("applicant-lists", "createPublicList"),
            always("screening", "declareImpartiality"),
            first("screening", "declareImpartiality", "screenApplications"),
            always("interview", "interviewsHeld"),
            first("recommendation", "writeRecommendation", "unionStatement"),
            new Promise("recommendation", List.of("unionStatement", "statementDeadline"), "", ""),
            always("decision", "decideAppointment"),
            always("offer", "makeOffer"),
            always("offer", "sendOffer"),
            first("contract-signing", "generateContract", "reviewContract"),
            first("contract-signing", "reviewContract", "sendForSigning"),
            first("contract-signing", "signContract", "recordSigning"),
            first("contract-signing", "awaitSignatures", "recordSigning"),
            new Promise("contract-signing", List.of(), "sendForSigning", "!${contractApproved == true}"),
            new Promise(
                    "contract-signing",
                    List.of("policeCertificateShown"),
                    "contractSigned",
                    "${needsPoliceCertificate == true}"),
            first("contract-signing", "archiveContract", "contractSigned"),
            first("probation", "probationTalk1", "decideProbation"),
            first("probation", "probationTalk2", "decideProbation"),
            first("probation", "probationTalk3", "decideProbation"),
            always("probation", "decideProbation"),
            always("probation", "archiveTalk1"),
            always("probation", "archiveTalk2"),
            always("probation", "archiveTalk3"),
            always("probation", "archiveProbationDecision"));

    private static Promise always(String process, String step) {
        return new Promise(process, List.of(step), "", "");
    }

    private static Promise first(String process, String step, String then) {
        return new Promise(process, List.of(step), then, "");
    }

    static Stream<String> processes() {
        return PROMISES.stream().map(Promise::process).distinct();
    }

    @Test
    void theShippedProcessesKeepThePromisesWhenTheyArePlayed() throws Exception {
        for (Promise promise : PROMISES) {
            assertThat(isBroken(promise, process(read(promise.process()))))
                    .as("%s", promise)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyDeletionThatLosesAPromiseIsRefused(String name) throws Exception {
        List<String> missed = new ArrayList<>();
        int lost = 0;
        List<String> ids = deletable(process(read(name)));
        for (boolean bridged : List.of(false, true)) {
            for (String id : ids) {
                Document document = read(name);
                if (!delete(process(document), id, bridged)) {
                    continue;
                }
                List<Promise> broken = broken(name, process(document));
                if (!broken.isEmpty()) {
                    lost++;
                    if (!isRefused(name, write(document))) {
                        missed.add(id + (bridged ? " (drawn past)" : "") + " loses " + broken);
                    }
                }
            }
        }
        System.out.printf("%s: %d nodes and flows, %d deletions lose a promise%n", name, ids.size(), lost);
        assertThat(missed).isEmpty();
        assertThat(lost).isPositive();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void harmlessEditsAreNotRefused(String name) throws Exception {
        String text = Shipped.FILES.getOrDefault(file(name), "");
        List<String> refused = new ArrayList<>();
        Map<String, String> edits = Map.of(
                "renamed", text.replaceAll(" name=\"([A-ZÆØÅ][^\"]*)\"", " name=\"$1 hos oss\""),
                "moved", text.replaceAll("(<dc:Bounds x=\")\\d+", "$17"),
                "due later", text.replace("${deadline.due(execution)}", "${deadline.workingDaysFromNow(5)}"));
        edits.forEach((edit, edited) -> {
            if (isRefused(name, edited)) {
                refused.add(edit);
            }
        });
        List<String> flows = flowsThatATaskFitsOn(process(read(name)));
        for (int i = 0; i < flows.size(); i += EVERY_THIRD) {
            String flow = flows.get(i);
            Document document = read(name);
            addTask(process(document), flow);
            if (isRefused(name, write(document))) {
                refused.add("a task on " + flow);
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<Promise> broken(String name, Element process) {
        return PROMISES.stream()
                .filter(promise -> promise.process().equals(name) && isBroken(promise, process))
                .limit(1)
                .toList();
    }

    private static boolean isBroken(Promise promise, Element process) {
        boolean fails = promise.given().startsWith("!");
        TokenGame game = new TokenGame(
                process,
                promise.step()::contains,
                fails ? "" : promise.given(),
                fails ? promise.given().substring(1) : "");
        return promise.then().isEmpty() ? game.canEnd() : game.canBegin(promise.then());
    }

    private static boolean isRefused(String name, String text) {
        return RULES.check(Map.of(file(name), text), false).stream().anyMatch(Violation::refused);
    }

    private static List<String> deletable(Element process) {
        return all(process)
                .filter(element -> !element.getAttribute("id").isEmpty())
                .filter(element -> element.getLocalName().equals("sequenceFlow")
                        || element.getElementsByTagNameNS(BPMN, "outgoing").getLength() > 0
                        || element.getElementsByTagNameNS(BPMN, "incoming").getLength() > 0
                        || element.getLocalName().equals("subProcess"))
                .map(element -> element.getAttribute("id"))
                .toList();
    }

    /** @return false when there is nothing to draw past */
    private static boolean delete(Element process, String id, boolean bridged) {
        Element element = byId(process, id);
        List<Element> into = flows(process, "targetRef", id);
        List<Element> from = flows(process, "sourceRef", id);
        if (bridged) {
            if (from.size() != 1 || into.isEmpty()) {
                return false;
            }
            into.forEach(flow -> flow.setAttribute("targetRef", from.get(0).getAttribute("targetRef")));
            remove(from.get(0));
        } else {
            into.forEach(MutationTest::remove);
            from.forEach(MutationTest::remove);
        }
        all(process)
                .filter(event -> event.getAttribute("attachedToRef").equals(id))
                .toList()
                .forEach(event -> {
                    flows(process, "sourceRef", event.getAttribute("id")).forEach(MutationTest::remove);
                    remove(event);
                });
        remove(element);
        return true;
    }

    private static List<String> flowsThatATaskFitsOn(Element process) {
        return all(process)
                .filter(element -> element.getLocalName().equals("sequenceFlow"))
                .filter(flow -> !byId(process, flow.getAttribute("sourceRef"))
                        .getLocalName()
                        .equals("eventBasedGateway"))
                .map(flow -> flow.getAttribute("id"))
                .toList();
    }

    private static void addTask(Element process, String flowId) {
        Element flow = byId(process, flowId);
        Document document = process.getOwnerDocument();
        Element part = (Element) flow.getParentNode();
        Element task = document.createElementNS(BPMN, "bpmn:userTask");
        task.setAttribute("id", "tellTheTeam");
        task.setAttribute("name", "Si fra til teamet");
        String camunda = "http://camunda.org/schema/1.0/bpmn";
        task.setAttributeNS(camunda, "camunda:candidateGroups", "hr");
        task.setAttributeNS(camunda, "camunda:formRef", "tell-the-team");
        task.setAttributeNS(camunda, "camunda:dueDate", "${deadline.workingDaysFromNow(2)}");
        Element extensions = document.createElementNS(BPMN, "bpmn:extensionElements");
        Element properties = document.createElementNS(camunda, "camunda:properties");
        for (String name : List.of("role", "checklist")) {
            Element property = document.createElementNS(camunda, "camunda:property");
            property.setAttribute("name", name);
            property.setAttribute("value", "hr-start");
            properties.appendChild(property);
        }
        extensions.appendChild(properties);
        task.appendChild(extensions);
        Element next = document.createElementNS(BPMN, "bpmn:sequenceFlow");
        next.setAttribute("id", "afterTheTeam");
        next.setAttribute("sourceRef", "tellTheTeam");
        next.setAttribute("targetRef", flow.getAttribute("targetRef"));
        flow.setAttribute("targetRef", "tellTheTeam");
        part.appendChild(task);
        part.appendChild(next);
    }

    private static Element byId(Element process, String id) {
        return all(process)
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> flows(Element process, String end, String id) {
        return all(process)
                .filter(element -> element.getLocalName().equals("sequenceFlow"))
                .filter(flow -> flow.getAttribute(end).equals(id))
                .toList();
    }

    private static void remove(Element element) {
        if (element.getParentNode() != null) {
            element.getParentNode().removeChild(element);
        }
    }

    private static Stream<Element> all(Element element) {
        return TokenGame.children(element).flatMap(child -> Stream.concat(Stream.of(child), all(child)));
    }

    private static Element process(Document document) {
        return (Element) document.getElementsByTagNameNS(BPMN, "process").item(0);
    }

    private static Document read(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(Shipped.FILES.getOrDefault(file(name), ""))));
    }

    private static String write(Document document) throws Exception {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }

    private static String file(String process) {
        return "processes/" + process + ".bpmn";
    }
}
