package no.rodtraad;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

@DisplayName("The engine")
class EngineIsolationTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.rodtraad");

    @Test
    void isKnownOnlyWhereItIsRunAndToThoseItCalls() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "..identity..", "..tasklist..")
                .and()
                .doNotImplement(JavaDelegate.class)
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are Camunda's, other than what it hands to those it calls",
                        type -> type.getPackageName().startsWith("org.camunda")
                                && !type.getPackageName().equals("org.camunda.bpm.engine.delegate")))
                .because("a later move to Operaton must be a change of imports in few places")
                .check(PRODUCTION);
    }

    @Test
    void findsDelegatesAndPagesNobodyElseMayCall() {
        classes()
                .that(assignableTo(JavaDelegate.class))
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(PRODUCTION);
    }
}
