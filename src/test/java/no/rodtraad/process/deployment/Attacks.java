package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files with which somebody who may deploy would try to do more than that. */
public final class Attacks {

    private static final String DIAGRAM = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:activiti="http://activiti.org/bpmn" id="d" targetNamespace="x">
              <bpmn:process id="attack" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="begin" />
                %s
              </bpmn:process>
              %s
            </bpmn:definitions>
            """;

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
              <decision id="attack" name="a" camunda:historyTimeToLive="P1D">%s</decision>
            </definitions>
            """;

    private final List<Attack> attacks = new ArrayList<>();

    private Attacks() {
        expressions();
        elements();
        attributes();
        tables();
        forms();
        files();
    }

    /**
     * @param what short
     * @param file name it is sent under
     * @param rule code of the rule that refuses it
     */
    public record Attack(String what, String file, String content, String rule) {

        @Override
        public String toString() {
            return what;
        }
    }

    public static List<Attack> all() {
        return List.copyOf(new Attacks().attacks);
    }

    private void expressions() {
        for (String expression : List.of(
                "${''.getClass().forName('java.lang.Runtime').getMethod('exec')}",
                "${''['class'].name}",
                "${''.class}",
                "${execution.getProcessEngineServices().getProcessEngineConfiguration().getDataSource()}",
                "${execution.processEngineServices.identityService}",
                "${execution.setVariable('a', 'b')}",
                "${execution['processEngine']}",
                "${execution}",
                "${task}",
                "${authenticatedUserId}",
                "${dataSource}",
                "${dataSource.connection}",
                "${repositoryService.deleteDeployment('1', true)}",
                "${deadline}",
                "${deadline.getClass()}",
                "${deadline.class.classLoader}",
                "${deadline['due'](execution)}",
                "${deadline.due(execution).getClass()}",
                "${deadline.due(execution.processEngineServices)}",
                "${deadline.daysBefore(''.getClass(), 1)}",
                "${deadline.daysBefore(firstDay)}",
                "${participants.set(caseId, null)}",
                "${sendOffer.execute(execution)}",
                "${decisionResult.getClass()}",
                "${decisionResult.getSingleResult().entrySet().iterator()}",
                "${currentUser()}",
                "${now()}",
                "${somethingUndeclared == true}",
                "${firstDay.time > 0}",
                "${hired == true and ''.getClass() != null}",
                "${hired ? dataSource : null}",
                "ok ${hired} ${dataSource}",
                "#{dataSource}",
                "${" + "(".repeat(300) + "true" + ")".repeat(300) + "}",
                "${hired == ")) {
            bpmn("condition " + shortened(expression), condition("", escaped(expression)), "S10");
        }
        Map.of(
                        "the name of a task", "<bpmn:userTask id=\"t\" name=\"%s\" />",
                        "an assignee", "<bpmn:userTask id=\"t\" camunda:assignee=\"%s\" />",
                        "a candidate group", "<bpmn:userTask id=\"t\" camunda:candidateGroups=\"%s\" />",
                        "a due date", "<bpmn:userTask id=\"t\" camunda:dueDate=\"%s\" />",
                        "a form", "<bpmn:userTask id=\"t\" camunda:formRef=\"%s\" />",
                        "documentation",
                                "<bpmn:userTask id=\"t\"><bpmn:documentation>%s</bpmn:documentation></bpmn:userTask>",
                        "what is called", "<bpmn:callActivity id=\"t\" calledElement=\"%s\" />",
                        "a decision", "<bpmn:businessRuleTask id=\"t\" camunda:decisionRef=\"%s\" />",
                        "a priority", "<bpmn:userTask id=\"t\" camunda:priority=\"%s\" />")
                .forEach((place, xml) -> bpmn("an expression in " + place, xml.formatted("${dataSource}"), "S10"));
        Map.of(
                        "an input",
                                "<camunda:inputOutput><camunda:inputParameter name=\"a\">%s</camunda:inputParameter></camunda:inputOutput>",
                        "an output",
                                "<camunda:inputOutput><camunda:outputParameter name=\"a\">%s</camunda:outputParameter></camunda:inputOutput>",
                        "a list",
                                "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:list><camunda:value>%s</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>",
                        "a map",
                                "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:map><camunda:entry key=\"a\">%s</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>",
                        "what goes in", "<camunda:in sourceExpression=\"%s\" target=\"a\" />",
                        "what comes out", "<camunda:out sourceExpression=\"%s\" target=\"a\" />",
                        "a business key", "<camunda:in businessKey=\"%s\" />",
                        "a retry cycle", "<camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle>",
                        "a property",
                                "<camunda:properties><camunda:property name=\"a\" value=\"%s\" /></camunda:properties>")
                .forEach((place, xml) -> bpmn(
                        "an expression in " + place, extended("callActivity", xml.formatted("${dataSource}")), "S10"));
        for (String timer : List.of("timeDate", "timeDuration", "timeCycle")) {
            bpmn("an expression in " + timer, """
                    <bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition id="e"><bpmn:%1$s>${dataSource}</bpmn:%1$s>
                    </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""".formatted(timer), "S10");
        }
        for (String part : List.of("loopCardinality", "completionCondition")) {
            bpmn("an expression in " + part, """
                    <bpmn:userTask id="t"><bpmn:multiInstanceLoopCharacteristics><bpmn:%1$s>${dataSource}</bpmn:%1$s>
                    </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>""".formatted(part), "S10");
        }
        bpmn("an expression for whom a step is repeated", """
                <bpmn:userTask id="t"><bpmn:multiInstanceLoopCharacteristics camunda:collection="${dataSource}"
                camunda:elementVariable="one" /></bpmn:userTask>""", "S10");
        bpmn("an expression in a conditional event", """
                <bpmn:intermediateCatchEvent id="t"><bpmn:conditionalEventDefinition id="e"><bpmn:condition
                xsi:type="bpmn:tFormalExpression">${dataSource}</bpmn:condition></bpmn:conditionalEventDefinition>
                </bpmn:intermediateCatchEvent>""", "S10");
        attacks.add(new Attack(
                "an expression in the name of a message",
                "attack.bpmn",
                DIAGRAM.formatted("", "<bpmn:message id=\"m\" name=\"${dataSource}\" />"),
                "S10"));
        for (String step :
                List.of("${dataSource}", "${deadline}", "${sendOffer.toString()}", "${firstDay}", "sendOffer")) {
            bpmn(
                    "the step " + step,
                    "<bpmn:serviceTask id=\"t\" camunda:delegateExpression=\"%s\" />".formatted(step),
                    "S10");
        }
    }

    private void elements() {
        for (String language : List.of("groovy", "javascript", "juel", "feel")) {
            bpmn(
                    "a script task in " + language,
                    "<bpmn:scriptTask id=\"t\" scriptFormat=\"%s\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                            .formatted(language),
                    "S12");
        }
        for (String how :
                List.of("class=\"java.lang.Thread\"", "expression=\"${x}\"", "delegateExpression=\"${sendOffer}\"")) {
            bpmn(
                    "an execution listener with " + how,
                    extended("userTask", "<camunda:executionListener event=\"start\" %s />".formatted(how)),
                    "S12");
            bpmn(
                    "a task listener with " + how,
                    extended("userTask", "<camunda:taskListener event=\"create\" %s />".formatted(how)),
                    "S12");
        }
        bpmn(
                "a script as a listener",
                extended(
                        "userTask",
                        "<camunda:executionListener event=\"end\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>"),
                "S12");
        bpmn(
                "a script as an input",
                extended(
                        "userTask",
                        "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
                "S12");
        bpmn(
                "a connector",
                extended(
                        "serviceTask",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                "S12");
        bpmn(
                "a field of a bean",
                extended("serviceTask", "<camunda:field name=\"outbox\" expression=\"${x}\" />"),
                "S12");
        bpmn(
                "a generated form",
                extended(
                        "userTask",
                        "<camunda:formData><camunda:formField id=\"a\" defaultValue=\"${x}\" /></camunda:formData>"),
                "S12");
        bpmn(
                "a signal to all",
                "<bpmn:intermediateThrowEvent id=\"t\"><bpmn:signalEventDefinition id=\"s\" /></bpmn:intermediateThrowEvent>",
                "S12");
        attacks.add(new Attack(
                "an import",
                "attack.bpmn",
                DIAGRAM.formatted(
                        "", "<bpmn:import importType=\"x\" location=\"file:///etc/passwd\" namespace=\"x\" />"),
                "S12"));
        bpmn("an element of another language", "<activiti:field name=\"a\" />", "S12");
    }

    private void attributes() {
        for (String attribute : List.of(
                "camunda:class=\"java.lang.Thread\"",
                "camunda:expression=\"${sendOffer.execute(execution)}\"",
                "camunda:type=\"external\" camunda:topic=\"x\"",
                "camunda:type=\"mail\"",
                "camunda:type=\"shell\"",
                "activiti:class=\"java.lang.Thread\"",
                "activiti:delegateExpression=\"${dataSource}\"",
                "activiti:expression=\"${dataSource}\"")) {
            bpmn("a service task with " + attribute, "<bpmn:serviceTask id=\"t\" %s />".formatted(attribute), "S13");
        }
        for (String attribute : List.of(
                "camunda:calledElementTenantId=\"provedal\"",
                "camunda:calledElementTenantId=\"${municipality}\"",
                "camunda:variableMappingClass=\"java.lang.Thread\"",
                "camunda:variableMappingDelegateExpression=\"${dataSource}\"",
                "camunda:caseRef=\"a\"")) {
            bpmn(
                    "a call with " + attribute,
                    "<bpmn:callActivity id=\"t\" calledElement=\"advert\" %s />".formatted(attribute),
                    "S13");
        }
        bpmn(
                "a decision of another municipality",
                "<bpmn:businessRuleTask id=\"t\" camunda:decisionRef=\"channels\" camunda:decisionRefTenantId=\"provedal\" />",
                "S13");
        bpmn("a form in HTML", "<bpmn:userTask id=\"t\" camunda:formKey=\"embedded:deployment:attack.html\" />", "S13");
        bpmn("a form by a class", "<bpmn:startEvent id=\"t\" camunda:formHandlerClass=\"java.lang.Thread\" />", "S13");
        bpmn("a condition in groovy", condition("language=\"groovy\"", "1 == 1"), "S13");
        bpmn("a condition in javascript", condition("language=\"javascript\"", "true"), "S13");
        bpmn("a condition from a file", condition("camunda:resource=\"deployment://a.groovy\"", ""), "S13");
    }

    private void tables() {
        for (String language : List.of("juel", "groovy", "javascript", "http://www.w3.org/1999/XPath")) {
            dmn(
                    "a cell in " + language,
                    "<decisionTable id=\"t\"><rule id=\"r\"><outputEntry id=\"o\" expressionLanguage=\"%s\"><text>${''.getClass()}</text></outputEntry></rule></decisionTable>"
                            .formatted(language),
                    "S13");
        }
        for (String cell : List.of(
                "${''.getClass()}",
                "function(x) external { java: { class: \"java.lang.System\", \"method signature\": \"exit(int)\" } }",
                "for i in 1..1000000000 return i",
                "some i in 1..1000000000 satisfies i = 0",
                "firstDay.class",
                "municipality.getClass()",
                "matches(municipality, \"(a+)+b\")",
                "function(x) x",
                "10 ** 1000000000",
                "(".repeat(20) + "1" + ")".repeat(20))) {
            dmn(
                    "a cell with " + shortened(cell),
                    "<decisionTable id=\"t\"><rule id=\"r\"><outputEntry id=\"o\"><text>%s</text></outputEntry></rule></decisionTable>"
                            .formatted(escaped(cell)),
                    "S14");
        }
        dmn(
                "a question with a loop",
                "<decisionTable id=\"t\"><rule id=\"r\"><inputEntry id=\"o\"><text>? in (for i in 1..9 return i)</text></inputEntry></rule></decisionTable>",
                "S14");
        dmn(
                "a literal expression with a call",
                "<literalExpression id=\"t\"><text>dataSource.connection()</text></literalExpression>",
                "S14");
        dmn("a function", "<businessKnowledgeModel id=\"t\" />", "S12");
        dmn(
                "an attribute of the engine",
                "<decisionTable id=\"t\" camunda:resource=\"deployment://a.groovy\" />",
                "S13");
    }

    private void forms() {
        for (String type :
                List.of("html", "iframe", "image", "expression", "button", "filepicker", "script", "documentPreview")) {
            form("a field of type " + type, "{\"type\":\"%s\",\"id\":\"f\"}".formatted(type), "S15");
        }
        for (String text : List.of(
                "=for i in 1..1000000000 return i",
                "{{#loop a}}x{{/loop}}",
                "{{a.b.constructor}}",
                "{{",
                "=function(x) x")) {
            form("the text " + text, "{\"type\":\"text\",\"id\":\"f\",\"text\":\"%s\"}".formatted(text), "S14");
        }
        form("a condition", "{\"type\":\"text\",\"id\":\"f\",\"conditional\":{\"hide\":\"=a.b = 1\"}}", "S14");
    }

    private void files() {
        for (String name : List.of(
                "attack.html",
                "attack.js",
                "attack.groovy",
                "attack.jar",
                "attack.cmmn",
                "attack.bpmn20.xml",
                "attack.BPMN",
                "attack")) {
            attacks.add(new Attack("the file " + name, name, "<p onload=\"x\">a</p>", "S01"));
        }
        attacks.add(new Attack("a large file", "attack.bpmn", " ".repeat(1100 * 1024), "S02"));
        attacks.add(new Attack(
                "an external entity",
                "attack.bpmn",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + DIAGRAM.formatted("<bpmn:task id=\"t\" name=\"&x;\" />", ""),
                "S03"));
        attacks.add(new Attack(
                "an entity bomb",
                "attack.dmn",
                "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                        + TABLE.formatted("<description>&c;</description>"),
                "S03"));
        attacks.add(new Attack(
                "a document type elsewhere",
                "attack.bpmn",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
                "S03"));
        attacks.add(new Attack("no XML", "attack.bpmn", "<bpmn:definitions", "S03"));
        attacks.add(new Attack("no JSON", "attack.form", "{", "S03"));
        attacks.add(new Attack("XML without end", "attack.bpmn", "<a>".repeat(5000) + "</a>".repeat(5000), "S03"));
        attacks.add(new Attack("JSON without end", "attack.form", "[".repeat(5000), "S03"));
        attacks.add(new Attack("nothing", "attack.bpmn", "<a/>", "S04"));
        attacks.add(new Attack("a form without an id", "attack.form", "{}", "S04"));
    }

    private void bpmn(String what, String content, String rule) {
        attacks.add(new Attack(what, "attack.bpmn", DIAGRAM.formatted(content, ""), rule));
    }

    private void dmn(String what, String content, String rule) {
        attacks.add(new Attack(what, "attack.dmn", TABLE.formatted(content), rule));
    }

    private void form(String what, String component, String rule) {
        attacks.add(new Attack(
                what,
                "attack.form",
                "{\"id\":\"attack\",\"type\":\"default\",\"components\":[" + component + "]}",
                rule));
    }

    private static String condition(String attributes, String text) {
        return """
                <bpmn:sequenceFlow id="f" sourceRef="begin" targetRef="begin"><bpmn:conditionExpression
                xsi:type="bpmn:tFormalExpression" %s>%s</bpmn:conditionExpression></bpmn:sequenceFlow>""".formatted(attributes, text);
    }

    private static String extended(String element, String extension) {
        return "<bpmn:%1$s id=\"t\"><bpmn:extensionElements>%2$s</bpmn:extensionElements></bpmn:%1$s>"
                .formatted(element, extension);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String shortened(String text) {
        return text.length() > 70 ? text.substring(0, 70) + "…" : text;
    }
}
