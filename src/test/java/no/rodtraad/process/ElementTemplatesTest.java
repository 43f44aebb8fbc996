package no.rodtraad.process;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** Every template names things that exist, and everything a diagram may use has a template. */
class ElementTemplatesTest {

    private static final String REFRESH = "run «npm run templates» in src/checks to bring the drop-downs up to date";
    private static final Path MESSAGES = Path.of("src/main/resources/messages/nb");

    @Test
    void everyDelegateHasOneTemplateAndNoTemplateCallsAnythingElse() {
        assertThat(ElementTemplates.values("camunda:delegateExpression"))
                .containsExactlyInAnyOrderElementsOf(delegates());
        assertThat(ElementTemplates.all())
                .filteredOn(
                        template -> template.fixed("camunda:delegateExpression").isPresent())
                .hasSameSizeAs(delegates())
                .allSatisfy(template -> {
                    assertThat(template.fixed("camunda:delegateExpression"))
                            .hasValue("${%s}".formatted(template.id().replace("no.rodtraad.", "")));
                    assertThat(template.fixed("camunda:asyncBefore")).hasValue("true");
                });
    }

    @Test
    void everyDocumentOfTheArchiveMapCanBeChosen() throws Exception {
        assertThat(ElementTemplates.values("documentCode"))
                .containsExactlyInAnyOrderElementsOf(constants("no.rodtraad.archive.DocumentType"));
    }

    @Test
    void everySurveyCanBeChosen() throws Exception {
        assertThat(ElementTemplates.values("surveyKind"))
                .containsExactlyInAnyOrderElementsOf(constants("no.rodtraad.survey.SurveyKind"));
    }

    @Test
    void everyMessageHasATextAndEveryMessageThatADiagramSendsCanBeChosen() {
        List<String> offered = ElementTemplates.values("messageCode");

        assertThat(offered)
                .filteredOn(not(ElementTemplatesTest::isExpression))
                .allSatisfy(code -> assertThat(MESSAGES.resolve(code + ".txt")).exists());
        assertThat(offered).containsAll(inDiagrams("<camunda:inputParameter name=\"messageCode\">", "<"));
    }

    @Test
    void everyFormButTheOneThatStartsACaseCanBeChosen() {
        assertThat(ElementTemplates.values("camunda:formRef"))
                .as(REFRESH)
                .containsExactlyInAnyOrderElementsOf(files(Path.of("forms"), ".form").stream()
                        .filter(not("report-need"::equals))
                        .toList());
    }

    @Test
    void everyProcessButTheCaseItselfCanBeCalled() {
        assertThat(ElementTemplates.values("calledElement"))
                .as(REFRESH)
                .containsExactlyInAnyOrderElementsOf(inDiagrams("<bpmn:process id=\"", "\"").stream()
                        .filter(not("hiring-case"::equals))
                        .toList());
    }

    @Test
    void tasksGoToGroupsThatExistAndEveryGroupCanBeChosen() {
        List<String> offered = ElementTemplates.values("camunda:candidateGroups");

        assertThat(offered).containsAll(ProcessModelTest.GROUP_EXPRESSIONS);
        assertThat(offered.stream()
                        .filter(not(ElementTemplatesTest::isExpression))
                        .flatMap(groups -> Stream.of(groups.split(","))))
                .containsAll(ProcessModelTest.GROUPS)
                .isSubsetOf(ProcessModelTest.GROUPS);
        assertThat(offered).containsAll(inDiagrams("camunda:candidateGroups=\"", "\""));
    }

    @Test
    void rolesAndChecklistsAreTheOnesTheDiagramsUse() {
        assertThat(ElementTemplates.values("role"))
                .isSubsetOf(inDiagrams("<camunda:property name=\"role\" value=\"", "\""));
        assertThat(ElementTemplates.values("checklist"))
                .isSubsetOf(inDiagrams("<camunda:property name=\"checklist\" value=\"", "\""));
    }

    @Test
    void milestonesAndPointsAreOnesTheProgramKnows() {
        assertThat(ElementTemplates.values("expectedBy"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Milestone.values()).map(Enum::name).toList());
        assertThat(ElementTemplates.values("decisionPoint")).allMatch(name -> DecisionPoint.find(name) != null);
        assertThat(ElementTemplates.values("waitsFor")).isSubsetOf(SpanListener.known());
        assertThat(ElementTemplates.values("milestone"))
                .containsExactlyInAnyOrderElementsOf(inDiagrams("<camunda:inputParameter name=\"milestone\">", "<"));
    }

    private static boolean isExpression(String value) {
        return value.startsWith("${");
    }

    private static Set<String> delegates() {
        return new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("no.rodtraad").stream()
                        .filter(bean -> isDelegate(Objects.requireNonNull(bean.getBeanClassName())))
                        .map(bean -> "${%s}"
                                .formatted(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
                                        bean, new SimpleBeanDefinitionRegistry())))
                        .collect(Collectors.toSet());
    }

    private static boolean isDelegate(String className) {
        try {
            return JavaDelegate.class.isAssignableFrom(
                    Class.forName(className, false, ElementTemplatesTest.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> constants(String enumeration) throws ClassNotFoundException {
        return Arrays.stream(Objects.requireNonNull(Class.forName(enumeration).getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** What stands between the two in the diagrams, each once. */
    private static Set<String> inDiagrams(String before, String after) {
        return files(Path.of("processes"), ".bpmn").stream()
                .map(name -> Path.of("processes", name + ".bpmn"))
                .flatMap(diagram -> Arrays.stream(text(diagram).split(Pattern.quote(before), -1))
                        .skip(1))
                .map(rest -> rest.substring(0, rest.indexOf(after)))
                .collect(Collectors.toSet());
    }

    private static List<String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
