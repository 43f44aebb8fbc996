package no.rodtraad.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.rodtraad.process.BuildingBlocks;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.Finding;
import no.rodtraad.process.ForDiagrams;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

@DisplayName("What a file may say")
class SafetyRuleTest {

    private static final BuildingBlocks BLOCKS = blocks();
    private static final SafetyRule RULE = new SafetyRule(BLOCKS);

    static List<Attacks.Attack> attacks() {
        return Attacks.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isNothingThatWouldRunCode(Attacks.Attack attack) {
        assertThat(findings(attack.file(), attack.content()))
                .extracting(Finding::rule)
                .contains(attack.rule());
    }

    @Test
    void isWhatTheShippedFilesSay() {
        Map<String, String> files = new HashMap<>();
        shipped("processes").forEach(file -> files.put(file.toString(), text(file)));
        shipped("forms").forEach(file -> files.put(file.toString(), text(file)));

        assertThat(files).hasSizeGreaterThan(70);
        assertThat(RULE.check(new DeploymentDraft("eksempelvik", files, files.keySet(), "designer1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${hired == true}",
                "${not (hired == true) or outcome != 'REJECTED'}",
                "${empty firstDay}",
                "${fewApplicants ? 'a' : 'b'}",
                "${deadline.workingDaysFromNow(2 + 1)}",
                "${deadline.due(execution)}",
                "${decisionPoint.warnAt(execution, 'ADVERT')}",
                "${nrOfCompletedInstances >= 2}",
                "Sak #{execution.processBusinessKey}",
                "tekst uten uttrykk"
            })
    void isAnExpressionOfTheSmallLanguage(String expression) {
        String file = text(Path.of("processes/manual-archive.bpmn"))
                .replace("name=\"Registrer i arkivet\"", "name=\"" + expression + "\"");

        assertThat(file).contains(expression);
        assertThat(findings("manual-archive.bpmn", file)).isEmpty();
    }

    @Test
    void isRefusedWithThePlaceAndWhatToDo() {
        String file = text(Path.of("processes/manual-archive.bpmn"))
                .replace("${deadline.due(execution)}", "${dataSource.connection}");

        assertThat(findings("manual-archive.bpmn", file)).singleElement().satisfies(finding -> {
            assertThat(finding.elementId()).isEqualTo("registerRecords");
            assertThat(finding.line()).isPositive();
            assertThat(finding.text())
                    .isEqualTo(
                            "«dataSource.connection» kan ikke brukes i et uttrykk. Bruk en erklært opplysning, en"
                                    + " sammenligning eller en byggekloss, for eksempel ${deadline.workingDaysFromNow(2)}. (S10)");
        });
    }

    @Test
    void isJudgedOnlyWhenItIsSent() {
        Attacks.Attack attack = attacks().get(0);

        assertThat(RULE.check(new DeploymentDraft(
                        "eksempelvik", Map.of(attack.file(), attack.content()), Set.of(), "designer1")))
                .isEmpty();
    }

    @Test
    void standsOnThePageForHr() {
        String page = text(Path.of("docs/reference/hva-en-fil-kan-si.md"));

        assertThat(BLOCKS.calls())
                .hasSizeGreaterThan(10)
                .allSatisfy(call -> assertThat(page).contains("`" + call + "("));
    }

    private static List<Finding> findings(String name, String text) {
        try {
            ReleaseFile file = ReleaseFile.read(name, text);
            return RULE.check(new DeploymentDraft("eksempelvik", Map.of(name, file.text()), Set.of(name), "designer1"));
        } catch (Unreadable e) {
            return List.of(e.finding());
        }
    }

    private static BuildingBlocks blocks() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.setIncludeAnnotationConfig(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(ForDiagrams.class));
        scanner.scan("no.rodtraad");
        beans.freezeConfiguration();
        return new BuildingBlocks(beans);
    }

    private static Stream<Path> shipped(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> FileKind.of(file.toString()).isPresent()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
