package no.rodtraad.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The name of a deployment")
class ReleaseReasonsTest {

    private static final List<String> FILES = List.of("Kommunens advert (2).bpmn", "forms/write-advert.form");

    @Test
    void isNoReasonWhenTheModelerHasTakenItFromAFile() {
        assertThat(List.of(
                        "Kommunens advert (2)",
                        "kommunens advert (2).bpmn",
                        "write-advert",
                        "write-advert.form",
                        "forms/write-advert.form"))
                .allMatch(name -> ReleaseReasons.isNameOf(name, FILES));
    }

    @Test
    void isAReasonWhenSomebodyHasWrittenIt() {
        assertThat(List.of("Kortere frist", "write-advert: kortere frist"))
                .noneMatch(name -> ReleaseReasons.isNameOf(name, FILES));
    }
}
